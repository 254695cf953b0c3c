// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

/** One key and one element with a hundred thousand operations: loaded, saved, applied, taken back and compared. */
final class LongRegisterTest {
    private static final int COUNT = 100_000;
    private static final int PER_CHANGE = 1000;
    private static final String KEY = "x";

    private static ActorId actor(int writer) {
        return ActorId.of(new byte[] {(byte) (writer >> 8), (byte) writer, 1});
    }

    private static Doc grown(Doc base, int times, ObjIntConsumer<Edit> action) {
        Doc doc = base;
        for (int i = 0; i < times;) {
            Edit edit = doc.edit(actor(1));
            for (int end = i + PER_CHANGE; i < end; i++) {
                action.accept(edit, i);
            }
            doc = edit.commit(null, Instant.EPOCH).orElseThrow().document();
        }
        return doc;
    }

    /** Everything that reads or makes it again gives the same. */
    private static void assertWhole(Doc doc) throws MalformedException {
        assertTrue(Snapshots.same(doc, Doc.load(doc.save())), "saved and loaded");
        List<Change> changes = doc.changes();
        assertTrue(Snapshots.same(doc, Doc.empty().apply(changes)), "applied at once");
        Doc early = Doc.empty();
        for (Change change : changes.subList(0, Math.min(changes.size() / 3, 50))) {
            early = early.apply(List.of(change));
        }
        Doc past = doc.at(early.heads());
        assertTrue(Snapshots.same(early, past), "taken back");
        assertEquals(early.diff(doc), past.diff(doc));
        assertTrue(Snapshots.same(doc, past.apply(changes)), "forth again");
    }

    @Test
    void aHundredThousandPuts() throws MalformedException {
        Doc doc = grown(Doc.empty(), COUNT, (edit, i) -> edit.put(ObjectId.ROOT, KEY, i * 0.5));
        assertEquals(Optional.of(Scalar.of((COUNT - 1) * 0.5)), doc.get(ObjectId.ROOT, KEY));
        assertEquals(1, doc.getAll(ObjectId.ROOT, KEY).size());
        assertWhole(doc);
    }

    @Test
    void aHundredThousandPutsOfAnElement() throws MalformedException {
        Edit edit = Doc.empty().edit(actor(1));
        ObjectId list = edit.putObject(ObjectId.ROOT, KEY, ObjectType.LIST);
        edit.insert(list, 0, Scalar.NULL);
        Doc base = edit.commit(null, Instant.EPOCH).orElseThrow().document();
        Doc doc = grown(base, COUNT, (e, i) -> e.put(list, 0, Scalar.of("place " + i % 500)));
        assertEquals(Optional.of(Scalar.of("place 499")), doc.get(list, 0));
        assertWhole(doc);
        Doc deleted = doc.edit(actor(2)).delete(list, 0).commit(null, Instant.EPOCH).orElseThrow().document();
        assertEquals(0, deleted.length(list));
        assertTrue(Snapshots.same(doc, deleted.at(doc.heads())));
    }

    /** More than any limit on the successors of one operation would allow. */
    @Test
    void moreThanAHundredThousandIncrements() throws MalformedException {
        Doc base = Doc.empty().edit(actor(1)).put(ObjectId.ROOT, KEY, new Scalar.Counter(7)).commit(null, Instant.EPOCH).orElseThrow().document();
        Doc doc = grown(base, COUNT + PER_CHANGE, (edit, i) -> edit.increment(ObjectId.ROOT, KEY, 2));
        assertEquals(Optional.of(new Scalar.Counter(7 + 2L * (COUNT + PER_CHANGE))), doc.get(ObjectId.ROOT, KEY));
        assertWhole(doc);
        Doc more = doc.edit(actor(2)).increment(ObjectId.ROOT, KEY, 5).commit(null, Instant.EPOCH).orElseThrow().document();
        assertEquals(List.of(new Patch.Increment(ObjectId.ROOT, KEY, -1, 5)), doc.diff(more));
        assertEquals(List.of(new Patch.Increment(ObjectId.ROOT, KEY, -1, -5)), more.diff(doc));
    }

    @Test
    void aHundredThousandConcurrentPutsByAThousandWriters() throws MalformedException {
        Doc base = Doc.empty().edit(actor(0)).put(ObjectId.ROOT, KEY, 0).commit(null, Instant.EPOCH).orElseThrow().document();
        List<Change> all = new ArrayList<>();
        for (int writer = 1; writer <= 1000; writer++) {
            Edit edit = base.edit(actor(writer));
            for (int i = 0; i < COUNT / 1000; i++) {
                edit.put(ObjectId.ROOT, KEY, writer * 1000L + i);
            }
            all.add(edit.commit(null, Instant.EPOCH).orElseThrow().change());
        }
        Doc doc = base.apply(all);
        List<Value> shown = doc.getAll(ObjectId.ROOT, KEY);
        assertEquals(1000, shown.size());
        assertEquals(Scalar.of(1000 * 1000L + 99), shown.getLast());
        assertTrue(Snapshots.same(doc, base.apply(all.reversed())));
        assertWhole(doc);
        Doc settled = doc.edit(actor(3)).put(ObjectId.ROOT, KEY, -1).commit(null, Instant.EPOCH).orElseThrow().document();
        assertEquals(List.of(Scalar.of(-1)), settled.getAll(ObjectId.ROOT, KEY));
        assertTrue(Snapshots.same(settled, Doc.load(settled.save())));
        assertEquals(1000, settled.at(doc.heads()).getAll(ObjectId.ROOT, KEY).size());
    }
}
