// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// node sync.mjs: one document and its sync states, each known by a name. Reads commands line by line and answers each with a line:
//   new ACTOR             an empty document, and no states; answers "ok"
//   edit NUMBER           changes something, by a number that chance gave; answers "ok"
//   connect NAME KEEP     a new session; if KEEP is true, with what persists of the state before; answers "ok"
//   readonly NAME BOOLEAN a new session that takes no changes, or one that does; answers "ok"
//   generate NAME         answers the message in hexadecimal, or "-"
//   receive NAME HEX      answers "ok"
//   describe              answers heads and value as JSON
import { createInterface } from "node:readline";
import * as A from "@automerge/automerge";
import { describe, generator } from "./values.mjs";

let doc;
const states = new Map();

function edit(number) {
  const random = generator(number);
  doc = A.change(doc, { time: 0 }, (d) => {
    const key = "k" + random(5);
    switch (random(4)) {
      case 0: d[key] = random(1000) / 7; break;
      case 1: d[key] = ["a", "long ".repeat(90), new Date(random(1000) * 1000)][random(3)]; break;
      case 2: if (!Array.isArray(d.list)) d.list = []; d.list.splice(random(d.list.length + 1), 0, number % 1000); break;
      default:
        if (typeof d.text !== "string") d.text = "";
        A.splice(d, ["text"], random(d.text.length + 1), 0, "w" + random(100));
    }
  });
}

function answer([command, name, argument]) {
  switch (command) {
    case "new":
      doc = A.init({ actor: name });
      states.clear();
      return "ok";
    case "edit":
      edit(Number(name));
      return "ok";
    case "connect":
      states.set(name, argument === "true" ? A.decodeSyncState(A.encodeSyncState(states.get(name))) : A.initSyncState());
      return "ok";
    case "readonly":
      states.set(name, A.initSyncState({ readOnly: argument === "true" }));
      return "ok";
    case "generate": {
      const [state, message] = A.generateSyncMessage(doc, states.get(name));
      states.set(name, state);
      return message === null ? "-" : Buffer.from(message).toString("hex");
    }
    case "receive": {
      const [next, state] = A.receiveSyncMessage(doc, states.get(name), new Uint8Array(Buffer.from(argument, "hex")));
      doc = next;
      states.set(name, state);
      return "ok";
    }
    default:
      return describe(doc);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(answer(line.split(" ")) + "\n");
}
