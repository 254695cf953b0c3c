// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/**
 * From the ids of nodes to the ids of their parents: a persistent table of 32-way chunks, −1 where nothing was set. Modified by the holder
 * of the token that its chunks carry, copied by others. O(log₃₂ n), one chunk for fewer than 32 nodes.
 */
public final class NodeTable {
    public static final NodeTable EMPTY = new NodeTable(null, 0);
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    private final Object owner;
    private final int shift;
    private final int[] values;
    private final NodeTable[] chunks;

    private NodeTable(Object owner, int shift) {
        this.owner = owner;
        this.shift = shift;
        this.values = shift == 0 ? new int[WIDTH] : null;
        this.chunks = shift == 0 ? null : new NodeTable[WIDTH];
        if (values != null) {
            java.util.Arrays.fill(values, -1);
        }
    }

    private NodeTable(NodeTable other, Object owner) {
        this.owner = owner;
        this.shift = other.shift;
        this.values = other.values == null ? null : other.values.clone();
        this.chunks = other.chunks == null ? null : other.chunks.clone();
    }

    public int get(int key) {
        NodeTable t = this;
        if (key >>> BITS >= 1 << shift) {
            return -1;
        }
        while (t != null && t.chunks != null) {
            t = t.chunks[key >>> t.shift & WIDTH - 1];
        }
        return t == null ? -1 : t.values[key & WIDTH - 1];
    }

    /** With a value at a key. */
    public NodeTable with(int key, int value, Object token) {
        NodeTable root = this;
        while (key >>> BITS >= 1 << root.shift) {
            NodeTable higher = new NodeTable(token, root.shift + BITS);
            higher.chunks[0] = root;
            root = higher;
        }
        return root.set(key, value, token);
    }

    private NodeTable set(int key, int value, Object token) {
        NodeTable mine = owner == token ? this : new NodeTable(this, token);
        int slot = key >>> shift & WIDTH - 1;
        if (mine.values != null) {
            mine.values[slot] = value;
        } else {
            NodeTable chunk = mine.chunks[slot];
            mine.chunks[slot] = (chunk == null ? new NodeTable(token, shift - BITS) : chunk).set(key, value, token);
        }
        return mine;
    }
}
