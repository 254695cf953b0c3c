// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What waits, and for what. */
class MissingDependenciesTest {
    /** Changes of one actor, each on top of the one before. */
    private static List<Change> chain(int actor, int length) {
        Doc doc = Doc.empty();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Edit edit = doc.edit(ActorId.of(new byte[] {(byte) actor}));
            edit.put(ObjectId.ROOT, "k", i);
            Commit commit = edit.commit(null, Instant.EPOCH).orElseThrow();
            doc = commit.document();
            changes.add(commit.change());
        }
        return changes;
    }

    @Test
    void ofHeadsAloneNotOfAllThatWaits() throws MalformedException {
        List<Change> a = chain(1, 5);
        List<Change> b = chain(2, 3);
        ChangeHash unknown = chain(3, 1).getFirst().hash();

        Doc doc = Doc.empty().apply(List.of(a.get(0), a.get(2), a.get(4), b.get(2)));

        assertEquals(1, doc.changeCount());
        assertEquals(List.of(), doc.missingDependencies(List.of()));
        assertEquals(List.of(), doc.missingDependencies(List.of(a.get(0).hash())));
        assertEquals(List.of(a.get(1).hash()), doc.missingDependencies(List.of(a.get(2).hash())));
        assertEquals(sorted(a.get(3).hash(), unknown), doc.missingDependencies(List.of(a.get(4).hash(), unknown)));
        assertEquals(sorted(a.get(1).hash(), a.get(3).hash(), b.get(1).hash()), doc.missingDependencies());

        Doc more = doc.apply(List.of(a.get(3)));

        assertEquals(List.of(a.get(1).hash()), more.missingDependencies(List.of(a.get(4).hash(), a.get(0).hash())));
        assertEquals(5, more.apply(List.of(a.get(1))).changeCount());
        assertEquals(List.of(), more.apply(List.of(a.get(1))).missingDependencies(List.of(a.get(4).hash())));
    }

    private static List<ChangeHash> sorted(ChangeHash... hashes) {
        return List.of(hashes).stream().sorted().toList();
    }
}
