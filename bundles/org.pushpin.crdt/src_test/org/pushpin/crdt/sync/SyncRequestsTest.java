// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage.Flag;
import org.pushpin.crdt.sync.SyncMessage.Version;

/** What peers ask for and claim by name, whether they have it or not. */
class SyncRequestsTest {
    private final Replica one = new Replica("01234567");
    private final Replica two = new Replica("89abcdef");
    private final Link link = new Link(one, two);

    private static List<ChangeHash> sorted(ChangeHash... hashes) {
        return List.of(hashes).stream().sorted().toList();
    }

    @Test
    void anyChangeMayBeAskedFor() throws MalformedException {
        one.count("x", 0, 6);
        Change wanted = one.doc.changes().get(2);
        link.sync();
        link.reconnect();
        SyncMessage hello = link.fromLeft();

        link.toRight(new SyncMessage(hello.version(), hello.heads(), List.of(wanted.hash()), hello.haves(), List.of(), hello.flags()));

        assertTrue(link.fromRight().changes().contains(wanted));
    }

    @Test
    void whatDoesNotExistIsNotSent() {
        one.count("x", 0, 3);
        two.doc = one.doc;
        SyncMessage hello = link.fromLeft();
        link.toRight(hello);
        link.toLeft(link.fromRight());
        List<ChangeHash> nowhere = List.of(ChangeHash.of(new byte[32]));

        link.toRight(new SyncMessage(hello.version(), hello.heads(), nowhere, hello.haves(), List.of(), hello.flags()));

        assertEquals(Optional.empty(), link.rightState.generate(two.doc));
    }

    @Test
    void aPartOfTheChangesMayBeSent() throws MalformedException {
        Replica three = new Replica("76543210");
        three.doc = one.count("x", -20, 1).doc;
        one.count("x", 1, 3);
        three.count("x", 3, 5);
        two.doc = three.doc;
        ChangeHash c2 = one.head();
        ChangeHash c4 = three.head();
        link.sync().reconnect();
        assertEquals(sorted(c2, c4), link.leftState.sharedHeads());
        Change five = three.put("x", "5");
        Change six = three.put("x", "6");
        three.count("x", 7, 9);
        two.doc = two.doc.merge(three.doc);
        link.toRight(link.fromLeft());
        SyncMessage all = link.fromRight();

        link.toLeft(new SyncMessage(all.version(), all.heads(), all.need(), all.haves(), List.of(five.toByteArray(), six.toByteArray()),
                all.flags()));

        assertEquals(sorted(c2, six.hash()), link.leftState.sharedHeads());
        SyncMessage more = link.fromLeft();
        assertEquals(three.doc.heads(), more.need());
        assertEquals(sorted(c2, six.hash()), more.haves().getFirst().lastSync());
    }

    @Test
    void severalFiltersSpareRepetition() throws MalformedException {
        Replica three = new Replica("76543210");
        Link link13 = new Link(one, three);
        Link link32 = new Link(three, two);
        one.count("x", 0, 30);
        link.sync();
        link13.sync();
        link32.sync();
        one.count("x", 100, 102);
        two.count("x", 200, 202);
        one.doc = one.doc.merge(two.doc);
        two.doc = two.doc.merge(one.doc);
        one.put("x", "3 @ n1");
        Change own = two.put("x", "3 @ n2");
        three.count("x", 300, 303);
        link13.reconnect();
        link32.reconnect();
        SyncMessage fromOne = link13.fromLeft();
        link13.toRight(fromOne);
        SyncMessage hello = link32.fromLeft();

        link32.toRight(new SyncMessage(hello.version(), hello.heads(), hello.need(),
                List.of(hello.haves().getFirst(), fromOne.haves().getFirst()), List.of(), hello.flags()));

        assertEquals(List.of(own), link32.fromRight().changes());
    }

    @Test
    void orphansOfOthersDoNotStall() {
        Replica stranger = new Replica("aaaa");
        stranger.put("s", "1");
        Change orphan = stranger.put("s", "2");
        one.apply(orphan);
        one.count("x", 0, 10);
        two.count("y", 0, 10);
        assertFalse(one.doc.missingDependencies().isEmpty());

        link.sync();

        assertEquals("9", one.get("y"));
        assertEquals("9", two.get("x"));
        assertEquals(one.doc.heads(), two.doc.heads());
        two.doc = two.doc.merge(stranger.doc);
        link.sync();
        assertEquals("2", one.get("s"));
    }

    /** A third peer is not asked for ever for what only the second has. */
    @Test
    void thirdPeerIsNotAskedForWhatItHasNot() {
        Replica three = new Replica("fedcba98");
        two.put("y", "1");
        one.apply(two.put("y", "2"));
        one.put("x", "1");
        Link link13 = new Link(one, three);

        assertTrue(link13.sync().isInSync());

        assertEquals("1", three.get("x"));
        assertTrue(link.sync().isInSync());
        assertTrue(link13.sync().isInSync());
        assertEquals("2", three.get("y"));
    }

    /** A peer that claims what it never sends must not keep us talking. */
    @Test
    void peerThatRepeatsItselfIsNotAnswered() {
        one.count("x", 0, 3);
        SyncMessage claim = new SyncMessage(Version.V1, List.of(ChangeHash.of(new byte[32])), List.of(), List.of(Have.NOTHING), List.of(),
                Set.of(Flag.SUPPORTS_V2));
        int answers = 0;
        for (int i = 0; i < 20; i++) {
            link.toLeft(claim);
            answers += link.leftState.generate(one.doc).isPresent() ? 1 : 0;
        }

        assertTrue(answers <= 3, answers + " answers");
        one.put("x", "news");
        assertTrue(link.leftState.generate(one.doc).isPresent());
    }

    /** Nor one that counts on what we do not have, whatever we say. */
    @Test
    void peerThatInsistsOnWhatWeLackIsNotAnswered() {
        one.count("x", 0, 3);
        Have nowhere = new Have(List.of(ChangeHash.of(new byte[32])), BloomFilter.EMPTY);
        SyncMessage claim = new SyncMessage(Version.V2, two.doc.heads(), List.of(), List.of(nowhere), List.of(), Set.of(Flag.SUPPORTS_V2));
        int answers = 0;
        for (int i = 0; i < 20; i++) {
            link.toLeft(claim);
            answers += link.leftState.generate(one.doc).isPresent() ? 1 : 0;
        }

        assertTrue(answers <= 3, answers + " answers");
    }

    @Test
    void badChangesLeaveEverythingAsItWas() {
        one.count("x", 0, 9);
        two.count("x", 0, 2);
        link.toRight(link.fromLeft());
        SyncMessage good = link.fromRight();
        byte[] chunk = good.content();
        chunk[20] ^= 1;
        SyncMessage bad = new SyncMessage(good.version(), good.heads(), good.need(), good.haves(), List.of(chunk), good.flags());
        Doc before = one.doc;

        assertThrows(MalformedException.class, () -> link.leftState.receive(before, bad));

        assertEquals(Optional.empty(), link.leftState.peerHeads());
        link.toLeft(good);
        assertNotEquals(before.heads(), one.doc.heads());
        assertTrue(link.sync().isInSync());
    }
}
