// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Value;

/** What must hold of every document that was accepted: whoever can make us take it must not be able to make us lose it. */
final class Oracle {
    private Oracle() {
    }

    static void check(Doc doc) {
        Budget.USE.run("reading", () -> read(doc));
        Budget.USE.run("the difference to nothing", () -> Doc.empty().diff(doc));
        Doc again = checkSaved(doc);
        Optional<Doc> applied = Budget.USE.run("applying its changes", () -> Doc.empty().apply(doc.changes()));
        require(applied.isPresent() && applied.get().heads().equals(doc.heads()), "its changes give another document");
        require(read(again).equals(read(doc)) && read(applied.get()).equals(read(doc)), "the same history shows different values");
    }

    /** The document saved and loaded. */
    static Doc checkSaved(Doc doc) {
        byte[] saved = Budget.USE.run("saving", doc::save).orElseThrow();
        Optional<Doc> again = Budget.USE.run("loading what was saved", () -> Doc.load(saved));
        require(again.isPresent(), "what was saved does not load: " + refusal(saved));
        require(again.get().heads().equals(doc.heads()), "heads differ after saving and loading");
        require(again.get().missingDependencies().equals(doc.missingDependencies()), "waiting changes were lost in saving");
        require(again.get().forks().equals(doc.forks()), "forks differ after saving and loading");
        return again.get();
    }

    private static String refusal(byte[] saved) {
        try {
            Doc.load(saved);
            return "(it does now)";
        } catch (MalformedException e) {
            return e.getMessage();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Finding(otherwise);
        }
    }

    /** Everything visible, as text. */
    static String read(Doc doc) {
        StringBuilder out = new StringBuilder();
        Set<ObjectId> seen = new HashSet<>(Set.of(ObjectId.ROOT));
        Deque<ObjectId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ObjectId id = open.pop();
            ObjectType type = doc.type(id).orElseThrow();
            out.append(id).append(type);
            if (type == ObjectType.TEXT) {
                out.append(doc.text(id)).append(doc.marks(id)).append(doc.spans(id));
            }
            if (type == ObjectType.MAP || type == ObjectType.TABLE) {
                doc.keys(id).forEach(key -> show(key, doc.getAll(id, key), out, seen, open));
            } else {
                for (int i = 0; i < doc.length(id); i++) {
                    show(i, doc.getAll(id, i), out, seen, open);
                }
            }
        }
        return out.toString();
    }

    private static void show(Object place, List<Value> values, StringBuilder out, Set<ObjectId> seen, Deque<ObjectId> open) {
        out.append(place).append(values);
        for (Value value : values) {
            if (value instanceof ObjectValue o && seen.add(o.id())) {
                open.push(o.id());
            }
        }
    }
}
