// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletersTest {
    private static final ActorId A = ActorId.parse("0a");
    private static final ActorId B = ActorId.parse("0b");

    @Test
    void everyConcurrentDeleterIsNamed() {
        Edit edit = Doc.empty().edit(A);
        ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        edit.splice(text, 0, 0, "ab");
        Doc base = commit(edit);
        OpId element = base.elementAt(text, 0);
        assertTrue(base.deleters(text, element).isEmpty());

        Doc one = commit(base.edit(A).splice(text, 0, 1, ""));
        Doc two = commit(base.edit(B).splice(text, 0, 1, ""));
        Doc both = one.merge(two);

        assertEquals(List.of(A), actors(one.deleters(text, element)));
        assertEquals(List.of(A, B), actors(both.deleters(text, element)));
        assertTrue(both.deleters(text, both.elementAt(text, 0)).isEmpty());
    }

    private static List<ActorId> actors(List<OpId> ids) {
        return ids.stream().map(OpId::actor).toList();
    }

    private static Doc commit(Edit edit) {
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }
}
