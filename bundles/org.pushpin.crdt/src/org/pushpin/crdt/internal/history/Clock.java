// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.op.Ids;

/** A past: for each author, the last change in it. Immutable; any thread; O(1). */
public final class Clock {
    private final ChangeGraph graph;
    private final int[] last;
    private final int[] counters;

    /** Takes the array over. */
    Clock(ChangeGraph graph, int[] last) {
        this.graph = graph;
        this.last = last;
        counters = new int[last.length];
        for (int i = 0; i < last.length; i++) {
            counters[i] = last[i] < 0 ? 0 : (int) graph.maxOp(last[i]);
        }
    }

    /** One more than the greatest number of an author that may be in it. */
    public int authorLimit() {
        return last.length;
    }

    /** The author's last node in it, or −1. */
    public int lastNode(int author) {
        return author < last.length ? last[author] : -1;
    }

    /** The greatest operation of an author in it, or 0. */
    public long counter(int author) {
        return author < last.length ? Integer.toUnsignedLong(counters[author]) : 0;
    }

    /** The author's last sequence number in it, or 0. */
    public long seq(int author) {
        int node = lastNode(author);
        return node < 0 ? 0 : graph.seq(node);
    }

    public boolean includesNode(int node) {
        return lastNode(graph.author(node)) >= node;
    }

    /** Whether it has an operation that the graph has. */
    public boolean includes(long id) {
        return Ids.counter(id) <= counter(Ids.author(id));
    }
}
