// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;

/** The sound documents that hostile ones are made from: always the same, made by the engine's own transactions. */
final class Samples {
    static final ActorId A = ActorId.parse("aa");
    static final ActorId B = ActorId.parse("bb");
    static final ActorId C = ActorId.parse("0c0c0c");

    private Samples() {
    }

    private static Doc commit(Edit edit, String message) {
        return edit.commit(message, Instant.ofEpochSecond(1_000)).orElseThrow().document();
    }

    /** One of each kind of object and operation, by one actor. */
    static Doc plain() {
        Edit edit = Doc.empty().edit(A);
        edit.put(ObjectId.ROOT, "count", new Scalar.Counter(5)).put(ObjectId.ROOT, "name", "é");
        ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        edit.splice(text, 0, 0, "hello wörld 😀");
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        List<Scalar> scalars = List.of(Scalar.NULL, new Scalar.Bool(true), new Scalar.Int(-3), new Scalar.Uint(-1L), new Scalar.F64(0.5),
                new Scalar.Str("s"), new Scalar.Timestamp(7), new Scalar.Counter(1));
        for (int i = 0; i < scalars.size(); i++) {
            edit.insert(list, i, scalars.get(i));
        }
        ObjectId map = edit.insertObject(list, 2, ObjectType.MAP);
        edit.put(map, "k", 1);
        Edit next = commit(edit, null).edit(A);
        next.increment(ObjectId.ROOT, "count", 3).delete(list, 1).increment(list, 7, 2);
        next.splice(text, 2, 4, "X").delete(ObjectId.ROOT, "name");
        return commit(next, "second");
    }

    /** Two actors beside each other: conflicts in maps and lists, insertions at one place, a deletion against an update. */
    static Doc concurrent() throws MalformedException {
        Doc base = plain();
        ObjectId text = child(base, "text");
        ObjectId list = child(base, "list");
        Edit left = base.edit(A);
        left.put(ObjectId.ROOT, "name", "left").splice(text, 2, 0, "left").put(list, 0, new Scalar.Int(1)).delete(list, 3);
        left.increment(ObjectId.ROOT, "count", 10);
        Edit right = base.edit(B);
        right.put(ObjectId.ROOT, "name", "right").splice(text, 2, 0, "right").put(list, 0, new Scalar.Int(2)).put(list, 3, Scalar.NULL);
        right.increment(ObjectId.ROOT, "count", 20).splice(text, 0, 1, "");
        Doc both = commit(left, null).merge(commit(right, null));
        return commit(both.edit(C).put(ObjectId.ROOT, "name", "settled").splice(text, 0, 3, "abc"), "merge");
    }

    /** Long enough that columns and changes are deflated; typed and erased in many transactions. */
    static Doc longText() {
        Edit first = Doc.empty().edit(A);
        ObjectId text = first.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        first.splice(text, 0, 0, "The quick brown fox jumps over the lazy dog. ".repeat(7));
        Doc doc = commit(first, null);
        for (int i = 0; i < 6; i++) {
            doc = commit(doc.edit(i % 3 == 0 ? B : A).splice(text, i * 7, i % 5, "typed " + i), null);
        }
        return commit(doc.edit(C).splice(text, 20, 200, ""), null);
    }

    /** An actor that made two different changes with one sequence number. */
    static Doc forked() throws MalformedException {
        Doc base = plain();
        ObjectId text = child(base, "text");
        Doc one = commit(base.edit(B).splice(text, 1, 0, "one").put(ObjectId.ROOT, "n", 1), null);
        Doc two = commit(base.edit(B).splice(text, 1, 2, "two").put(ObjectId.ROOT, "n", 2), null);
        return commit(one.merge(two).edit(C).put(ObjectId.ROOT, "n", 3), null);
    }

    /** Changes that wait for others. */
    static Doc waiting() throws MalformedException {
        List<Change> changes = new ArrayList<>(concurrent().changes());
        changes.remove(1);
        return Doc.empty().apply(changes);
    }

    /** Marks that overlap, one of them taken back, and blocks. */
    static Doc rich() {
        Edit edit = Doc.empty().edit(A);
        ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        edit.splice(text, 0, 0, "marked and parted").mark(text, 0, 6, ExpandMark.AFTER, "bold", new Scalar.Bool(true));
        edit.mark(text, 3, 9, ExpandMark.NONE, "link", new Scalar.Str("l"));
        edit.put(edit.splitBlock(text, 7), "type", "paragraph");
        Doc doc = commit(edit, null);
        Edit left = doc.edit(A).unmark(text, 2, 4, ExpandMark.BOTH, "bold").splice(text, 4, 3, "xy");
        Edit right = doc.edit(B).mark(text, 1, 12, ExpandMark.BEFORE, "bold", new Scalar.Int(2)).splice(text, 6, 0, "z");
        return commit(commit(left, null).merge(commit(right, null)).edit(C).joinBlock(text, 7), null);
    }

    static List<Doc> all() {
        try {
            return List.of(plain(), concurrent(), longText(), forked(), waiting(), Doc.empty(), rich());
        } catch (MalformedException e) {
            throw new AssertionError("sound documents", e);
        }
    }

    /** A few to put hostile changes on; each more costs every input its time. */
    static List<Doc> few() {
        List<Doc> all = all();
        return List.of(all.get(1), all.get(3), Doc.empty(), rich());
    }

    static ObjectId child(Doc doc, String key) {
        return ((ObjectValue) doc.get(ObjectId.ROOT, key).orElseThrow()).id();
    }
}
