// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;

/** A clock that one side told the other, in full, by news, or by sending batches. One lane. */
final class ClockBook {
    private final Map<Bytes, List<ClockEntry>> entries = new HashMap<>();

    /** The whole clock was told. */
    void reset(Collection<ClockEntry> clock) {
        entries.clear();
        replace(clock);
    }

    /** Every entry of some writers was told; {@code news} is sorted. */
    void replace(Collection<ClockEntry> news) {
        Bytes writer = null;
        for (ClockEntry entry : news) {
            if (!entry.writer().equals(writer)) {
                writer = entry.writer();
                entries.put(writer, new ArrayList<>(1));
            }
            entries.get(writer).add(entry);
        }
    }

    /** A batch was sent: what it ends with is held by its sender. Returns that, unless the book had it. */
    List<ClockEntry> extend(BatchHeader batch) {
        BatchHeader.Range range = batch.range();
        if (range.to() == 0) {
            return List.of();
        }
        Bytes writer = batch.writer().actor();
        List<ClockEntry> known = entries.computeIfAbsent(writer, key -> new ArrayList<>(1));
        ClockEntry end = new ClockEntry(writer, range.to(), shorten(range.head()));
        if (known.contains(end)) {
            return List.of();
        }
        Bytes before = shorten(range.prev());
        known.removeIf(entry -> entry.seq() == range.from() - 1 && entry.head().equals(before));
        known.add(end);
        known.sort(null);
        return List.of(end);
    }

    private static Bytes shorten(Bytes head) {
        return head.slice(0, ClockEntry.HEAD_LENGTH);
    }

    List<ClockEntry> entries() {
        return entries.values().stream().flatMap(List::stream).toList();
    }

    List<ClockEntry> of(Bytes writer) {
        return entries.getOrDefault(writer, List.of());
    }

    /** Of a sorted clock, all entries of the writers about whom the book says something else. */
    List<ClockEntry> news(List<ClockEntry> clock) {
        List<ClockEntry> news = new ArrayList<>();
        for (int from = 0; from < clock.size();) {
            int to = endOfWriter(clock, from);
            List<ClockEntry> present = clock.subList(from, to);
            if (!of(present.get(0).writer()).equals(present)) {
                news.addAll(present);
            }
            from = to;
        }
        return news;
    }

    static int endOfWriter(List<ClockEntry> clock, int from) {
        int to = from + 1;
        while (to < clock.size() && clock.get(to).writer().equals(clock.get(from).writer())) {
            to++;
        }
        return to;
    }
}
