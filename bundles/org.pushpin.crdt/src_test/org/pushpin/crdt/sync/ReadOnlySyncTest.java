// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.sync.SyncMessage.Flag;

/** Peers that give and do not take, and that change their mind. */
class ReadOnlySyncTest {
    private final Replica one = new Replica("abc123");
    private final Replica two = new Replica("def456");
    private final Link link = new Link(one, two);

    @BeforeEach
    void oneTakesNothing() {
        link.leftState.setReadOnly(true);
    }

    private void bothChange(String round) {
        one.put("one " + round, "1");
        two.put("two " + round, "2");
    }

    private void assertQuiet() {
        assertEquals(Optional.empty(), link.leftState.generate(one.doc));
        assertEquals(Optional.empty(), link.rightState.generate(two.doc));
    }

    @Test
    void changesGoOneWay() {
        bothChange("a");
        List<ChangeHash> before = one.doc.heads();

        link.sync();

        assertEquals("1", two.get("one a"));
        assertEquals(before, one.doc.heads());
        assertTrue(link.rightState.isPeerReadOnly());
        assertFalse(link.leftState.isPeerReadOnly());
        assertQuiet();
    }

    @Test
    void emptyReaderStaysEmpty() {
        two.put("key", "value");

        link.sync();

        assertEquals(List.of(), one.doc.heads());
        assertQuiet();
    }

    @Test
    void nothingIsSentToOneThatTakesNothing() {
        two.put("key", "value");
        link.toRight(link.fromLeft());

        assertFalse(link.fromRight().hasChanges());
    }

    @Test
    void documentOnItsWayIsIgnored() {
        two.count("x", 0, 9);
        link.leftState.setReadOnly(false);
        link.toRight(link.fromLeft());
        SyncMessage document = link.fromRight();
        link.leftState.setReadOnly(true);

        link.toLeft(document);
        link.sync();

        assertEquals(List.of(), one.doc.heads());
        assertQuiet();
        link.leftState.setReadOnly(false);
        assertTrue(link.sync().isInSync());
        assertEquals("8", one.get("x"));
    }

    @Test
    void bothTakeNothingAndFallSilent() {
        link.rightState.setReadOnly(true);
        for (int round = 0; round < 5; round++) {
            bothChange("" + round);
            List<ChangeHash> heads1 = one.doc.heads();
            List<ChangeHash> heads2 = two.doc.heads();
            link.sync();
            assertEquals(List.of(heads1, heads2), List.of(one.doc.heads(), two.doc.heads()));
            assertEquals(Optional.of(heads2), link.leftState.peerHeads());
            assertEquals(Optional.of(heads1), link.rightState.peerHeads());
            assertQuiet();
        }
        link.leftState.setReadOnly(false);
        link.rightState.setReadOnly(false);
        bothChange("after");

        assertTrue(link.sync().isInSync());
        assertEquals("2", one.get("two 0"));
        assertEquals("1", two.get("one after"));
    }

    @Test
    void laterChangesGoOneWayToo() {
        bothChange("a");
        link.sync();
        bothChange("b");

        link.sync();

        assertEquals("1", two.get("one b"));
        assertNull(one.get("two b"));
    }

    @Test
    void changeMadeBeforeTheAnswerGetsThrough() {
        for (int i = 0; i < 100; i++) {
            Link fresh = new Link(new Replica("abc123"), new Replica("def456"));
            fresh.leftState.setReadOnly(true);
            fresh.sync();
            fresh.right.put("x", "" + i);
            fresh.toLeft(fresh.fromRight());
            fresh.left.put("y", "" + i);
            fresh.sync();
            assertEquals("" + i, fresh.right.get("y"));
            assertNull(fresh.left.get("x"));
        }
    }

    @Test
    void publisherOfSeveral() {
        Replica three = new Replica("fedcba98");
        Link link13 = new Link(one, three);
        link13.leftState.setReadOnly(true);
        one.count("one", 0, 10);
        two.put("two", "2");
        three.put("three", "3");
        link.sync();
        link13.sync();
        assertNull(three.get("two"));

        Link link23 = new Link(two, three).sync();
        link.sync();
        link13.sync();

        assertTrue(link23.isInSync());
        assertEquals("3", two.get("three"));
        assertEquals(1, one.doc.heads().size());
        one.put("one", "news");
        link.sync();
        link13.sync();
        assertEquals("news", two.get("one"));
        assertEquals("news", three.get("one"));
        assertTrue(link23.sync().isInSync());
    }

    @Test
    void oneThatTakesAgainGetsAllOfAllRounds() {
        for (int round = 0; round < 4; round++) {
            bothChange("" + round);
            link.sync();
        }
        assertNull(one.get("two 0"));

        link.leftState.setReadOnly(false);
        SyncMessage reset = link.fromLeft();
        assertEquals(Set.of(Flag.SUPPORTS_V2, Flag.SUPPORTS_SYNC_RESET, Flag.SYNC_RESET), reset.flags());
        assertNotEquals(List.of(), reset.heads());
        link.toRight(reset);
        assertFalse(link.rightState.isPeerReadOnly());
        link.sync();

        assertEquals("2", one.get("two 0"));
        assertEquals("2", one.get("two 3"));
        assertTrue(link.isInSync());
    }

    @Test
    void oneThatTakesAgainFromAnOlderPeerSeemsToHaveLostAll() {
        link.old();
        bothChange("a");
        link.sync();
        two.put("two b", "2");
        link.toLeft(link.fromRight());

        link.leftState.setReadOnly(false);
        SyncMessage begin = link.fromLeft();
        assertEquals(List.of(), begin.heads());
        assertFalse(begin.flags().contains(Flag.SYNC_RESET));
        link.toRight(begin);
        link.sync();

        assertEquals("2", one.get("two a"));
        assertEquals("2", one.get("two b"));
        assertTrue(link.isInSync());
    }

    @Test
    void oneThatNoLongerTakesSaysSoAtOnce() {
        link.leftState.setReadOnly(false);
        bothChange("a");
        link.sync();
        two.put("two b", "2");
        link.toLeft(link.fromRight());
        SyncMessage answer = link.fromLeft();
        assertFalse(answer.flags().contains(Flag.READ_ONLY));

        link.leftState.setReadOnly(true);

        assertTrue(link.fromLeft().flags().contains(Flag.READ_ONLY));
        link.leftState.setReadOnly(false);
        assertTrue(link.fromLeft().flags().contains(Flag.SYNC_RESET));
    }

    @Test
    void backAndForth() {
        for (int round = 0; round < 6; round++) {
            boolean takes = round % 2 == 1;
            link.leftState.setReadOnly(!takes);
            assertEquals(!takes, link.leftState.isReadOnly());
            bothChange("" + round);
            link.sync();
            assertEquals("1", two.get("one " + round));
            assertEquals(takes ? "2" : null, one.get("two " + round));
            assertEquals(takes, link.isInSync());
        }
    }
}
