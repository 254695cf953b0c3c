// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.Scalar;

/** A register as a plain array of operations, copied by each change: what {@link Register} must be equal to. */
public final class PlainRegister {
    private PlainRegister() {
    }

    /** All operations of a register, with their successors. */
    public static Op[] of(Register register, Authors authors) {
        List<Op> ops = new ArrayList<>();
        register.forEach(authors, ops::add);
        return ops.toArray(Op[]::new);
    }

    /** The operations that show a value, the winner last. */
    public static Op[] visible(Op[] ops) {
        int count = 0;
        Op[] visible = new Op[ops.length];
        for (Op op : ops) {
            if (isVisible(op, ops)) {
                visible[count++] = op;
            }
        }
        return count == ops.length ? visible : Arrays.copyOf(visible, count);
    }

    /** The ids of {@link #visible}: what an operation that overwrites the register names as predecessors. */
    public static long[] visibleIds(Op[] ops) {
        Op[] visible = visible(ops);
        long[] ids = new long[visible.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = visible[i].id();
        }
        return ids;
    }

    /** Whether more than one value shows. */
    public static boolean isConflict(Op[] ops) {
        int count = 0;
        for (int i = 0; i < ops.length && count < 2; i++) {
            count += isVisible(ops[i], ops) ? 1 : 0;
        }
        return count > 1;
    }

    /** Null if nothing shows. */
    public static Op winner(Op[] ops) {
        for (int i = ops.length - 1; i >= 0; i--) {
            if (isVisible(ops[i], ops)) {
                return ops[i];
            }
        }
        return null;
    }

    public static boolean isVisible(Op op, Op[] ops) {
        if (op.succ().length == 0) {
            return op.isValue();
        }
        return op.isCounter() && increments(op, ops) == op.succ().length;
    }

    /** How many successors of a counter are increments. Both arrays are in order of id, so one pass finds them. */
    private static int increments(Op counter, Op[] ops) {
        int found = 0;
        for (int i = 0; i < ops.length && found < counter.succ().length; i++) {
            if (ops[i].id() == counter.succ()[found]) {
                if (ops[i].action() != Action.INCREMENT) {
                    return -1;
                }
                found++;
            }
        }
        return found;
    }

    /** The value that an operation shows, if it makes no object: a counter with its increments. */
    public static Scalar scalar(Op op, Op[] ops) {
        if (!(op.value() instanceof Scalar.Counter counter) || op.succ().length == 0) {
            return op.value();
        }
        long sum = counter.value();
        int next = 0;
        for (int i = 0; i < ops.length && next < op.succ().length; i++) {
            if (ops[i].id() == op.succ()[next]) {
                sum += ops[i].amount();
                next++;
            }
        }
        return new Scalar.Counter(sum);
    }

    /** Null if the register has no such operation. */
    public static Op find(Op[] ops, long id) {
        int at = indexOf(ops, id);
        return at < 0 ? null : ops[at];
    }

    /** −1 if the register has no such operation. O(log n) */
    public static int indexOf(Op[] ops, long id) {
        return indexOf(ops, ops.length, id);
    }

    /** The same in the first {@code size} operations of an array. */
    public static int indexOf(Op[] ops, int size, long id) {
        long counter = Ids.counter(id);
        int low = 0;
        int high = size;
        while (low < high) { // the last operation that is not younger
            int middle = low + high >>> 1;
            if (Ids.counter(ops[middle].id()) <= counter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low - 1; i >= 0 && Ids.counter(ops[i].id()) == counter; i--) {
            if (ops[i].id() == id) {
                return i;
            }
        }
        return -1;
    }

    public static Op[] with(Op[] ops, Op op, Authors authors) {
        int slot = ops.length;
        while (slot > 0 && authors.compare(ops[slot - 1].id(), op.id()) > 0) {
            slot--;
        }
        Op[] more = new Op[ops.length + 1];
        System.arraycopy(ops, 0, more, 0, slot);
        more[slot] = op;
        System.arraycopy(ops, slot, more, slot + 1, ops.length - slot);
        return more;
    }

    /** Adds a successor to each predecessor; null if one of these is not here. */
    public static Op[] succeeded(Op[] ops, long[] preds, long later, Authors authors) {
        if (preds.length == 0) {
            return ops;
        }
        Op[] copy = ops.clone();
        for (long pred : preds) {
            int at = indexOf(ops, pred);
            if (at < 0) {
                return null;
            }
            copy[at] = copy[at].succeededBy(later, authors);
        }
        return copy;
    }

    /** As it was before an operation: without it, and without it as a successor. */
    public static Op[] without(Op[] ops, long id) {
        return without(ops, id, 1);
    }

    /** As it was before some operations whose counters rise by one. O(n) for all together */
    public static Op[] without(Op[] ops, long first, int count) {
        Op[] fewer = new Op[ops.length];
        int kept = 0;
        for (Op op : ops) {
            if (!Ids.isAmong(op.id(), first, count)) {
                fewer[kept++] = op.notSucceededBy(first, count);
            }
        }
        return kept == 0 ? Op.NONE_AT_ALL : kept == ops.length ? fewer : Arrays.copyOf(fewer, kept);
    }
}
