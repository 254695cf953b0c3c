// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// What the scripts share: a document as text that the tests understand, and chance with a seed.
import * as A from "@automerge/automerge";

// Values as the test writes them, too.
export function plain(value) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" || typeof value === "bigint") return "n " + Number(value);
  if (typeof value === "string") return "t " + value;
  if (A.isCounter(value)) return "c " + value.value;
  if (value instanceof Date) return "d " + value.getTime();
  if (value instanceof Uint8Array) return "b " + Buffer.from(value).toString("base64");
  if (A.isImmutableString(value)) return "s " + value.val;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, plain(value[key])]));
}

export function describe(doc) {
  return JSON.stringify({ heads: [...A.getHeads(doc)].sort(), value: plain(doc) });
}

// A small generator with a seed (mulberry32).
export function generator(seed) {
  let state = seed + 1;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}
