// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Batches that are read, and histories that are hashed, by more than one thread. */
class LargeBatchTest {
    private static final int SIZE = 6_000;

    private static final List<Change> CHANGES = new ArrayList<>();
    private static Doc doc = Doc.empty();

    /** Two that write in turns, now and then both at once. */
    @BeforeAll
    static void write() throws MalformedException {
        Doc other = doc;
        for (int i = 0; i < SIZE; i++) {
            Commit commit = commit(doc, 1, i);
            doc = commit.document();
            CHANGES.add(commit.change());
            if (i % 3 == 0) {
                Commit theirs = commit(other, 2, i);
                CHANGES.add(theirs.change());
                doc = doc.apply(List.of(theirs.change()));
                other = doc;
            }
        }
    }

    private static Commit commit(Doc doc, int actor, int value) {
        Edit edit = doc.edit(ActorId.of(new byte[] {(byte) actor}));
        edit.put(ObjectId.ROOT, "k" + value % 7, value);
        return edit.commit("a message that makes it longer", Instant.ofEpochSecond(value)).orElseThrow();
    }

    private static byte[] bytes(List<Change> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        changes.forEach(change -> out.writeBytes(change.toByteArray()));
        return out.toByteArray();
    }

    @Test
    void isReadInOrder() throws MalformedException {
        assertEquals(CHANGES, Change.parse(bytes(CHANGES)));
        assertEquals(doc.heads(), Doc.empty().apply(Change.parse(bytes(CHANGES))).heads());
    }

    @Test
    void isRefusedWholeWhereverItIsBad() {
        byte[] bytes = bytes(CHANGES);
        for (int at : new int[] {0, 100, bytes.length / 2, bytes.length * 3 / 4, bytes.length - 1}) {
            byte[] bad = bytes.clone();
            bad[at] ^= 8;
            assertThrows(MalformedException.class, () -> Change.parse(bad), "at " + at);
        }
    }

    @Test
    void mayHoldADocumentAmongItsChanges() throws MalformedException {
        List<Change> half = CHANGES.subList(0, CHANGES.size() / 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(half));
        out.writeBytes(doc.save());

        assertEquals(half.size() + CHANGES.size(), Change.parse(out.toByteArray()).size());
    }

    @Test
    void hashesOfALoadedHistoryAreThoseThatWereSigned() throws MalformedException {
        Doc loaded = Doc.loadDeferred(doc.save());

        loaded.verify();

        assertEquals(CHANGES.stream().map(Change::hash).sorted().toList(), loaded.changes().stream().map(Change::hash).sorted().toList());
    }
}
