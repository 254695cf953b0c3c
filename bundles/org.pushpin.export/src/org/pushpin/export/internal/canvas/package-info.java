// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Boards as JSON Canvas 1.0 files, and back.
 *
 * <table>
 * <caption>What becomes of what</caption>
 * <tr><td>note, sticky note</td><td>text node; what is marked as bold, italic or a link has the signs of Markdown</td></tr>
 * <tr><td>picture, file</td><td>file node, and the file beside the canvas</td></tr>
 * <tr><td>board</td><td>file node, and a canvas of its own beside this one</td></tr>
 * <tr><td>another card</td><td>file node, and a picture (SVG) of it</td></tr>
 * <tr><td>frame</td><td>group node</td></tr>
 * <tr><td>arrow</td><td>edge; an end at no card is at a text node without text</td></tr>
 * <tr><td>link node</td><td>note that says the link</td></tr>
 * <tr><td>file node of a {@code .md} file</td><td>note; of a {@code .canvas} file a board; else a picture or a file</td></tr>
 * </table>
 *
 * <p><b>Outwards</b>, what JSON Canvas has no word for is a member {@code pushpin} of the node, of the edge, or of the
 * canvas, so that it comes back as it was: exact places, automatic height, the frame where it is not the smallest group
 * around, locks, and the document where the node's own members do not say all of it ({@link
 * org.pushpin.export.internal.cards.Content}). It holds what documents say now; no history, no links that give access.
 *
 * <p><b>Inwards</b>, a node or edge is kept as it was in the field {@code canvas} of its entry on the board ({@link
 * org.pushpin.export.internal.canvas.Kept}). Outwards again, each member that still means what the board says is written
 * as it was, the others anew; so are those that we do not know. What cannot be on a board (an unknown type of node, an edge
 * to nothing) is kept in the board's own field. Such a string is never shown, interpreted as code or followed.
 *
 * <p><b>Bounds</b>: see {@link org.pushpin.export.internal.cards.Json} and {@link
 * org.pushpin.export.internal.canvas.CanvasFolder}.
 */
package org.pushpin.export.internal.canvas;
