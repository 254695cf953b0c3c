// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// What is typed: traces and random keystrokes, as Trace.java and RandomEdits.java read and make them. An edit is [at, deleted, inserted].
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const ascii = (text) => Array.from(text, (c) => (c.codePointAt(0) < 128 ? c : "_")).join("");

// The text after all edits.
export function replay(start, edits) {
  // In pieces, so that an edit does not copy the whole text.
  const pieces = [];
  for (let i = 0; i < start.length; i += 1000) pieces.push(start.slice(i, i + 1000));
  for (const [at, deleted, inserted] of edits) {
    let piece = 0;
    let from = at;
    while (piece < pieces.length && from > pieces[piece].length) from -= pieces[piece++].length;
    if (piece === pieces.length) pieces.push("");
    let left = deleted;
    for (let p = piece, start = from; left > 0; p++, start = 0) {
      const gone = Math.min(left, pieces[p].length - start);
      pieces[p] = pieces[p].slice(0, start) + pieces[p].slice(start + gone);
      left -= gone;
    }
    pieces[piece] = pieces[piece].slice(0, from) + inserted + pieces[piece].slice(from);
    if (pieces[piece].length > 2000) pieces.splice(piece, 1, pieces[piece].slice(0, 1000), pieces[piece].slice(1000));
  }
  return pieces.join("");
}

// { name, writers, steps: [{ writer, seen, edits }], text }; limit: at most so many steps, 0 for all
export function readTrace(file, limit) {
  const json = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
  const writers = json.numAgents ?? 1;
  const all = json.txns;
  const part = limit === 0 ? all : all.slice(0, limit);
  const after = [];
  const steps = part.map((transaction, index) => {
    const writer = transaction.agent ?? 0;
    const seen = new Array(writers).fill(0);
    if (writers === 1) seen[0] = index;
    else for (const parent of transaction.parents) for (let w = 0; w < writers; w++) seen[w] = Math.max(seen[w], after[parent][w]);
    after.push(seen.map((count, w) => (w === writer ? count + 1 : count)));
    return { writer, seen, edits: transaction.patches.map(([at, deleted, inserted]) => [at, deleted, ascii(inserted)]) };
  });
  const edits = steps.flatMap((step) => step.edits);
  const text = part.length === all.length ? ascii(json.endContent) : writers === 1 ? replay("", edits) : null;
  return { writers, steps, edits, text };
}

// The same for the same seed as in Java (mulberry32).
export function keystrokes(seed, length, count) {
  let state = seed;
  const next = (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
  const edits = [];
  for (let size = length; edits.length < count; ) {
    if (next(3) > 0 || size === 0) {
      edits.push([next(size + 1), 0, String.fromCharCode(97 + next(26))]);
      size++;
    } else {
      edits.push([next(size), 1, ""]);
      size--;
    }
  }
  return edits;
}
