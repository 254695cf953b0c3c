// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// node run.mjs ENGINE SHARED WORK STEPS ROWS SKIP: what EngineRun.java does for the engines in Java, for one from npm.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES } from "./engines.mjs";
import { keystrokes, readTrace, replay } from "./edits.mjs";
import { clock, Meter, MOST_RUNS, now } from "./meter.mjs";

const [name, shared, work, steps, rows, skip] = process.argv.slice(2);
const words = (argument) => (argument ?? "").split(",").filter((word) => word !== "");
const wanted = new Set(words(rows));
const skipped = new Set(words(skip));
const engine = ENGINES[name]();
const meter = new Meter(Number(steps) > 0);

const TRACES = ["automerge-paper", "sveltecomponent", "friendsforever"];
const FILES = ["C1.am", "A1.am", "S1.am", "moby-dick.automerge", "godot-modeled.amrg", "monday-meeting-notes.automerge", "brave-ape-49.automerge"];
const METRICS = ["edit-once", "edit-each", "edit-each-hashed", "save-once", "save-each", "save-again", "size-once", "size-each",
  "load-deferred-once", "load-deferred-each", "open-once", "open-each", "load-once", "load-each", "text", "batch", "keystroke", "merge"];
const KEYSTROKES = 1000;

const say = (...cells) => process.stdout.write(cells.join("\t") + "\n");
const wants = (row) => !skipped.has(row) && wanted.has(row);
const print = (row, { median, best, count }) => say("row", row, median, best, count);
const check = (what, text) => say("check", what, createHash("sha256").update(text).digest("hex").slice(0, 24));

function time(row, measure) {
  if (!wants(row)) return;
  say("begin", row);
  try {
    print(row, measure());
  } catch (error) {
    say("fail", row, String(error.stack ?? error).split("\n").slice(0, 2).join(" ").replaceAll("\t", " "));
  }
}

function verify(found, expected, what) {
  if (engine.text(found) !== expected) throw new Error(what + ": another text than expected");
}

function trace(traceName) {
  const row = (metric) => traceName + "/" + metric;
  if (!METRICS.some((metric) => wants(row(metric)))) return;
  const { writers, steps: typed, edits, text } = readTrace(join(shared, "data/traces", traceName + ".json.gz"), Number(steps));
  const once = (document) => engine.editInOne(document, edits);
  const each = (document) => (writers > 1 ? replicas(typed, writers) : engine.editOneByOne(document, edits, null));
  const done = (found) => {
    if (text !== null) verify(found, text, traceName);
    engine.free(found);
  };
  if (writers === 1) variant(row, "once", once, done);
  variant(row, "each", each, done);
  if (["save-again", "text", "batch", "keystroke", "merge"].some((metric) => wants(row(metric)))) {
    const document = engine.load(saved(row, "each", each, done));
    const final = engine.text(document);
    if (text !== null) verify(document, text, traceName);
    const other = engine.editInOne(engine.copy(document, 51), [[0, 0, "x"]]);
    engine.free(engine.merge(engine.copy(document, 50), other));
    engine.free(other);
    afterKeystroke(row, document, final);
    batch(row, document, edits, writers, final);
    remoteKeystrokes(row, document, final);
    merge(row, document, final);
    check(row("text"), final);
  }
}

const fileOf = (row, variant) => join(work, name + "-" + row(variant).replace("/", "-"));

// What this or another process saved.
function saved(row, variant, edit, done) {
  if (!existsSync(fileOf(row, variant))) {
    const document = edit(engine.create());
    writeFileSync(fileOf(row, variant), engine.save(document));
    done(document);
  }
  return readFileSync(fileOf(row, variant));
}

function variant(row, which, edit, done) {
  const any = (...metrics) => metrics.some((metric) => wants(row(metric + "-" + which)));
  let document;
  time(row("edit-" + which), () => meter.time(engine.create, edit, (found) => {
    if (document) done(document);
    document = found;
  }));
  if (any("save", "size")) {
    document ??= edit(engine.create());
    time(row("save-" + which), () => meter.time(() => document, engine.save));
    const bytes = engine.save(document);
    writeFileSync(fileOf(row, which), bytes);
    print(row("size-" + which), { median: bytes.length, best: bytes.length, count: 1 });
  }
  if (document) done(document);
  const load = (metric, how) => {
    if (!any(metric)) return;
    const bytes = saved(row, which, edit, done);
    time(row(metric + "-" + which), () => meter.time(() => bytes, how, done));
  };
  load("load", engine.load);
  if (engine.loadDeferred) {
    load("load-deferred", engine.loadDeferred);
    load("open", (bytes) => {
      const loaded = engine.loadDeferred(bytes);
      engine.text(loaded);
      return loaded;
    });
  }
}

function afterKeystroke(row, document, text) {
  const edits = keystrokes(7, text.length, MOST_RUNS);
  const typing = () => ({
    current: engine.copy(document, 50),
    done: 0,
    next() {
      this.current = engine.editInOne(this.current, [edits[this.done++]]);
      return this.current;
    },
  });
  time(row("save-again"), () => {
    const keys = typing();
    return meter.time(() => {
      engine.save(keys.current);
      return keys.next();
    }, engine.save);
  });
  time(row("text"), () => {
    const keys = typing();
    const sample = meter.time(() => keys.next(), engine.text);
    verify(keys.current, replay(text, edits.slice(0, keys.done)), row("text"));
    return sample;
  });
}

// All changes, one per edit, into an empty document. Engines without a history of changes are asked for them while it is typed.
function batch(row, document, edits, writers, text) {
  if (name === "diamond-types" || (!engine.history && writers > 1)) return;
  time(row("batch"), () => {
    let changes = [];
    if (engine.history) changes = engine.history(document);
    else engine.free(engine.editOneByOne(engine.create(), edits, changes));
    return meter.time(engine.blank, (blank) => engine.receive(blank, changes), (found) => {
      verify(found, text, row("batch"));
      engine.free(found);
    });
  });
}

function remoteKeystrokes(row, document, text) {
  time(row("keystroke"), () => {
    const edits = keystrokes(11, text.length, KEYSTROKES);
    const changes = [];
    engine.free(engine.editOneByOne(engine.copy(document, 51), edits, changes));
    let times = [];
    const start = now();
    for (let pass = 0; pass < 200 && (pass === 0 || now() - start < meter.limit); pass++) times = receiveAll(row, document, text, changes, edits);
    times.sort((a, b) => a - b);
    const high = times[Math.floor((times.length * 99) / 100)];
    print(row("keystroke-p99"), { median: high, best: high, count: times.length });
    return Meter.sample(times);
  });
}

function receiveAll(row, document, text, changes, edits) {
  let current = engine.copy(document, 52);
  if (engine.listen) current = engine.listen(current);
  const patches = [];
  const times = [];
  const end = now() + 2 * meter.limit;
  while (times.length < changes.length && (times.length === 0 || now() < end)) {
    const start = clock();
    current = engine.receiveOne(current, changes[times.length], patches);
    times.push(clock() - start);
  }
  const expected = replay(text, edits.slice(0, times.length));
  verify(current, expected, row("keystroke"));
  if (replay(text, patches.map(engine.edit)) !== expected) throw new Error(row("keystroke") + ": the patches lead to another text");
  engine.free(current);
  return times;
}

function merge(row, document, text) {
  time(row("merge"), () => {
    const typed = (writer, seed) => engine.editOneByOne(engine.copy(document, writer), keystrokes(seed, text.length, KEYSTROKES), null);
    const left = typed(53, 13);
    const right = typed(54, 17);
    const copyOf = (original, writer) => Object.assign(engine.copy(original, writer), original.base ? { base: original.base } : {});
    const sample = meter.time(() => copyOf(left, 55), (copied) => engine.merge(copied, right), engine.free);
    verify(engine.merge(copyOf(left, 55), right), engine.text(engine.merge(copyOf(right, 56), left)), row("merge"));
    return sample;
  });
}

// Each writer on a replica of its own; before a step it gets exactly what it had seen then.
function replicas(typed, writers) {
  const base = engine.create();
  const documents = [];
  const changes = [];
  const have = [];
  for (let w = 0; w < writers; w++) {
    documents.push(engine.copy(base, w + 1));
    changes.push([]);
    have.push(new Array(writers).fill(0));
  }
  const catchUp = (writer, wanted) => {
    for (let other = 0; other < writers; other++) {
      if (other !== writer && wanted[other] > have[writer][other]) {
        documents[writer] = engine.receive(documents[writer], changes[other].slice(have[writer][other], wanted[other]));
        have[writer][other] = wanted[other];
      }
    }
  };
  for (const { writer, seen, edits } of typed) {
    catchUp(writer, seen);
    documents[writer] = engine.editOneByOne(documents[writer], edits, changes[writer]);
  }
  catchUp(0, changes.map((list) => list.length));
  documents.slice(1).forEach(engine.free);
  return documents[0];
}

// A document of Automerge's; nobody else reads those, and its JavaScript objects add nothing but their own cost.
function file(fileName) {
  const path = join(shared, "conformance/automerge", fileName);
  if (name !== "automerge-wasm" || !existsSync(path) || !["load", "load-deferred", "save"].some((metric) => wants(fileName + "/" + metric))) return;
  const bytes = readFileSync(path);
  time(fileName + "/load", () => meter.time(() => bytes, engine.load, engine.free));
  time(fileName + "/load-deferred", () => meter.time(() => bytes, engine.loadDeferred, engine.free));
  time(fileName + "/save", () => {
    const document = engine.load(bytes);
    const texts = engine.texts(document).sort(([a], [b]) => (a < b ? -1 : 1));
    check(fileName, "[" + engine.heads(document).join(", ") + "]\n" + texts.map(([key, text]) => key + "\n" + text).join("\n"));
    return meter.time(() => document, engine.save);
  });
}

// One document alone in its process: by how much the resident memory grew.
function memory() {
  for (const traceName of TRACES) {
    const row = traceName + "/memory-loaded";
    const path = join(work, name + "-" + traceName + "-each");
    if (!wants(row) || !existsSync(path)) continue;
    time(row, () => {
      const size = () => {
        for (let i = 0; i < 5; i++) globalThis.gc();
        return process.memoryUsage().rss;
      };
      const bytes = readFileSync(path);
      const before = size();
      const document = engine.load(bytes);
      const grown = size() - before;
      if (engine.text(document) === "") throw new Error("no text");
      return { median: grown, best: grown, count: 1 };
    });
  }
}

memory();
TRACES.forEach(trace);
FILES.forEach(file);
