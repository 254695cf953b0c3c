// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage.Version;

/** In what form changes travel: a document, changes in one piece, or each by itself to a peer that is older than flags. */
class WholeDocumentTest {
    private final Replica one = new Replica("01234567");
    private final Replica two = new Replica("89abcdef");
    private final Link link = new Link(one, two);

    @Test
    void emptyPeerGetsADocument() throws MalformedException {
        two.count("x", 0, 30);
        link.toRight(link.fromLeft());

        SyncMessage answer = link.fromRight();

        assertEquals(Version.V2, answer.version());
        assertEquals(two.doc.save().length, answer.content().length);
        assertEquals(0, answer.content()[8]);
        assertEquals(30, answer.changes().size());
    }

    @Test
    void twoThatGreetAtOnceSendADocumentOnce() throws MalformedException {
        two.count("x", 0, 30);
        SyncMessage hello = link.fromLeft();
        link.toLeft(link.fromRight());
        link.toRight(hello);
        SyncMessage document = link.fromRight();
        SyncMessage asking = link.fromLeft();
        assertEquals(two.doc.heads(), asking.need());

        link.toRight(asking);

        assertFalse(link.fromRight().hasChanges());
        link.toLeft(document);
        assertTrue(link.sync().isInSync());
    }

    @Test
    void moreThanAThirdGoesAsADocument() throws MalformedException {
        one.count("x", 0, 60);
        link.sync();
        one.count("x", 60, 89);
        SyncMessage some = link.fromLeft();
        assertNotEquals(0, some.content()[8]);
        assertEquals(29, some.changes().size());
        link.toRight(some);
        link.sync();

        one.count("x", 89, 200);
        SyncMessage most = link.fromLeft();
        assertEquals(0, most.content()[8]);
        assertEquals(200, most.changes().size());
        link.toRight(most);
        assertTrue(link.sync().isInSync());
        assertTrue(link.leftState.generate(one.doc).isEmpty());
    }

    @Test
    void peerWithoutFlagsGetsSingleUncompressedChanges() throws MalformedException {
        one.put("long", "tell me more ".repeat(100));
        one.count("x", 0, 9);
        link.old();
        link.toRight(link.fromLeft());
        link.toLeft(link.fromRight());

        byte[] bytes = link.fromLeft().toByteArray();

        Input in = new Input(bytes);
        assertEquals(0x42, in.readByte());
        assertEquals(one.doc.heads(), in.readHashes(9));
        assertEquals(List.of(), in.readHashes(9));
        assertEquals(1, in.readCount(1));
        in.readHashes(9);
        in.readBytes(in.readCount(1));
        assertEquals(10, in.readCount(1));
        for (Change change : one.doc.changes()) {
            byte[] chunk = in.readBytes(in.readCount(1));
            assertEquals(1, chunk[8]);
            assertEquals(List.of(change), Change.parse(chunk));
        }
        assertEquals(3, in.readBytes(in.remaining()).length);
    }

    @Test
    void oldPeersMeet() {
        link.old();
        one.count("x", 0, 20);
        two.count("y", 0, 20);
        assertTrue(link.sync().isInSync());
        one.put("x", "more ".repeat(200));

        assertTrue(link.takeTurns().isInSync());
    }
}
