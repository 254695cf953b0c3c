// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// node bundles.mjs DIRECTORY: for every NAME.in in it, a document, and NAME.bundle, a bundle of all its changes, it writes NAME.all and
// NAME.some (bundles of all and of some of the changes), NAME.hashes.json (the hashes of what NAME.some has) and NAME.json (heads and
// value of the document that NAME.bundle gives).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as A from "@automerge/automerge";
import { describe } from "./values.mjs";

const directory = process.argv[2];

for (const file of readdirSync(directory).filter((name) => name.endsWith(".in"))) {
  const name = join(directory, file.slice(0, -".in".length));
  const doc = A.load(readFileSync(name + ".in"));
  const hashes = A.getAllChanges(doc).map((change) => A.decodeChange(change).hash);
  const some = hashes.filter((hash, i) => i % 3 !== 1);
  writeFileSync(name + ".all", A.saveBundle(doc, hashes));
  writeFileSync(name + ".some", A.saveBundle(doc, some));
  writeFileSync(name + ".hashes.json", JSON.stringify(some));
  const ours = A.loadIncremental(A.init(), readFileSync(name + ".bundle"));
  writeFileSync(name + ".json", describe(ours));
}
