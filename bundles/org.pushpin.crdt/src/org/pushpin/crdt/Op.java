// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;

/**
 * An operation as the document keeps it, with its successors: the ids of the operations that overwrote, deleted or incremented it,
 * ascending. Immutable. Deletions are not kept, they are successors only.
 *
 * @param mark the name of a mark that begins here, else null
 */
record Op(OpId id, int action, Scalar value, boolean expand, String mark, OpId[] succ) {
    static final OpId[] NONE = {};
    static final Op[] NONE_AT_ALL = {};

    static Op of(OpId id, ChangeOp op) {
        return new Op(id, op.action(), op.value(), op.expand(), op.mark(), NONE);
    }

    Op succeededBy(OpId later) {
        int at = -1 - Arrays.binarySearch(succ, later);
        if (at < 0) {
            return this;
        }
        OpId[] more = new OpId[succ.length + 1];
        System.arraycopy(succ, 0, more, 0, at);
        more[at] = later;
        System.arraycopy(succ, at, more, at + 1, succ.length - at);
        return new Op(id, action, value, expand, mark, more);
    }

    boolean isCounter() {
        return action == Action.SET && value instanceof Scalar.Counter;
    }

    /** Whether this kind of operation shows a value at all. */
    boolean isValue() {
        return action != Action.INCREMENT && action != Action.MARK && action != Action.DELETE;
    }
}
