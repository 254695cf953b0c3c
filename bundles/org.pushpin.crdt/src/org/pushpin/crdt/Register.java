// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one key of a map, or one element of a sequence, holds: its operations in ascending order of id. A value shows unless it has a
 * successor; a counter also while all its successors are increments. The greatest id wins.
 */
final class Register {
    private Register() {
    }

    /** The operations that show a value, the winner last. */
    static List<Op> visible(Op[] ops) {
        List<Op> visible = new ArrayList<>(1);
        for (Op op : ops) {
            if (isVisible(op, ops)) {
                visible.add(op);
            }
        }
        return visible;
    }

    static Op winner(Op[] ops) {
        for (int i = ops.length - 1; i >= 0; i--) {
            if (isVisible(ops[i], ops)) {
                return ops[i];
            }
        }
        return null;
    }

    static boolean isVisible(Op op, Op[] ops) {
        if (op.succ().length == 0) {
            return op.isValue();
        }
        if (!op.isCounter()) {
            return false;
        }
        for (OpId later : op.succ()) {
            Op successor = find(ops, later);
            if (successor == null || successor.action() != Action.INCREMENT) {
                return false;
            }
        }
        return true;
    }

    static Value value(Op op, Op[] ops) {
        ObjectType made = Action.made(op.action());
        if (made != null) {
            return new ObjectValue(ObjectId.of(op.id()), made);
        }
        return op.value() instanceof Scalar.Counter counter ? count(counter, op, ops) : op.value();
    }

    private static Scalar count(Scalar.Counter counter, Op op, Op[] ops) {
        long sum = counter.value();
        for (OpId later : op.succ()) {
            Op increment = find(ops, later);
            if (increment != null && increment.action() == Action.INCREMENT) {
                sum += amount(increment.value());
            }
        }
        return sum == counter.value() ? counter : new Scalar.Counter(sum);
    }

    private static long amount(Scalar value) {
        return switch (value) {
            case Scalar.Int i -> i.value();
            case Scalar.Uint u -> u.bits();
            default -> 0;
        };
    }

    static Op find(Op[] ops, OpId id) {
        int at = indexOf(ops, id);
        return at < 0 ? null : ops[at];
    }

    /** As {@link Arrays#binarySearch}, by id. */
    static int indexOf(Op[] ops, OpId id) {
        int low = 0;
        int high = ops.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = ops[middle].id().compareTo(id);
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

    static Op[] with(Op[] ops, Op op) {
        int at = indexOf(ops, op.id());
        if (at >= 0) {
            throw new IllegalStateException("an operation twice");
        }
        Op[] more = new Op[ops.length + 1];
        int slot = -1 - at;
        System.arraycopy(ops, 0, more, 0, slot);
        more[slot] = op;
        System.arraycopy(ops, slot, more, slot + 1, ops.length - slot);
        return more;
    }

    /** Adds a successor to each predecessor. @throws MalformedException if one of them is not here */
    static Op[] succeeded(Op[] ops, OpId[] preds, OpId later) throws MalformedException {
        if (preds.length == 0) {
            return ops;
        }
        Op[] copy = ops.clone();
        for (OpId pred : preds) {
            int at = indexOf(ops, pred);
            if (at < 0) {
                throw new MalformedException("an operation that overwrites something unknown");
            }
            copy[at] = copy[at].succeededBy(later);
        }
        return copy;
    }
}
