// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.util.Arrays;

/**
 * From ids of elements to the ids of the leaves that have them: a persistent sorted map of (author, counter) → leaf, asked for the entry at
 * or below an id. So an entry stands for all ids up to the next one, and typing on at the end of a span changes nothing here. Entries
 * are never removed; one that leads to a leaf without the element means that there is none. A B+tree, modified by the holder of the
 * token that its nodes carry, copied by others.
 */
public final class IdIndex {
    private static final int CAPACITY = 32;

    private final Object owner;
    private final boolean leaf;
    private int count;
    private long[] keys;
    private int[] values;
    private IdIndex[] children;

    private IdIndex(Object owner, boolean leaf, int capacity) {
        this.owner = owner;
        this.leaf = leaf;
        this.keys = new long[capacity];
        this.values = leaf ? new int[capacity] : null;
        this.children = leaf ? null : new IdIndex[capacity];
    }

    private IdIndex(IdIndex other, Object owner) {
        this.owner = owner;
        this.leaf = other.leaf;
        this.count = other.count;
        int capacity = Math.min(CAPACITY, count + 4);
        this.keys = Arrays.copyOf(other.keys, capacity);
        this.values = leaf ? Arrays.copyOf(other.values, capacity) : null;
        this.children = leaf ? null : Arrays.copyOf(other.children, capacity);
    }

    /** The key of an element. */
    public static long key(int author, int counter) {
        return (long) author << 32 | counter & 0xFFFFFFFFL;
    }

    /** From keys in strict order. @return null if there are none */
    public static IdIndex of(long[] keys, int[] leaves, int size) {
        if (size == 0) {
            return null;
        }
        int per = CAPACITY * 7 / 8;
        IdIndex[] nodes = new IdIndex[(size + per - 1) / per];
        for (int i = 0; i < nodes.length; i++) {
            int from = i * per;
            int to = Math.min(size, from + per);
            nodes[i] = new IdIndex(null, true, 0);
            nodes[i].keys = Arrays.copyOfRange(keys, from, to);
            nodes[i].values = Arrays.copyOfRange(leaves, from, to);
            nodes[i].count = to - from;
        }
        return above(nodes, per);
    }

    private static IdIndex above(IdIndex[] below, int per) {
        IdIndex[] nodes = below;
        while (nodes.length > 1) {
            IdIndex[] parents = new IdIndex[(nodes.length + per - 1) / per];
            for (int i = 0; i < parents.length; i++) {
                IdIndex[] part = Arrays.copyOfRange(nodes, i * per, Math.min(nodes.length, (i + 1) * per));
                parents[i] = new IdIndex(null, false, part.length);
                parents[i].count = part.length;
                parents[i].children = part;
                for (int c = 0; c < part.length; c++) {
                    parents[i].keys[c] = part[c].keys[0];
                }
            }
            nodes = parents;
        }
        return nodes[0];
    }

    /** The leaf of the last entry at or below a key of the same author; −1 if there is none. */
    public static int floor(IdIndex root, long key) {
        IdIndex n = root;
        if (n == null) {
            return -1;
        }
        while (!n.leaf) {
            n = n.children[Math.max(0, n.slot(key))];
        }
        int slot = n.slot(key);
        return slot < 0 || n.keys[slot] >>> 32 != key >>> 32 ? -1 : n.values[slot];
    }

    /** What {@link #floor} says, or −2 if between a key and another, that included, there are entries. */
    public static int plainFloor(IdIndex root, long key, long beyond) {
        IdIndex n = root;
        if (n == null) {
            return -1;
        }
        long next = Long.MAX_VALUE;
        while (!n.leaf) {
            int slot = Math.max(0, n.slot(key));
            next = slot + 1 < n.count ? n.keys[slot + 1] : next;
            n = n.children[slot];
        }
        int slot = n.slot(key);
        next = slot + 1 < n.count ? n.keys[slot + 1] : next;
        if (next <= beyond) {
            return -2;
        }
        return slot < 0 || n.keys[slot] >>> 32 != key >>> 32 ? -1 : n.values[slot];
    }

    /** Whether an author has entries above a key. */
    public static boolean hasAbove(IdIndex root, long key) {
        return plainFloor(root, key, key | 0xFFFFFFFFL) == -2;
    }

    /** The last slot whose key is not above; −1 if all are. Halves without branching: where to go on cannot be foreseen. */
    private int slot(long key) {
        long[] sorted = keys;
        int base = 0;
        for (int left = count; left > 1; left -= left >>> 1) {
            int middle = base + (left >>> 1);
            base = sorted[middle] <= key ? middle : base;
        }
        return count == 0 || sorted[base] > key ? -1 : base;
    }

    /** With an entry, in place of one with the same key. */
    public static IdIndex put(IdIndex root, long key, int value, Object token) {
        if (root != null && root.putInPlace(key, value, token)) {
            return root;
        }
        IdIndex mine = root == null ? new IdIndex(token, true, 8) : root.own(token);
        IdIndex right = mine.put(key, value, token);
        if (right == null) {
            return mine;
        }
        IdIndex above = new IdIndex(token, false, 8);
        above.insert(0, mine.keys[0]);
        above.children[0] = mine;
        above.insert(1, right.keys[0]);
        above.children[1] = right;
        return above;
    }

    /** Puts if no node above the entry's changes for it. A node that is owned has owned nodes above. */
    private boolean putInPlace(long key, int value, Object token) {
        IdIndex n = this;
        while (!n.leaf) {
            n = n.children[Math.max(0, n.slot(key))];
        }
        int slot = n.slot(key);
        if (n.owner != token || slot < 0 || n.count >= CAPACITY - 1) {
            return false;
        }
        if (n.keys[slot] != key) {
            n.insert(++slot, key);
        }
        n.values[slot] = value;
        return true;
    }

    /** Sets the values of all entries of an interval that is open above. */
    public static IdIndex fill(IdIndex root, long from, long to, int value, Object token) {
        return root == null || !root.hasIn(from, to) ? root : root.own(token).fill(from, to, value, token);
    }

    private boolean hasIn(long from, long to) {
        int last = slot(to - 1);
        if (last < 0) {
            return false;
        }
        return leaf ? keys[last] >= from : last > 0 && keys[last] >= from || children[last].hasIn(from, to);
    }

    private IdIndex fill(long from, long to, int value, Object token) {
        for (int slot = Math.max(0, slot(from)); slot < count && keys[slot] < to; slot++) {
            if (!leaf) {
                children[slot] = children[slot].own(token).fill(from, to, value, token);
            } else if (keys[slot] >= from) {
                values[slot] = value;
            }
        }
        return this;
    }

    private IdIndex own(Object token) {
        return owner == token ? this : new IdIndex(this, token);
    }

    /** @return the node that was split off to the right, if any */
    private IdIndex put(long key, int value, Object token) {
        int slot = slot(key);
        if (leaf) {
            if (slot >= 0 && keys[slot] == key) {
                values[slot] = value;
                return null;
            }
            insert(slot + 1, key);
            values[slot + 1] = value;
        } else {
            slot = Math.max(0, slot);
            IdIndex child = children[slot].own(token);
            children[slot] = child;
            IdIndex right = child.put(key, value, token);
            keys[slot] = child.keys[0];
            if (right == null) {
                return null;
            }
            insert(slot + 1, right.keys[0]);
            children[slot + 1] = right;
        }
        return count < CAPACITY ? null : split(slot == count - 2, token);
    }

    private void insert(int slot, long key) {
        if (count == keys.length) {
            int capacity = Math.min(CAPACITY, count + Math.max(4, count / 2));
            keys = Arrays.copyOf(keys, capacity);
            values = leaf ? Arrays.copyOf(values, capacity) : null;
            children = leaf ? null : Arrays.copyOf(children, capacity);
        }
        System.arraycopy(keys, slot, keys, slot + 1, count - slot);
        if (leaf) {
            System.arraycopy(values, slot, values, slot + 1, count - slot);
        } else {
            System.arraycopy(children, slot, children, slot + 1, count - slot);
        }
        keys[slot] = key;
        count++;
    }

    /** @param atEnd whether it grew at its end, as it does for ever if one author writes: then it is left nearly full */
    private IdIndex split(boolean atEnd, Object token) {
        int from = atEnd ? count - 4 : count / 2;
        IdIndex right = new IdIndex(token, leaf, CAPACITY);
        right.count = count - from;
        System.arraycopy(keys, from, right.keys, 0, right.count);
        if (leaf) {
            System.arraycopy(values, from, right.values, 0, right.count);
        } else {
            System.arraycopy(children, from, right.children, 0, right.count);
            Arrays.fill(children, from, count, null);
        }
        count = from;
        return right;
    }
}
