// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;

/** Nodes that a walk found, the latest first. One thread. */
final class Found {
    private int[] nodes = new int[8];
    private int count;

    /** Adds those from {@code high} down to {@code low}. */
    void add(int high, int low) {
        int more = count + high - low + 1;
        if (more > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(more, count * 2));
        }
        for (int node = high; node >= low; node--) {
            nodes[count++] = node;
        }
    }

    int[] descending() {
        return Arrays.copyOf(nodes, count);
    }

    int[] ascending() {
        return reversed(descending());
    }

    /** The same array, turned round. */
    static int[] reversed(int[] nodes) {
        for (int i = 0, j = nodes.length - 1; i < j; i++, j--) {
            int other = nodes[i];
            nodes[i] = nodes[j];
            nodes[j] = other;
        }
        return nodes;
    }
}
