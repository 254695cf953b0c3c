// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;

/**
 * A {@link Register} while a change is applied: an operation more costs O(log n), and not a copy, as long as operations come in order of
 * id. One thread.
 */
final class OpenRegister {
    /** Shared until {@link #own}ed. */
    private Op[] ops;
    private int size;
    private boolean owned;
    /** The successors of an operation, of which there are so many, with room; null while they are those of {@link #ops}. */
    private long[][] later;
    private int[] laterCount;

    OpenRegister(Op[] ops) {
        this.ops = ops;
        size = ops.length;
    }

    /** −1 if there is no such operation. */
    int indexOf(long id) {
        return Register.indexOf(ops, size, id);
    }

    /** Adds an operation that is not there. */
    void add(Op op, Authors authors) {
        own(size + 1);
        int slot = size;
        while (slot > 0 && authors.compare(ops[slot - 1].id(), op.id()) > 0) {
            slot--;
        }
        System.arraycopy(ops, slot, ops, slot + 1, size - slot);
        System.arraycopy(later, slot, later, slot + 1, size - slot);
        System.arraycopy(laterCount, slot, laterCount, slot + 1, size - slot);
        ops[slot] = op;
        later[slot] = null;
        size++;
    }

    private void own(int room) {
        if (!owned || room > ops.length) {
            int length = room > ops.length ? room + (size >> 1) + 1 : ops.length;
            ops = Arrays.copyOf(ops, length);
            later = owned ? Arrays.copyOf(later, length) : new long[length][];
            laterCount = owned ? Arrays.copyOf(laterCount, length) : new int[length];
            owned = true;
        }
    }

    /** Gives an operation a successor. */
    void succeed(int index, long id, Authors authors) {
        own(size);
        int count = later[index] == null ? ops[index].succ().length : laterCount[index];
        long[] succ = later[index] == null ? ops[index].succ() : later[index];
        int slot = count;
        while (slot > 0 && authors.compare(succ[slot - 1], id) > 0) {
            slot--;
        }
        if (slot > 0 && succ[slot - 1] == id) {
            return;
        }
        if (later[index] == null || count == succ.length) {
            succ = Arrays.copyOf(succ, count + (count >> 1) + 1);
        }
        System.arraycopy(succ, slot, succ, slot + 1, count - slot);
        succ[slot] = id;
        later[index] = succ;
        laterCount[index] = count + 1;
    }

    /** What it is now. Not to be used afterwards. */
    Op[] close() {
        for (int i = 0; owned && i < size; i++) {
            if (later[i] != null) {
                ops[i] = ops[i].withSucc(laterCount[i] == later[i].length ? later[i] : Arrays.copyOf(later[i], laterCount[i]));
            }
        }
        return size == ops.length ? ops : Arrays.copyOf(ops, size);
    }
}
