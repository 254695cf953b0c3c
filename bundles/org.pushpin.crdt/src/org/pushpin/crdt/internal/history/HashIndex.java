// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;


/**
 * An open-addressing table from the first bytes of a hash to the numbers of nodes. Diverged lineages may share it: an entry is only a
 * hint, and who looks something up compares the whole hash with that of the node in the own lineage. Any thread; reads take no lock.
 * 8 bytes an entry, at most two thirds full.
 */
final class HashIndex {
    private static final int FIRST = 16;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

    /** Prefix in the upper half, node + 1 in the lower; 0 is free. Only ever filled, or replaced by a larger one. */
    private volatile long[] table = new long[FIRST];
    private int count;

    static int prefix(byte[] hash, int offset) {
        return (hash[offset] & 0xff) << 24 | (hash[offset + 1] & 0xff) << 16 | (hash[offset + 2] & 0xff) << 8 | hash[offset + 3] & 0xff;
    }

    /** The node of a graph that has this hash, or −1 if none that is entered has. */
    int find(ChangeGraph graph, byte[] hash, int offset) {
        long[] slots = table;
        int mask = slots.length - 1;
        int prefix = prefix(hash, offset);
        for (int i = spread(prefix) & mask;; i = i + 1 & mask) {
            long slot = (long) SLOT.getAcquire(slots, i);
            if (slot == 0) {
                return -1;
            }
            int node = (int) slot - 1;
            if ((int) (slot >>> 32) == prefix && Hashes.has(graph, node, hash, offset)) {
                return node;
            }
        }
    }

    synchronized void add(int prefix, int node) {
        long[] slots = table;
        if (count * 3L >= slots.length * 2L) {
            slots = grown(slots.length * 2);
        }
        count += put(slots, (long) prefix << 32 | node + 1) ? 1 : 0;
    }

    /** Makes room for so many entries more. */
    synchronized void reserve(int more) {
        long wanted = (count + (long) more) * 3 / 2;
        if (wanted >= table.length) {
            grown((int) Math.min(1 << 30, Long.highestOneBit(wanted) * 2));
        }
    }

    private long[] grown(int length) {
        long[] slots = new long[length];
        for (long slot : table) {
            if (slot != 0) {
                put(slots, slot);
            }
        }
        table = slots;
        return slots;
    }

    private static boolean put(long[] slots, long entry) {
        int mask = slots.length - 1;
        int i = spread((int) (entry >>> 32)) & mask;
        while (slots[i] != 0) {
            if (slots[i] == entry) {
                return false;
            }
            i = i + 1 & mask;
        }
        SLOT.setRelease(slots, i, entry);
        return true;
    }

    private static int spread(int prefix) {
        int mixed = prefix * 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }
}
