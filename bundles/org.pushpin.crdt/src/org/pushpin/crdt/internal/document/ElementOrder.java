// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;

/**
 * Proves that the elements of a sequence stand where applying their insertions one by one would put them (RGA): in the preorder of the tree
 * of "inserted after", later siblings first. It keeps the way from the beginning to the present element, by runs of which each element is
 * inserted after the one before. One thread; O(1) amortised a run.
 */
final class ElementOrder {
    private static final int FIRST = 16;

    private final Authors authors;
    /** A run of elements on the way: its first, its last, and the id of what was inserted after the last, latest. */
    private long[] first = new long[FIRST];
    private long[] last = new long[FIRST];
    private long[] child = new long[FIRST];
    private int depth;

    ElementOrder(Authors authors) {
        this.authors = authors;
        clear();
    }

    /** Begins with another sequence. */
    void clear() {
        depth = 1;
        child[0] = Ids.NONE;
    }

    /** The next elements: consecutive ids, each inserted after the one before. */
    void add(long id, int count, long reference) throws MalformedException {
        while (depth > 0 && !contains(depth - 1, reference)) {
            depth--;
        }
        require(depth > 0 && (reference == Ids.NONE || authors.compare(reference, id) < 0));
        int parent = depth - 1;
        if (reference != last[parent]) {
            last[parent] = reference;
            child[parent] = Ids.plus(reference, 1);
        }
        require(child[parent] == Ids.NONE || authors.compare(child[parent], id) > 0);
        child[parent] = id;
        push(id, Ids.plus(id, count - 1));
    }

    private boolean contains(int run, long id) {
        return run == 0 ? id == Ids.NONE : Ids.author(first[run]) == Ids.author(id) && Ids.counter(first[run]) <= Ids.counter(id)
                && Ids.counter(id) <= Ids.counter(last[run]);
    }

    private void push(long from, long to) {
        if (depth == first.length) {
            first = Arrays.copyOf(first, depth * 2);
            last = Arrays.copyOf(last, depth * 2);
            child = Arrays.copyOf(child, depth * 2);
        }
        first[depth] = from;
        last[depth] = to;
        child[depth++] = Ids.NONE;
    }

    private static void require(boolean holds) throws MalformedException {
        if (!holds) {
            throw new MalformedException("elements out of order");
        }
    }
}
