// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;

/**
 * Nodes with flags, the latest first: a heap. What is put in several times comes out once, with all flags. As what a node builds on has a
 * smaller number, a node comes out after everything above it. One thread.
 */
final class NodeQueue {
    private static final int FLAG_BITS = 3;
    private static final int FLAGS = (1 << FLAG_BITS) - 1;

    private long[] heap = new long[16];
    private int size;
    /** Entries by their flags. */
    private final int[] counts = new int[FLAGS + 1];
    private int flags;

    NodeQueue() {
    }

    NodeQueue(int[] nodes, int flags) {
        for (int node : nodes) {
            push(node, flags);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many entries have exactly these flags. */
    int count(int flags) {
        return counts[flags];
    }

    void push(int node, int flags) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        long entry = (long) node << FLAG_BITS | flags;
        int at = size++;
        while (at > 0 && heap[at - 1 >>> 1] < entry) {
            heap[at] = heap[at - 1 >>> 1];
            at = at - 1 >>> 1;
        }
        heap[at] = entry;
        counts[flags]++;
    }

    /** Pushes what a node builds on. */
    void pushDeps(ChangeGraph graph, int node, int flags) {
        for (int i = graph.depCount(node) - 1; i >= 0; i--) {
            push(graph.dep(node, i), flags);
        }
    }

    /** The node that comes next; −1 if there is none. */
    int top() {
        return size == 0 ? -1 : (int) (heap[0] >>> FLAG_BITS);
    }

    /** Takes out the latest node; its flags are {@link #flags} then. */
    int pop() {
        int node = top();
        flags = 0;
        while (size > 0 && top() == node) {
            int own = (int) heap[0] & FLAGS;
            counts[own]--;
            flags |= own;
            sift(heap[--size]);
        }
        return node;
    }

    int flags() {
        return flags;
    }

    private void sift(long entry) {
        int at = 0;
        for (int child = 1; child < size; child = at * 2 + 1) {
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= entry) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = entry;
    }
}
