// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.pushpin.crdt.sync.SyncMessage.Flag;
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
