// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage.Version;

/** Two and three peers, message by message; the cases are those of Automerge's own tests and of its issues. */
class SyncStateTest {
    private final Replica one = new Replica("01234567");
    private final Replica two = new Replica("89abcdef");
    private final Link link = new Link(one, two);

    private static List<ChangeHash> sorted(ChangeHash... hashes) {
        return List.of(hashes).stream().sorted().toList();
    }

    @Test
    void firstMessageOfNothing() {
        SyncMessage hello = link.fromLeft();

        assertEquals(List.of(), hello.heads());
        assertEquals(List.of(), hello.need());
        assertEquals(List.of(Have.NOTHING), hello.haves());
        assertFalse(hello.hasChanges());
        assertEquals(Version.V1, hello.version());
    }

    @Test
    void secondMessageWaitsForAnAnswer() {
        one.put("key", "value");

        assertTrue(link.leftState.generate(one.doc).isPresent());
        assertTrue(link.leftState.generate(one.doc).isEmpty());
    }

    @Test
    void bothSidesSpeakOnceThoughThereIsNothing() {
        link.toRight(link.fromLeft());
        link.toLeft(link.fromRight());

        assertEquals(Optional.empty(), link.leftState.generate(one.doc));
        assertEquals(Optional.empty(), link.rightState.generate(two.doc));
        assertTrue(link.isInSync());
    }

    @Test
    void equalHeadsAreAnsweredOnce() {
        one.count("x", 0, 5);
        two.doc = one.doc;

        link.toRight(link.fromLeft());
        link.toLeft(link.fromRight());

        assertEquals(one.doc.heads(), link.leftState.sharedHeads());
        assertEquals(Optional.empty(), link.leftState.generate(one.doc));
        assertEquals(Optional.empty(), link.rightState.generate(two.doc));
    }

    @Test
    void onePeerGetsAllFromTheOther() {
        one.count("x", 0, 10);

        link.sync();

        assertEquals("9", two.get("x"));
        assertTrue(link.isInSync());
    }

    @Test
    void laterChangesFollow() {
        one.count("x", 0, 5);
        link.sync();
        one.count("x", 5, 10);

        link.sync();

        assertEquals("9", two.get("x"));
        assertTrue(link.isInSync());
    }

    @Test
    void changesOfBothCross() {
        one.count("x", 0, 5);
        two.count("y", 0, 5);
        ChangeHash head1 = one.head();
        ChangeHash head2 = two.head();
        SyncMessage toRight = link.fromLeft();
        SyncMessage toLeft = link.fromRight();
        assertFalse(toRight.hasChanges() || toLeft.hasChanges());
        link.toRight(toRight);
        link.toLeft(toLeft);

        toRight = link.fromLeft();
        toLeft = link.fromRight();
        assertTrue(toRight.hasChanges() && toLeft.hasChanges());
        link.toRight(toRight);
        link.toLeft(toLeft);
        assertEquals(one.doc.heads(), two.doc.heads());

        toRight = link.fromLeft();
        toLeft = link.fromRight();
        assertFalse(toRight.hasChanges() || toLeft.hasChanges());
        link.toRight(toRight);
        link.toLeft(toLeft);
        assertEquals(sorted(head1, head2), link.leftState.sharedHeads());
        assertEquals(sorted(head1, head2), link.rightState.sharedHeads());
        assertEquals(Optional.empty(), link.leftState.generate(one.doc));
        assertEquals(Optional.empty(), link.rightState.generate(two.doc));

        one.put("x", "5");
        assertEquals(sorted(head1, head2), link.fromLeft().haves().getFirst().lastSync());
    }

    @Test
    void eachChangeIsSentOnceWithoutWaiting() throws MalformedException {
        one.count("x", 0, 10);
        link.sync();

        for (String value : List.of("a", "b", "c")) {
            Change change = one.put("x", value);
            assertEquals(List.of(change), link.fromLeft().changes());
        }
    }

    @Test
    void divergedPeersMeet() {
        one.count("x", 0, 10);
        link.sync();
        one.count("x", 10, 15);
        two.count("x", 15, 18);

        new Link(one, two).sync();
        assertEquals(2, one.doc.heads().size());
        assertEquals(one.doc.heads(), two.doc.heads());

        one.count("x", 20, 25);
        two.count("x", 25, 28);
        assertTrue(link.reconnect().sync().isInSync());
    }

    @Test
    void restoredBackupCatchesUp() {
        one.count("x", 0, 3);
        link.sync();
        Replica restored = two.fork("89abcdef");
        byte[] oldState = link.rightState.toByteArray();
        one.count("x", 3, 6);
        link.sync();
        one.count("x", 6, 9);

        Link again = new Link(one, restored);
        again.leftState = parsed(link.leftState.toByteArray());
        again.rightState = parsed(oldState);
        again.sync();

        assertEquals("8", restored.get("x"));
        assertTrue(again.isInSync());
    }

    @Test
    void peerThatLostAllWithoutDisconnectingIsServedAgain() {
        one.count("x", 0, 3);
        link.sync();

        two.doc = Doc.empty();
        link.rightState = new SyncState();
        link.sync();

        assertEquals("2", two.get("x"));
        assertTrue(link.isInSync());
    }

    @Test
    void ownLossIsNoticed() {
        one.count("x", 0, 9);
        Doc early = one.doc;
        one.count("x", 9, 12);
        link.sync();
        two.count("y", 0, 1);

        one.doc = early;
        link.sync();
        assertEquals("11", one.get("x"));
        assertTrue(link.isInSync());

        one.doc = Doc.empty();
        link.takeTurns();
        assertEquals("11", one.get("x"));
        assertTrue(link.isInSync());

        one.doc = Doc.empty();
        link.reconnect().sync();
        assertEquals("0", one.get("y"));
        assertTrue(link.isInSync());
    }

    @Test
    void changesBesideTheLastSyncArrive() {
        Replica three = new Replica("fedcba98");
        Link link23 = new Link(two, three);
        one.put("x", "1");
        link.sync();
        link23.sync();
        one.put("x", "2");
        link.sync();
        one.put("x", "3");
        two.put("x", "4");
        two.apply(three.put("x", "5"));

        assertTrue(link.sync().isInSync());
        assertEquals(3, one.doc.heads().size());
    }

    @Test
    void manyBranchesAndMerges() {
        Replica three = new Replica("fedcba98");
        Change first = one.put("x", "0");
        two.apply(first);
        three.apply(first);
        Change aside = three.put("x", "1");
        for (int i = 1; i < 20; i++) {
            Change change1 = one.put("n1", "" + i);
            Change change2 = two.put("n2", "" + i);
            one.apply(change2);
            two.apply(change1);
        }
        link.sync();
        two.apply(aside);
        one.put("n1", "final");
        two.put("n1", "final");

        assertTrue(link.sync().isInSync());
    }

    /** Automerge's issue 702. */
    @Test
    void changeMadeBeforeTheAnswerGetsThrough() {
        for (int i = 0; i < 300; i++) {
            Link fresh = new Link(new Replica("01234567"), new Replica("89abcdef")).sync();
            fresh.right.put("x", "" + i);
            fresh.toLeft(fresh.fromRight());
            fresh.left.put("x", "own " + i);

            assertTrue(fresh.sync().isInSync());
        }
    }

    @Test
    void emptyStateAndStateAfterSync() throws MalformedException {
        assertEquals("4300", HexFormat.of().formatHex(new SyncState().toByteArray()));
        one.count("x", 0, 3);
        link.sync();

        assertEquals(one.doc.heads(), SyncState.parse(link.leftState.toByteArray()).sharedHeads());
        assertTrue(SyncState.parse(link.leftState.toByteArray()).peerHasAll(one.doc));
        assertFalse(SyncState.parse(link.leftState.toByteArray()).isInSync(one.doc));
    }

    @Test
    void inSyncMeansBothWays() {
        one.count("x", 0, 3);
        link.sync();
        two.count("x", 3, 9);
        assertTrue(link.leftState.isInSync(one.doc));

        link.toLeft(new SyncMessage(Version.V2, two.doc.heads(), List.of(), List.of(), List.of(), Set.of()));

        assertTrue(link.leftState.peerHasAll(one.doc));
        assertFalse(link.leftState.isInSync(one.doc));
    }

    private static SyncState parsed(byte[] bytes) {
        try {
            return SyncState.parse(bytes);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
