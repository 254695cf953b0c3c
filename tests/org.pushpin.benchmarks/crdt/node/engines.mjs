// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// The engines from npm, each as Engine.java describes one. A document is an object that the engine understands; what a method is given
// is not used afterwards, except by copy, save, text and merge (its second). `patches` are edits that the engine reports of a change.
import * as Automerge from "@automerge/automerge";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const actor = (writer) => (writer + 1).toString(16).padStart(2, "0").padEnd(32, "0");

const spliceOf = (patch) => {
  const index = patch.path[patch.path.length - 1];
  return patch.action === "splice" ? [index, 0, patch.value] : [index, patch.length ?? 1, ""];
};

// Automerge by its raw WebAssembly handle, without the JavaScript objects above it.
export function wasm() {
  const api = require("./node_modules/@automerge/automerge/dist/mjs/wasm_bindgen_output/nodejs/automerge_wasm.cjs");
  const wrap = (handle) => ({ handle, text: handle.getWithType("_root", "text")?.[1] });
  return {
    create() {
      const handle = api.create({ actor: actor(0) });
      const text = handle.putObject("_root", "text", "");
      handle.commit(null, 0);
      return { handle, text };
    },
    blank: () => ({ handle: api.create({ actor: actor(0) }) }),
    copy: (document, writer) => ({ handle: document.handle.fork(actor(writer)), text: document.text }),
    editInOne(document, edits) {
      for (const [at, deleted, inserted] of edits) document.handle.splice(document.text, at, deleted, inserted);
      document.handle.commit(null, 0);
      return document;
    },
    editOneByOne(document, edits, changes) {
      for (const [at, deleted, inserted] of edits) {
        document.handle.splice(document.text, at, deleted, inserted);
        document.handle.commit(null, 0);
        changes?.push(document.handle.getLastLocalChange());
      }
      return document;
    },
    save: (document) => document.handle.save(),
    load: (bytes) => wrap(api.load(bytes)),
    loadDeferred: (bytes) => wrap(api.load(bytes, { unchecked: true })),
    text: (document) => document.handle.text(document.text),
    texts(document) {
      const keys = document.handle.keys("_root");
      const typed = keys.map((key) => [key, document.handle.getWithType("_root", key)]);
      return typed.filter(([, value]) => value[0] === "text").map(([key, value]) => [key, document.handle.text(value[1])]);
    },
    heads: (document) => [...document.handle.getHeads()].sort(),
    history: (document) => document.handle.getChanges([]),
    receive(document, changes) {
      document.handle.applyChanges(changes);
      return document.text ? document : wrap(document.handle);
    },
    listen(document) {
      document.handle.updateDiffCursor();
      return document;
    },
    receiveOne(document, change, patches) {
      document.handle.applyChanges([change]);
      patches.push(...document.handle.diffIncremental());
      return document;
    },
    edit: spliceOf,
    merge(document, other) {
      document.handle.merge(other.handle);
      return document;
    },
    free: (document) => document.handle.free(),
  };
}

// Automerge as its JavaScript users have it.
export function script() {
  const A = Automerge;
  const splice = (d, [at, deleted, inserted]) => A.splice(d, ["text"], at, deleted, inserted);
  return {
    create: () => A.change(A.init({ actor: actor(0) }), { time: 0 }, (d) => { d.text = ""; }),
    blank: () => A.init({ actor: actor(0) }),
    copy: (document, writer) => A.clone(document, { actor: actor(writer) }),
    editInOne: (document, edits) => A.change(document, { time: 0 }, (d) => edits.forEach((e) => splice(d, e))),
    editOneByOne(document, edits, changes) {
      for (const edit of edits) {
        document = A.change(document, { time: 0 }, (d) => splice(d, edit));
        changes?.push(A.getLastLocalChange(document));
      }
      return document;
    },
    save: (document) => A.save(document),
    load: (bytes) => A.load(bytes),
    text: (document) => document.text,
    history: (document) => A.getAllChanges(document),
    receive: (document, changes) => A.applyChanges(document, changes)[0],
    receiveOne: (document, change, patches) =>
      A.applyChanges(document, [change], { patchCallback: (found) => patches.push(...found) })[0],
    edit: spliceOf,
    merge: (document, other) => A.merge(document, other),
    free: (document) => A.free(document),
  };
}

// diamond-types: plain text only; its changes are patches since a version.
export function diamond() {
  const { Doc } = require("diamond-types-node");
  const wrap = (doc) => ({ doc, base: doc.getLocalVersion() });
  const apply = (doc, [at, deleted, inserted]) => {
    if (deleted > 0) doc.del(at, deleted);
    if (inserted !== "") doc.ins(at, inserted);
  };
  return {
    create: () => wrap(new Doc("w0")),
    blank: () => wrap(new Doc("w0")),
    copy: (document, writer) => wrap(Doc.fromBytes(document.doc.toBytes(), "w" + writer)),
    editInOne(document, edits) {
      for (const edit of edits) apply(document.doc, edit);
      return document;
    },
    editOneByOne(document, edits, changes) {
      for (const edit of edits) {
        const before = changes && document.doc.getLocalVersion();
        apply(document.doc, edit);
        changes?.push(document.doc.getPatchSince(before));
      }
      return document;
    },
    save: (document) => document.doc.toBytes(),
    load: (bytes) => wrap(Doc.fromBytes(bytes, "w0")),
    text: (document) => document.doc.get(),
    receive(document, changes) {
      for (const change of changes) document.doc.mergeBytes(change);
      return document;
    },
    receiveOne(document, change, patches) {
      const before = document.doc.getLocalVersion();
      document.doc.mergeBytes(change);
      patches.push(...document.doc.xfSince(before));
      return document;
    },
    edit: (patch) => (patch.kind === "Ins" ? [patch.start, 0, patch.content] : [patch.start, patch.end - patch.start, ""]),
    // Both began as copies of one document, and number what it had alike.
    merge(document, other) {
      document.doc.mergeBytes(other.doc.getPatchSince(other.base));
      return document;
    },
    free: (document) => document.doc.free(),
  };
}

export function yjs() {
  const Y = require("yjs");
  const wrap = (writer) => {
    const doc = new Y.Doc();
    doc.clientID = writer + 1;
    return { doc, text: doc.getText("text"), updates: null };
  };
  const apply = (text, [at, deleted, inserted]) => {
    if (deleted > 0) text.delete(at, deleted);
    if (inserted !== "") text.insert(at, inserted);
  };
  return {
    create: () => wrap(0),
    blank: () => wrap(98),
    copy(document, writer) {
      const copied = wrap(writer);
      Y.applyUpdate(copied.doc, Y.encodeStateAsUpdate(document.doc));
      return copied;
    },
    editInOne(document, edits) {
      document.doc.transact(() => edits.forEach((edit) => apply(document.text, edit)));
      return document;
    },
    editOneByOne(document, edits, changes) {
      const collect = (update) => changes.push(update);
      if (changes) document.doc.on("update", collect);
      for (const edit of edits) document.doc.transact(() => apply(document.text, edit));
      if (changes) document.doc.off("update", collect);
      return document;
    },
    save: (document) => Y.encodeStateAsUpdate(document.doc),
    load(bytes) {
      const loaded = wrap(99);
      Y.applyUpdate(loaded.doc, bytes);
      return loaded;
    },
    text: (document) => document.text.toString(),
    receive(document, changes) {
      document.doc.transact(() => changes.forEach((change) => Y.applyUpdate(document.doc, change)));
      return document;
    },
    listen(document) {
      document.found = [];
      document.text.observe((event) => document.found.push(event.changes.delta));
      return document;
    },
    receiveOne(document, change, patches) {
      Y.applyUpdate(document.doc, change);
      patches.push(...document.found.splice(0));
      return document;
    },
    edit: deltaOf,
    merge(document, other) {
      Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(document.doc)));
      return document;
    },
    free: (document) => document.doc.destroy(),
  };
}

export function loro() {
  const { LoroDoc } = require("loro-crdt");
  const wrap = (writer) => {
    const doc = new LoroDoc();
    doc.setPeerId(BigInt(writer + 1));
    return { doc, text: doc.getText("text") };
  };
  const apply = (text, [at, deleted, inserted]) => {
    if (deleted > 0) text.delete(at, deleted);
    if (inserted !== "") text.insert(at, inserted);
  };
  return {
    create: () => wrap(0),
    blank: () => wrap(0),
    copy(document, writer) {
      const copied = wrap(writer);
      copied.doc.import(document.doc.export({ mode: "snapshot" }));
      return copied;
    },
    editInOne(document, edits) {
      for (const edit of edits) apply(document.text, edit);
      document.doc.commit();
      return document;
    },
    editOneByOne(document, edits, changes) {
      for (const edit of edits) {
        const before = changes && document.doc.version();
        apply(document.text, edit);
        document.doc.commit();
        changes?.push(document.doc.export({ mode: "update", from: before }));
      }
      return document;
    },
    save: (document) => document.doc.export({ mode: "snapshot" }),
    load(bytes) {
      const loaded = wrap(0);
      loaded.doc.import(bytes);
      return loaded;
    },
    text: (document) => document.text.toString(),
    receive(document, changes) {
      document.doc.importBatch(changes);
      return document;
    },
    listen(document) {
      document.found = [];
      document.doc.subscribe((batch) => batch.events.forEach((event) => document.found.push(event.diff.diff)));
      return document;
    },
    receiveOne(document, change, patches) {
      document.doc.import(change);
      patches.push(...document.found.splice(0));
      return document;
    },
    edit: deltaOf,
    merge(document, other) {
      document.doc.import(other.doc.export({ mode: "update", from: document.doc.version() }));
      return document;
    },
    free: (document) => document.doc.free(),
  };
}

// Of one keystroke: [{ retain }, { insert } or { delete }].
function deltaOf(delta) {
  const at = delta[0].retain ?? 0;
  const step = delta[delta.length - 1];
  return step.insert === undefined ? [at, step.delete, ""] : [at, 0, step.insert];
}

export const ENGINES = {
  "automerge-wasm": wasm,
  "automerge-js": script,
  "diamond-types": diamond,
  yjs,
  loro,
};
