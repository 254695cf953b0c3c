// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// node panic.mjs: a merge in which the engine fails, without a byte of any other (DIFFERENCES.md). A character of a text has two values in
// conflict; who only knows the lesser one deletes it. Prints the message of the failure.
import * as api from "./node_modules/@automerge/automerge/dist/mjs/wasm_bindgen_output/nodejs/automerge_wasm.cjs";

const one = api.create({ actor: "aa" });
const text = one.putObject("_root", "text", "abc");
one.commit();
const other = one.fork("bb");
one.put(text, 1, "x");
one.commit();
other.put(text, 1, "y");
other.commit();
const both = other.fork("cc");
both.merge(one);
one.delete(text, 1);
one.commit();
try {
  both.merge(one);
  console.log("merged: " + both.text(text));
} catch (e) {
  console.log(e.message);
}
process.exit(0);
