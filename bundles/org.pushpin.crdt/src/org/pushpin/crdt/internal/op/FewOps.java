// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.pushpin.crdt.Scalar;

/**
 * A {@link Register} as an array of its operations with their successors. Each change copies it, which is the cheapest there is for the few
 * operations that most registers have.
 */
public final class FewOps implements Register {
    /** The most operations and successors that such a register has. */
    static final int MOST = 32;
    static final FewOps NONE = new FewOps(new Op[0]);

    private final Op[] ops;

    /** @param ops ascending, not to be modified afterwards */
    FewOps(Op[] ops) {
        this.ops = ops;
    }

    /** Operations and successors. */
    static int weight(Op[] ops) {
        int weight = ops.length;
        for (Op op : ops) {
            weight += op.succ().length;
        }
        return weight;
    }

    @Override
    public Op winner() {
        for (int i = ops.length - 1; i >= 0; i--) {
            if (isVisible(ops[i])) {
                return shown(ops[i]);
            }
        }
        return null;
    }

    @Override
    public Op[] visible() {
        int count = 0;
        Op[] visible = new Op[ops.length];
        for (Op op : ops) {
            if (isVisible(op)) {
                visible[count++] = shown(op);
            }
        }
        return count == ops.length ? visible : Arrays.copyOf(visible, count);
    }

    @Override
    public int shown() {
        int count = 0;
        for (Op op : ops) {
            count += isVisible(op) ? 1 : 0;
        }
        return count;
    }

    private boolean isVisible(Op op) {
        if (op.succ().length == 0) {
            return op.isValue();
        }
        return op.isCounter() && increments(op) == op.succ().length;
    }

    /** How many successors of a counter are increments; −1 if another operation is among them. Both arrays are in order: one pass finds them. */
    private int increments(Op counter) {
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

    /** What a visible operation shows: a counter with its increments. */
    private Op shown(Op op) {
        if (op.succ().length == 0) {
            return op;
        }
        long sum = 0;
        int next = 0;
        for (int i = 0; i < ops.length && next < op.succ().length; i++) {
            if (ops[i].id() == op.succ()[next]) {
                sum += ops[i].amount();
                next++;
            }
        }
        return op.withValue(new Scalar.Counter(((Scalar.Counter) op.value()).value() + sum));
    }

    @Override
    public Op markEdge() {
        return ops.length == 0 ? null : ops[0].markEdge();
    }

    @Override
    public Op find(long id, Authors authors) {
        int at = indexOf(id);
        return at < 0 ? null : ops[at];
    }

    private int indexOf(long id) {
        for (int i = 0; i < ops.length; i++) {
            if (ops[i].id() == id) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public long[] predecessors(long id, Authors authors) {
        return Arrays.stream(ops).filter(op -> op.isSucceededBy(id)).mapToLong(Op::id).toArray();
    }

    @Override
    public long[] overwriters(long id, Authors authors) {
        Op overwritten = find(id, authors);
        LongStream later = overwritten == null ? LongStream.empty() : Arrays.stream(overwritten.succ());
        return later.filter(other -> indexOf(other) < 0 || ops[indexOf(other)].action() != Action.INCREMENT).toArray();
    }

    @Override
    public long[] deletions(Authors authors) {
        LongStream later = Arrays.stream(ops).flatMapToLong(op -> Arrays.stream(op.succ()));
        return authors.sorted(later.filter(id -> indexOf(id) < 0).distinct().toArray());
    }

    @Override
    public Register with(Op op, long[] preds, Authors authors) {
        int more = op.action() == Action.DELETE ? 0 : 1;
        int slot = ops.length;
        while (more > 0 && slot > 0 && authors.compare(ops[slot - 1].id(), op.id()) > 0) {
            slot--;
        }
        Op[] after = Arrays.copyOf(ops, ops.length + more);
        for (long pred : preds) {
            int at = indexOf(pred);
            if (at < 0) {
                return null;
            }
            after[at] = after[at].succeededBy(op.id(), authors);
        }
        if (more > 0) {
            System.arraycopy(after, slot, after, slot + 1, ops.length - slot);
            after[slot] = op;
        }
        return Register.of(after, authors);
    }

    @Override
    public Register without(long first, int count, Authors authors) {
        Op[] fewer = new Op[ops.length];
        int kept = 0;
        for (Op op : ops) {
            if (!Ids.isAmong(op.id(), first, count)) {
                fewer[kept++] = op.notSucceededBy(first, count);
            }
        }
        return Register.of(Arrays.copyOf(fewer, kept), authors);
    }

    @Override
    public void forEach(Authors authors, Consumer<Op> action) {
        for (Op op : ops) {
            action.accept(op);
        }
    }
}
