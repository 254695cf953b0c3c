// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
// A tldraw board of the cards in board.json, as the page of releng/bench ui: without its menus, and somebody else, here in the page,
// moves a card fifty times a second as a remote change.
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Tldraw, createShapeId, getIndices, toRichText } from 'tldraw'
import { getAssetUrls } from '@tldraw/assets/selfHosted'
import 'tldraw/tldraw.css'

const WANDERING = 30
const { cards, moves, left, top } = await (await fetch('board.json')).json()
const moving = cards.filter((card) => moves.includes(card.number))
const id = (number) => createShapeId('card' + number)

function asset(name, mimeType) {
  const props = { name, src: location.origin + '/' + name, w: 1280, h: 860, mimeType, isAnimated: false, fileSize: 1000 }
  return { id: 'asset:' + name, typeName: 'asset', type: 'image', props, meta: {} }
}

function shape(editor, card, index) {
  const number = card.number
  const picture = card.kind === 'PICTURE' ? `picture${number % 12}.jpg` : 'marker.png'
  const [type, props] =
    card.kind === 'TEXT' ? ['geo', { w: 280, h: 60 + 24 * card.text.split('\n').reduce((lines, line) => lines + Math.ceil(line.length / 26), 0), fill: 'solid', dash: 'solid', size: 's', font: 'sans', color: 'grey', labelColor: 'black',
      align: 'start', verticalAlign: 'start', richText: toRichText(card.text) }]
    : card.kind === 'STICKY' ? ['note', { size: 's', font: 'sans', richText: toRichText(card.text) }]
    : ['image', { w: 280, h: 188, assetId: 'asset:' + picture }]
  return { id: id(number), typeName: 'shape', type, x: card.x, y: card.y, rotation: 0, index, parentId: editor.getCurrentPageId(), isLocked: false, opacity: 1,
    meta: {}, props: { ...editor.getShapeUtil(type).getDefaultProps(), ...props } }
}

function fill(editor) {
  window.editor = editor
  const pictures = Array.from({ length: 12 }, (_, i) => asset(`picture${i}.jpg`, 'image/jpeg'))
  editor.store.put([...pictures, asset('marker.png', 'image/png')])
  const indices = getIndices(cards.length)
  editor.store.put(cards.map((card, place) => shape(editor, card, indices[place])))
  editor.setCamera({ x: -left, y: -top, z: 1 })
  editor.setCurrentTool('select')
  editor.focus()
  setInterval(() => {
    const { number, x, y } = moving[Math.floor(Math.random() * moving.length)]
    const to = { x: x + Math.floor(Math.random() * WANDERING), y: y + Math.floor(Math.random() * WANDERING) }
    editor.store.mergeRemoteChanges(() => editor.store.update(id(number), (card) => ({ ...card, ...to })))
  }, 20)
}

const board = createElement(Tldraw, { hideUi: true, autoFocus: true, options: { maxShapesPerPage: 50000 }, assetUrls: getAssetUrls({ baseUrl: location.origin + '/assets' }),
  onMount: fill })
createRoot(document.getElementById('board')).render(board)
