// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the handles of one line of growth share: who may append, the index of hashes, and cached clocks. A line of growth has one node of
 * each number; who appends to an older handle starts another ({@link #diverge}). Any thread.
 */
final class Lineage {
    /** Up to this size a diverging lineage gets an index of its own, so that many short-lived forks do not crowd one. */
    private static final int SMALL = 4096;

    private final AtomicInteger claimed;
    final HashIndex index;
    /** The nodes below this number are all hashed. */
    private final AtomicInteger hashed;
    /** The nodes below this number are all hashed and in the index. */
    private final AtomicInteger indexed;
    private volatile Checkpoints checkpoints;

    Lineage() {
        this(0, new HashIndex(), 0, 0, Checkpoints.NONE);
    }

    private Lineage(int claimed, HashIndex index, int hashed, int indexed, Checkpoints checkpoints) {
        this.claimed = new AtomicInteger(claimed);
        this.index = index;
        this.hashed = new AtomicInteger(hashed);
        this.indexed = new AtomicInteger(indexed);
        this.checkpoints = checkpoints;
    }

    /** Whether the caller alone may write the {@code count} nodes from number {@code size} on. */
    boolean claim(int size, int count) {
        return claimed.compareAndSet(size, size + count);
    }

    /** A lineage that shares what is below {@code graph}'s size and was first claimed up to {@code claim}. */
    Lineage diverge(ChangeGraph graph, int claim) {
        int known = Math.min(hashed.get(), graph.size());
        int entered = Math.min(indexed.get(), graph.size());
        HashIndex own = index;
        if (graph.size() <= SMALL) {
            own = new HashIndex();
            for (int node = 0; node < graph.size(); node++) {
                Hashes.enter(graph, node, own);
            }
        }
        return new Lineage(claim, own, known, entered, checkpoints.below(graph.runCount()));
    }

    int hashed() {
        return hashed.get();
    }

    void hashedTo(int size) {
        hashed.accumulateAndGet(size, Math::max);
    }

    int indexed() {
        return indexed.get();
    }

    void indexedTo(int size) {
        indexed.accumulateAndGet(size, Math::max);
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    /** The cached clocks, complete for a graph. Concurrent callers wait for one another. */
    synchronized Checkpoints checkpoints(ChangeGraph graph) {
        checkpoints = checkpoints.extended(graph);
        return checkpoints;
    }
}
