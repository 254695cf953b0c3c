// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.util.Arrays;
import java.util.List;

/** Makes the index of ids of a whole tree: sorts its spans by author and counter. */
public final class IdSorter {
    private final int[] authors;
    private final long[] order;
    private final int[] lengths;
    private final int[] leafIds;
    private int most = -1;

    public IdSorter(List<Node> leaves) {
        int spans = 0;
        for (Node node : leaves) {
            spans += ((Leaf) node).count;
        }
        authors = new int[spans];
        order = new long[spans];
        lengths = new int[spans];
        leafIds = new int[spans];
        int n = 0;
        for (Node node : leaves) {
            Leaf leaf = (Leaf) node;
            for (int at = 0; at < leaf.count * Span.SIZE; at += Span.SIZE) {
                authors[n] = leaf.spans[at + Span.AUTHOR];
                most = Math.max(most, authors[n]);
                // Sorts as unsigned counters do; the ordinal finds the rest again.
                order[n] = (long) (leaf.spans[at + Span.COUNTER] ^ Integer.MIN_VALUE) << 32 | n;
                lengths[n] = leaf.spans[at + Span.LENGTH];
                leafIds[n++] = leaf.id;
            }
        }
    }

    /** Null if there are no elements. @throws IllegalArgumentException if an element is there twice */
    public IdIndex index() {
        int[] ends = byAuthor();
        long[] keys = new long[order.length];
        int[] values = new int[order.length];
        int size = 0;
        for (int author = 0; author <= most; author++) {
            int from = author == 0 ? 0 : ends[author - 1];
            Arrays.sort(order, from, ends[author]);
            long end = 0;
            for (int i = from; i < ends[author]; i++) {
                int span = (int) order[i];
                long counter = (order[i] >>> 32 ^ 0x80000000L) & 0xFFFFFFFFL;
                if (counter < end) {
                    throw new IllegalArgumentException("an element twice");
                }
                end = counter + lengths[span];
                if (i == from || values[size - 1] != leafIds[span]) {
                    keys[size] = IdIndex.key(author, (int) counter);
                    values[size++] = leafIds[span];
                }
            }
        }
        return IdIndex.of(keys, values, size);
    }

    /** Groups by author. @return where each author's group ends */
    private int[] byAuthor() {
        int[] ends = new int[most + 1];
        for (int author : authors) {
            ends[author]++;
        }
        for (int a = 1; a <= most; a++) {
            ends[a] += ends[a - 1];
        }
        int[] next = ends.clone();
        long[] grouped = new long[order.length];
        for (int i = order.length - 1; i >= 0; i--) {
            grouped[--next[authors[i]]] = order[i];
        }
        System.arraycopy(grouped, 0, order, 0, order.length);
        return ends;
    }
}
