// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// node oracle.mjs: Automerge's JavaScript engine as an oracle. Reads lines of JSON, each an object with "steps" (arrays: a name and what
// Steps of the Java side hold), perhaps "start" (drop all replicas), "marks" and "spans" (show them), "full" (observations as they are, not as digests) and "give" (a last
// step that answers with bytes). Answers each with a line: "seen", one observation for each step, "faults", and "bytes" in base64.
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
// The engine without the layer of proxies above it.
import * as api from "./node_modules/@automerge/automerge/dist/mjs/wasm_bindgen_output/nodejs/automerge_wasm.cjs";

const REFUSED = "refused";
let replicas = new Map();
let transaction = null;
let full = false;
let shown = {};
// Faults of the engine that it was led around since the start, and how often.
let faults = {};

// Puts a document in the place of another one.
function place(replica, doc) {
  replicas.get(replica)?.free();
  replicas.set(replica, doc);
  return heads(doc);
}

// Values cross as [type, text].
function read([type, text]) {
  switch (type) {
    case "null": return null;
    case "boolean": return text === "true";
    case "int": case "uint": case "counter": return BigInt(text);
    case "f64": return Buffer.from(text, "hex").readDoubleBE();
    case "bytes": return new Uint8Array(Buffer.from(text, "hex"));
    case "timestamp": return new Date(Number(text));
    default: return text;
  }
}

function string(text) {
  return text.length + ":" + text;
}

const bits = Buffer.alloc(8);

function written(type, value) {
  switch (type) {
    case "null": return "null";
    case "boolean": return String(value);
    case "int": return "i" + value;
    case "uint": return "u" + value;
    case "counter": return "c" + value;
    case "f64":
      bits.writeDoubleBE(value);
      return Number.isNaN(value) ? "fNaN" : "f" + bits.toString("hex");
    case "bytes": return "b" + Buffer.from(value).toString("hex");
    case "timestamp": return "t" + value.getTime();
    case "str": return "s" + string(value);
    default: return "?";
  }
}

// Marks come without the type of their value: what JavaScript can tell.
function loose(value) {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return "s" + string(value);
  if (value instanceof Uint8Array) return written("bytes", value);
  if (value instanceof Date) return written("timestamp", value);
  return "n" + value;
}

function mark({ start, end, name, value }) {
  return `<${start}-${end} ${string(name)}=${loose(value)}>`;
}

function span({ type, value, marks }) {
  if (type === "block") return "{block}";
  const names = Object.keys(marks ?? {}).sort();
  return `{${string(value)} ${names.map((name) => string(name) + "=" + loose(marks[name])).join(",")}}`;
}

// The same text as Dump.java makes.
class Dump {
  constructor(doc, deep, heads) {
    this.doc = doc;
    this.deep = deep;
    this.heads = heads;
    this.out = [];
  }

  map(id) {
    this.out.push("m", id, "{");
    for (const key of new Set(this.doc.keys(id, this.heads))) { // it may name one twice: DIFFERENCES.md
      this.out.push(string(key), "=");
      this.slot(this.doc.getAll(id, key, this.heads));
    }
    this.out.push("}");
  }

  list(id) {
    this.out.push("l", id, "[");
    const length = this.doc.length(id, this.heads);
    for (let i = 0; i < length; i++) this.slot(this.doc.getAll(id, i, this.heads));
    this.out.push("]");
  }

  text(id) {
    const text = this.doc.text(id, this.heads);
    // As of earlier heads it counts values in conflict together: DIFFERENCES.md.
    this.out.push("x", id, '"', string(text), '"', this.heads ? text.length : this.doc.length(id));
    if (shown.marks) this.out.push(...this.doc.marks(id, this.heads).map(mark).sort());
    if (shown.spans) this.out.push(...this.doc.spans(id, this.heads).map(span));
    if (!this.deep && !text.includes("\uFFFC")) return;
    this.out.push("[");
    for (let i = 0; i < text.length; i += text.codePointAt(i) > 0xffff ? 2 : 1) {
      if (this.deep || text[i] === "\uFFFC") this.slot(this.doc.getAll(id, i, this.heads));
    }
    this.out.push("]");
  }

  slot(values) {
    const several = values.length !== 1;
    if (several) this.out.push("(");
    for (const [type, value] of values) {
      if (type === "map" || type === "table") this.map(value);
      else if (type === "list") this.list(value);
      else if (type === "text") this.text(value);
      else this.out.push(written(type, value));
      if (several) this.out.push("|");
    }
    this.out.push(several ? ");" : ";");
  }
}

function dump(doc, deep, heads) {
  const dump = new Dump(doc, deep, heads);
  dump.map("_root");
  return dump.out.join("");
}

function heads(doc) {
  return doc.getHeads().sort().join(" ");
}

// What follows the first chunk of a saved document: changes that wait for others. A chunk has 4 bytes of magic, 4 of checksum, its type, its length in LEB128.
function waiting(saved) {
  let at = 9, length = 0, shift = 0;
  do {
    length += (saved[at] & 0x7f) * 2 ** shift;
    shift += 7;
  } while (saved[at++] & 0x80);
  return saved.subarray(at + length);
}

// Changes for a replica. In one place the engine is known to fail (DIFFERENCES.md): then the replica gets all its changes anew, in one batch.
function receive(replica, act, changes) {
  const doc = replicas.get(replica);
  const saved = doc.save();
  const actor = doc.getActorId();
  try {
    act(doc);
  } catch (e) {
    if (!isBroken(e) || !e.message.includes("exposed value must record the value it replaces")) throw e;
    const before = api.load(saved, { actor, allowMissingDeps: true });
    const anew = api.create({ actor });
    anew.loadIncremental(Buffer.concat([...before.getChanges([]), waiting(saved), changes(before)]));
    before.free();
    replicas.set(replica, anew);
    faults["merges begun anew after a panic"] = (faults["merges begun anew after a panic"] ?? 0) + 1;
  }
  return heads(replicas.get(replica));
}

function isBroken(e) {
  return e.name === "PanicError" || e instanceof WebAssembly.RuntimeError;
}

const makers = { MAP: () => ({}), LIST: () => [], TEXT: () => "" };

const steps = {
  create(replica, actor) {
    place(replica, api.create({ actor }));
    return "";
  },
  begin(replica) {
    transaction = replicas.get(replica);
    return "";
  },
  commit(message, time) {
    transaction.commit(message, time);
    return heads(transaction);
  },
  rollback() {
    transaction.rollback();
    return heads(transaction);
  },
  merge(from, to) {
    if (from === to) return heads(replicas.get(to));
    return receive(to, (doc) => doc.merge(replicas.get(from)), (doc) => replicas.get(from).saveSince(doc.getHeads()));
  },
  fork(from, to, actor) {
    return place(to, replicas.get(from).fork(actor));
  },
  forkAt(from, to, actor, at) {
    return place(to, replicas.get(from).fork(actor, at));
  },
  empty(replica, message, time) {
    replicas.get(replica).emptyChange(message, time);
    return heads(replicas.get(replica));
  },
  cursorAt(replica, object, index) {
    return replicas.get(replica).getCursor(object, index);
  },
  cursorPosition(replica, object, cursor) {
    return String(replicas.get(replica).getCursorPosition(object, cursor));
  },
  apply(replica, bytes) {
    const changes = Buffer.from(bytes, "base64");
    return receive(replica, (doc) => doc.loadIncremental(changes), () => changes);
  },
  load(replica, bytes) {
    const actor = replicas.get(replica).getActorId();
    return place(replica, api.load(Buffer.from(bytes, "base64"), { actor, allowMissingDeps: true }));
  },
  check(replica) {
    return dump(replicas.get(replica), true, undefined);
  },
  checkAt(replica, at) {
    return dump(replicas.get(replica), false, at);
  },
  put(object, place, value) {
    transaction.put(object, place, read(value), value[0]);
    return "";
  },
  putObject(object, place, type) {
    return transaction.putObject(object, place, makers[type]());
  },
  insert(object, index, value) {
    transaction.insert(object, index, read(value), value[0]);
    return "";
  },
  insertObject(object, index, type) {
    return transaction.insertObject(object, index, makers[type]());
  },
  delete(object, place) {
    transaction.delete(object, place);
    return "";
  },
  increment(object, place, by) {
    transaction.increment(object, place, Number(by));
    return "";
  },
  mark(object, start, end, expand, name, value) {
    transaction.mark(object, { start, end, expand }, name, read(value), value[0]);
    return "";
  },
  unmark(object, start, end, expand, name) {
    transaction.unmark(object, { start, end, expand }, name);
    return "";
  },
  splitBlock(object, index, block) {
    transaction.splitBlock(object, index, block);
    return "";
  },
  joinBlock(object, index) {
    transaction.joinBlock(object, index);
    return "";
  },
  updateBlock(object, index, block) {
    transaction.updateBlock(object, index, block);
    return "";
  },
  updateText(object, text) {
    transaction.updateText(object, text);
    return "";
  },
  updateSpans(object, spans) {
    transaction.updateSpans(object, spans, undefined);
    return "";
  },
  splice(object, at, del, text) {
    // One splice would insert first and delete then: DIFFERENCES.md.
    if (del > 0) transaction.splice(object, at, del, "");
    if (text !== "") transaction.splice(object, at, 0, text);
    return "";
  },
};

const writes = new Set(["put", "putObject", "insert", "insertObject", "delete", "increment", "splice", "mark", "unmark",
  "splitBlock", "joinBlock", "updateBlock", "updateText", "updateSpans", "cursorPosition"]);

function seen([name, ...rest]) {
  try {
    return steps[name](...rest);
  } catch (e) {
    if (isBroken(e)) return "broken: " + e.message;
    return full && !writes.has(name) ? String(e) : REFUSED;
  }
}

function observation(text) {
  return full || text.length <= 100 ? text : "#" + createHash("sha1").update(text, "utf8").digest("hex");
}

const give = {
  save: (replica) => replicas.get(replica).save(),
  changes: (replica, since) => replicas.get(replica).saveSince(since),
};

// Nothing once the engine has failed.
function given(name, rest) {
  try {
    return give[name](...rest);
  } catch (e) {
    return "";
  }
}

function start() {
  for (const doc of replicas.values()) {
    try {
      doc.free();
    } catch (e) {
      // it has failed before
    }
  }
  replicas = new Map();
  faults = {};
  transaction = null;
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const request = JSON.parse(line);
  if (request.start) {
    full = request.full;
    shown = request;
    start();
  }
  const answer = { seen: request.steps.map((step) => observation(seen(step))), faults };
  if (request.give) {
    const [name, ...rest] = request.give;
    answer.bytes = Buffer.from(given(name, rest)).toString("base64");
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
