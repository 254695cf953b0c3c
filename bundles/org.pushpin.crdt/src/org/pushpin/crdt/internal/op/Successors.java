// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;

/** By operation of a register, what succeeds it, in order: entries know it the other way round. One thread. O(n) memory and time. */
final class Successors {
    private final Authors authors;
    private final long[] ids;
    /** By operation, where its successors begin, and while they are collected, where the next goes. */
    private final int[] from;
    private long[] later = new long[64];
    private int count;
    private int links;
    private int given;

    /** @param size how many entries are no deletions */
    Successors(Entries entries, int size, Authors authors) {
        this.authors = authors;
        ids = new long[size];
        from = new int[size];
        entries.forEach(this::add);
        count = 0;
    }

    private void add(Entry entry) {
        for (long pred : entry.preds()) {
            int at = indexOf(pred);
            if (at >= 0) {
                later[from[at]++] = entry.id();
            }
        }
        if (!entry.isDeletion()) {
            ids[count] = entry.id();
            from[count++] = links;
            links += entry.successors() + entry.increments();
            if (links > later.length) {
                later = Arrays.copyOf(later, Math.max(links, later.length * 2));
            }
        }
    }

    /** Most often it is what came right before. */
    private int indexOf(long id) {
        return count > 0 && ids[count - 1] == id ? count - 1 : authors.search(ids, count, id);
    }

    /** The operation of the next entry, with its successors. */
    Op next(Entry entry) {
        int begin = given;
        given = from[count++];
        return begin == given ? entry.op() : entry.op().withSucc(Arrays.copyOfRange(later, begin, given));
    }
}
