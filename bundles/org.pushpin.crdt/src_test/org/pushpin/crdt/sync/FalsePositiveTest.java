// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;

/**
 * Where a filter claims to contain what it does not. Such changes are found by trying; what is found is the same in every run, as the
 * hashes are.
 */
class FalsePositiveTest {
    private final Replica one = new Replica("01234567");
    private final Replica two = new Replica("89abcdef");
    private final Link link = new Link(one, two);

    @BeforeEach
    void bothShareALongPast() {
        one.count("x", 0, 40);
        link.sync();
    }

    /** Adds changes to the second replica, of which {@code wrong} is true. */
    private void grow(int changes, Predicate<Replica> wrong) {
        for (int i = 0; i < 1_000_000; i++) {
            Replica attempt = two.fork("89abcdef");
            for (int k = 0; k < changes; k++) {
                attempt.put("x", i + "." + attempt.doc.changeCount());
            }
            if (wrong.test(attempt)) {
                two.doc = attempt.doc;
                return;
            }
        }
        throw new AssertionError("found none");
    }

    private BloomFilter filterOfOne(int changes) {
        var all = one.doc.changes();
        return BloomFilter.of(all.subList(all.size() - changes, all.size()).stream().map(change -> change.hash()).toList());
    }

    private static ChangeHash last(Replica replica, int back) {
        var all = replica.doc.changes();
        return all.get(all.size() - 1 - back).hash();
    }

    private void assertMeets() {
        List<ChangeHash> heads = List.of(one.head(), two.head()).stream().sorted().toList();
        link.reconnect().sync();
        assertEquals(heads, one.doc.heads());
        assertTrue(link.isInSync());
    }

    @Test
    void head() {
        one.put("x", "@ one");
        grow(1, attempt -> filterOfOne(1).mayContain(last(attempt, 0)));

        assertMeets();
    }

    @Test
    void dependency() {
        one.count("x", 100, 102);
        grow(2, attempt -> filterOfOne(2).mayContain(last(attempt, 1)));

        assertMeets();
    }

    @Test
    void dependencyWithoutReconnecting() {
        one.count("x", 100, 102);
        grow(2, attempt -> filterOfOne(2).mayContain(last(attempt, 1)));

        assertTrue(link.sync().isInSync());
    }

    @Test
    void chain() {
        one.put("x", "@ one");
        grow(1, attempt -> filterOfOne(1).mayContain(last(attempt, 0)));
        grow(1, attempt -> filterOfOne(1).mayContain(last(attempt, 0)));
        two.put("x", "final");

        assertMeets();
    }

    /** What builds on a change that is missing is sent too, whatever the filter says; so nothing need be asked for. */
    @Test
    void onTopOfWhatIsMissing() throws MalformedException {
        one.count("x", 100, 103);
        grow(3, attempt -> filterOfOne(3).mayContain(last(attempt, 1)));
        link.reconnect();
        link.toRight(link.fromLeft());

        assertEquals(3, link.fromRight().changes().size());
    }

    @Test
    void isAskedForByName() throws MalformedException {
        one.put("x", "@ one");
        grow(1, attempt -> filterOfOne(1).mayContain(last(attempt, 0)));
        link.reconnect();
        link.toRight(link.fromLeft());
        SyncMessage answer = link.fromRight();
        assertFalse(answer.hasChanges());
        link.toLeft(answer);

        SyncMessage question = link.fromLeft();

        assertEquals(two.doc.heads(), question.need());
        link.toRight(question);
        SyncMessage found = link.fromRight();
        assertEquals(1, found.changes().size());
        link.toLeft(found);
        assertEquals(2, one.doc.heads().size());
        assertTrue(link.sync().isInSync());
    }

    /** While one waits for a false positive of two's, a third must not be asked for it for ever. */
    @Test
    void withAThird() {
        one.count("x", 100, 102);
        grow(2, attempt -> filterOfOne(2).mayContain(last(attempt, 1)));
        link.reconnect();
        SyncMessage hello1 = link.fromLeft();
        link.toLeft(link.fromRight());
        link.toRight(hello1);
        SyncMessage answer2 = link.fromRight();
        link.toRight(link.fromLeft());
        link.toLeft(answer2);
        assertEquals(1, one.doc.missingDependencies().size());

        Replica three = new Replica("fedcba98");
        Link link13 = new Link(one, three).sync();

        assertEquals("101", three.get("x"));
        assertTrue(link13.isInSync());
        assertTrue(link.sync().isInSync());
        assertTrue(link13.sync().isInSync());
    }
}
