// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;

/**
 * What a peer is known to hold of a document, and which of it is not here. One lane.
 *
 * <p>Two heads of a writer at the same sequence number are a fork, and so is a head that is not on the other side's
 * branch: then nothing of that writer counts as held, and all of it is sent, which is rare and always right.
 */
final class PeerClock {
    private final ClockBook book = new ClockBook();
    private final Set<ClockEntry> absent = new LinkedHashSet<>();
    private final Predicate<ClockEntry> contains;

    /** @param contains whether a change is here */
    PeerClock(Predicate<ClockEntry> contains) {
        this.contains = contains;
    }

    void reset(Collection<ClockEntry> clock) {
        book.reset(clock);
        absent.clear();
        absent.addAll(clock);
    }

    /** The peer says all that it holds of some writers; what it only passed on, and waits for itself, it does not hold. */
    void replace(Collection<ClockEntry> news) {
        book.replace(news);
        absent.removeIf(entry -> !book.of(entry.writer()).contains(entry));
        absent.addAll(news);
    }

    /** All that the peer is known to hold. */
    List<ClockEntry> entries() {
        return book.entries();
    }

    void extend(BatchHeader batch) {
        absent.addAll(book.extend(batch));
    }

    /** Whether the peer holds something that is not here. */
    boolean ahead() {
        absent.removeIf(contains);
        return !absent.isEmpty();
    }

    /** The writers of whom the peer holds something that is not here, as of the last {@link #ahead}. */
    boolean ahead(Bytes writer) {
        return absent.stream().anyMatch(entry -> entry.writer().equals(writer));
    }

    /** Whether the peer holds all of this clock. */
    boolean holds(List<ClockEntry> clock) {
        return clock.stream().allMatch(this::holds);
    }

    /** Whether the peer has named each of these heads as what it holds: nothing is taken to follow from something else. */
    boolean includes(List<ClockEntry> clock) {
        return clock.stream().allMatch(head -> book.of(head.writer()).contains(head));
    }

    /** A further change of the same writer that is unknown here is taken to come after it: the peer will know better. */
    private boolean holds(ClockEntry head) {
        for (ClockEntry entry : book.of(head.writer())) {
            if (entry.equals(head) || entry.seq() > head.seq() && !contains.test(entry)) {
                return true;
            }
        }
        return false;
    }

    /** Up to where the peer needs nothing of each writer, given the sorted clock of what is here. */
    Map<Bytes, Long> covered(List<ClockEntry> clock) {
        Map<Bytes, Long> covered = new HashMap<>();
        for (int from = 0; from < clock.size();) {
            int to = ClockBook.endOfWriter(clock, from);
            long until = coveredOf(clock.subList(from, to));
            if (until > 0) {
                covered.put(clock.get(from).writer(), until);
            }
            from = to;
        }
        return covered;
    }

    private long coveredOf(List<ClockEntry> heads) {
        if (holds(heads)) {
            return Long.MAX_VALUE;
        }
        if (heads.size() > 1) {
            return 0;
        }
        return book.of(heads.get(0).writer()).stream().filter(contains).mapToLong(ClockEntry::seq).max().orElse(0);
    }
}
