// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.WriterId;

final class PeerClockTest {
    private final Set<ClockEntry> here = new HashSet<>();
    private final PeerClock theirs = new PeerClock(here::contains);

    private static Bytes hash(String text) {
        return Hashes.sha256("test", Bytes.utf8(text));
    }

    private static ClockEntry entry(String writer, long seq, String branch) {
        return new ClockEntry(hash(writer).slice(0, 16), seq, hash(writer + seq + branch).slice(0, 8));
    }

    private static Map<Bytes, Long> until(String writer, long seq) {
        return Map.of(hash(writer).slice(0, 16), seq);
    }

    @Test
    void aPeerThatHoldsNothingNeedsAll() {
        assertEquals(Map.of(), theirs.covered(List.of(entry("a", 5, ""))));
        assertFalse(theirs.holds(List.of(entry("a", 5, ""))));
        assertFalse(theirs.ahead());
    }

    @Test
    void aPeerThatIsBehindNeedsWhatComesAfter() {
        here.add(entry("a", 3, ""));
        theirs.reset(List.of(entry("a", 3, "")));

        assertEquals(until("a", 3), theirs.covered(List.of(entry("a", 5, ""))));
        assertFalse(theirs.ahead());
    }

    @Test
    void aPeerThatIsEqualNeedsNothing() {
        theirs.reset(List.of(entry("a", 5, "")));

        assertEquals(until("a", Long.MAX_VALUE), theirs.covered(List.of(entry("a", 5, ""))));
        assertTrue(theirs.holds(List.of(entry("a", 5, ""))));
    }

    @Test
    void aPeerThatIsAheadNeedsNothingAndHasSomethingForUs() {
        theirs.reset(List.of(entry("a", 9, "")));

        assertEquals(until("a", Long.MAX_VALUE), theirs.covered(List.of(entry("a", 5, ""))));
        assertTrue(theirs.ahead());
        assertTrue(theirs.ahead(hash("a").slice(0, 16)));

        here.add(entry("a", 9, ""));
        assertFalse(theirs.ahead());
    }

    @Test
    void anotherHeadAtTheSameNumberIsAForkAndAllIsSent() {
        theirs.reset(List.of(entry("a", 5, "x")));

        assertEquals(Map.of(), theirs.covered(List.of(entry("a", 5, "y"))));
        assertTrue(theirs.ahead());
    }

    @Test
    void anotherHeadAtASmallerNumberIsAForkToo() {
        theirs.reset(List.of(entry("a", 4, "x")));

        assertEquals(Map.of(), theirs.covered(List.of(entry("a", 5, "y"))));
    }

    @Test
    void aForkIsCoveredByBothBranchesOnly() {
        List<ClockEntry> fork = List.of(entry("a", 5, "x"), entry("a", 6, "y"));
        here.addAll(fork);

        theirs.reset(List.of(entry("a", 6, "y")));
        assertEquals(Map.of(), theirs.covered(fork));
        theirs.reset(fork);
        assertEquals(until("a", Long.MAX_VALUE), theirs.covered(fork));
    }

    @Test
    void newsReplaceWhatWasSaidOfAWriterAndNoOther() {
        here.addAll(List.of(entry("a", 3, ""), entry("b", 3, "")));
        theirs.reset(List.of(entry("a", 3, ""), entry("b", 3, "")).stream().sorted().toList());

        theirs.replace(List.of(entry("a", 5, "")));

        List<ClockEntry> clock = List.of(entry("a", 5, ""), entry("b", 5, "")).stream().sorted().toList();
        assertEquals(Map.of(hash("a").slice(0, 16), Long.MAX_VALUE, hash("b").slice(0, 16), 3L), theirs.covered(clock));
    }

    private static BatchHeader batch(SigningKey writer, int from, int to, String prev, String head) {
        Bytes before = from == 1 ? Bytes.zeros(32) : hash(prev);
        return BatchHeader.sign(writer, BatchHeader.Kind.CHANGES, 0, new DocumentId(hash("document")),
                new BatchHeader.Range(from, to, before, hash(head)), hash("auth"), Bytes.EMPTY);
    }

    @Test
    void aBatchMovesItsWritersHead() {
        SigningKey writer = SigningKey.fromSeed(hash("writer"));
        Bytes actor = new WriterId(writer.publicKey()).actor();
        ClockBook book = new ClockBook();

        book.extend(batch(writer, 1, 3, "", "three"));
        book.extend(batch(writer, 4, 4, "three", "four"));
        assertEquals(List.of(new ClockEntry(actor, 4, hash("four").slice(0, 8))), book.of(actor));

        book.extend(batch(writer, 4, 4, "three", "other four"));
        assertEquals(2, book.of(actor).size(), "a fork has two heads");
        assertEquals(List.of(), book.extend(batch(writer, 4, 4, "three", "four")), "the same batch again is no news");
    }

    @Test
    void whatThePeerPassedOnButDoesNotHoldIsNotMissed() {
        SigningKey writer = SigningKey.fromSeed(hash("writer"));
        Bytes actor = new WriterId(writer.publicKey()).actor();
        ClockEntry held = new ClockEntry(actor, 1, hash("one").slice(0, 8));
        here.add(held);
        theirs.reset(List.of(held));
        theirs.extend(batch(writer, 3, 3, "two", "three"));
        assertTrue(theirs.ahead());

        theirs.replace(List.of(held));

        assertFalse(theirs.ahead());
    }

    @Test
    void newsAreAllEntriesOfTheWritersThatDiffer() {
        ClockBook told = new ClockBook();
        List<ClockEntry> fork = List.of(entry("a", 5, "x"), entry("a", 5, "y")).stream().sorted().toList();
        told.reset(List.of(fork.get(0)));

        assertEquals(fork, told.news(fork));
        told.replace(fork);
        assertEquals(List.of(), told.news(fork));
    }
}
