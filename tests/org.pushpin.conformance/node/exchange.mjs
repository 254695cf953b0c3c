// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// node exchange.mjs DIRECTORY: for every NAME.in in it writes NAME.in.json (heads and value of the document), edits the document at
// random (NAME must be a number: the seed), and writes NAME.out and NAME.out.json.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as A from "@automerge/automerge";
import { describe, generator } from "./values.mjs";

const directory = process.argv[2];

const texts = ["a", "bc", "é", "😀", "x😀y", "hello", "漢字", ""];

function scalar(random) {
  switch (random(9)) {
    case 0: return null;
    case 1: return random(2) === 0;
    case 2: return random(1000) - 500;
    case 3: return random(1000) / 7;
    case 4: return new Date(random(1000000) * 1000);
    case 5: return new Uint8Array([random(256), random(256)]);
    case 6: return new A.Counter(random(100));
    case 7: return new A.ImmutableString(texts[random(texts.length)]);
    default: return texts[random(texts.length)];
  }
}

function edit(target, path, random, depth) {
  const keys = Object.keys(target);
  const key = random(3) > 0 && keys.length > 0 ? keys[random(keys.length)] : "k" + random(4);
  const value = target[key];
  if (depth < 4 && value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    edit(value, [...path, key], random, depth + 1);
  } else if (Array.isArray(value) && random(4) > 0) {
    const at = random(value.length + 1);
    if (at < value.length && random(2) === 0) value.splice(at, 1);
    else value.splice(at, 0, scalar(random));
  } else if (A.isCounter(value) && typeof value.increment === "function" && random(4) > 0) {
    value.increment(random(10));
  } else if (typeof value === "string" && random(6) > 0) {
    // the string is a text: edited at code points
  } else {
    const made = [scalar(random), {}, [], "text " + texts[random(texts.length)]][random(4)];
    target[key] = made;
  }
}

function editText(doc, random) {
  const names = Object.keys(doc).filter((key) => typeof doc[key] === "string");
  if (names.length === 0) return doc;
  const name = names[random(names.length)];
  const points = [...doc[name]];
  const at = random(points.length + 1);
  const gone = Math.min(points.length - at, random(4));
  const index = points.slice(0, at).join("").length;
  const width = points.slice(at, at + gone).join("").length;
  return A.change(doc, (d) => {
    A.splice(d, [name], index, width, texts[random(texts.length)]);
    if (random(3) === 0 && d[name].length > 2) {
      A.mark(d, [name], { start: 1, end: d[name].length - 1, expand: ["before", "after", "both", "none"][random(4)] }, "bold", true);
    }
  });
}

for (const file of readdirSync(directory).filter((name) => name.endsWith(".in")).sort()) {
  const seed = Number(file.slice(0, -3));
  const random = generator(seed);
  const actor = "ee" + (seed % 256).toString(16).padStart(2, "0");
  let doc = A.load(readFileSync(join(directory, file)), { actor });
  writeFileSync(join(directory, file + ".json"), describe(doc));
  for (let n = 0; n < 8; n++) {
    doc = A.change(doc, { message: n === 0 ? "from JavaScript" : undefined }, (d) => edit(d, [], random, 0));
    doc = editText(doc, random);
  }
  writeFileSync(join(directory, seed + ".out"), A.save(doc));
  writeFileSync(join(directory, seed + ".out.json"), describe(doc));
}
