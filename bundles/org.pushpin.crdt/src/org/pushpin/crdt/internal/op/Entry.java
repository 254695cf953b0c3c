// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import org.pushpin.crdt.Scalar;

/**
 * An operation in the history of a register, with what it succeeds instead of what succeeds it: that never changes, and there may be any
 * number of the others. Deletions are entries, too. Immutable.
 *
 * @param op without successors
 * @param preds ascending, not to be modified
 * @param successors how many operations succeed it, but for increments of a counter
 * @param increments how many increments a counter has
 * @param sum what these add
 */
record Entry(Op op, long[] preds, int successors, int increments, long sum) {
    Entry(Op op, long[] preds) {
        this(op, preds, 0, 0, 0);
    }

    long id() {
        return op.id();
    }

    boolean isDeletion() {
        return op.action() == Action.DELETE;
    }

    /** Whether it shows a value. */
    boolean shows() {
        return successors == 0 && op.isValue();
    }

    /** The operation as it shows. */
    Op shown() {
        return increments == 0 ? op : op.withValue(new Scalar.Counter(((Scalar.Counter) op.value()).value() + sum));
    }

    /** With a successor more. */
    Entry succeededBy(Op later) {
        return counts(later) ? new Entry(op, preds, successors, increments + 1, sum + later.amount())
                : new Entry(op, preds, successors + 1, increments, sum);
    }

    /** Without a successor. */
    Entry notSucceededBy(Op later) {
        return counts(later) ? new Entry(op, preds, successors, increments - 1, sum - later.amount())
                : new Entry(op, preds, successors - 1, increments, sum);
    }

    private boolean counts(Op later) {
        return later.action() == Action.INCREMENT && op.isCounter();
    }
}
