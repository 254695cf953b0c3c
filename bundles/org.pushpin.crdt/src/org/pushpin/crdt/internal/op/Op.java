// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import org.pushpin.crdt.Scalar;

/**
 * An operation as the document keeps it, with its successors: the ids of the operations that overwrote, deleted or incremented it,
 * ascending. Immutable. Deletions are not kept, they are successors only.
 *
 * @param id see {@link Ids}
 * @param action see {@link Action}
 * @param mark the name of a mark that begins here, else null
 * @param succ not to be modified
 */
public record Op(long id, int action, Scalar value, boolean expand, String mark, long[] succ) {
    public static final long[] NONE = {};
    public static final Op[] NONE_AT_ALL = {};

    /** Without successors. */
    public Op(long id, int action, Scalar value) {
        this(id, action, value, false, null, NONE);
    }

    public Op succeededBy(long later, Authors authors) {
        int at = search(succ, later, authors);
        if (at >= 0) {
            return this;
        }
        long[] more = new long[succ.length + 1];
        int slot = -1 - at;
        System.arraycopy(succ, 0, more, 0, slot);
        more[slot] = later;
        System.arraycopy(succ, slot, more, slot + 1, succ.length - slot);
        return withSucc(more);
    }

    public Op notSucceededBy(long later) {
        return notSucceededBy(later, 1);
    }

    /** Without some successors, whose counters rise by one. */
    Op notSucceededBy(long first, int count) {
        int kept = 0;
        long[] fewer = new long[succ.length];
        for (long successor : succ) {
            if (!Register.isAmong(successor, first, count)) {
                fewer[kept++] = successor;
            }
        }
        return kept == succ.length ? this : withSucc(kept == 0 ? NONE : Arrays.copyOf(fewer, kept));
    }

    public boolean isSucceededBy(long later) {
        for (long successor : succ) {
            if (successor == later) {
                return true;
            }
        }
        return false;
    }

    /** The same with other successors. @param other ascending, not to be modified afterwards */
    public Op withSucc(long[] other) {
        return new Op(id, action, value, expand, mark, other);
    }

    private static int search(long[] ids, long id, Authors authors) {
        int low = 0;
        int high = ids.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = authors.compare(ids[middle], id);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    public boolean isCounter() {
        return action == Action.SET && value instanceof Scalar.Counter;
    }

    /** Whether this kind of operation shows a value at all. */
    public boolean isValue() {
        return action != Action.INCREMENT && action != Action.MARK && action != Action.DELETE;
    }
}
