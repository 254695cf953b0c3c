// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import java.util.function.Consumer;
import org.pushpin.crdt.Scalar;

/**
 * An operation as the document keeps it, with its successors: the ids of the operations that overwrote, deleted or incremented it,
 * ascending. Immutable. Deletions are not kept, they are successors only. It is also the {@link Register} that holds nothing but this
 * operation.
 *
 * @param id see {@link Ids}
 * @param action see {@link Action}
 * @param mark the name of a mark that begins here, else null
 * @param succ not to be modified
 */
public record Op(long id, int action, Scalar value, boolean expand, String mark, long[] succ) implements Register {
    public static final long[] NONE = {};
    public static final Op[] NONE_AT_ALL = {};

    /** Without successors. */
    public Op(long id, int action, Scalar value) {
        this(id, action, value, false, null, NONE);
    }

    public Op succeededBy(long later, Authors authors) {
        int at = authors.search(succ, succ.length, later);
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

    /** Without some successors, whose counters rise by one. */
    Op notSucceededBy(long first, int count) {
        int kept = 0;
        long[] fewer = new long[succ.length];
        for (long successor : succ) {
            if (!Ids.isAmong(successor, first, count)) {
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

    Op withValue(Scalar other) {
        return new Op(id, action, other, expand, mark, succ);
    }

    public boolean isCounter() {
        return action == Action.SET && value instanceof Scalar.Counter;
    }

    /** Whether this kind of operation shows a value at all. */
    public boolean isValue() {
        return action != Action.INCREMENT && action != Action.MARK && action != Action.DELETE;
    }

    /** What an increment adds. */
    long amount() {
        return switch (value) {
            case Scalar.Int i -> i.value();
            case Scalar.Uint u -> u.bits();
            default -> 0;
        };
    }

    private boolean isVisible() {
        return succ.length == 0 && isValue();
    }

    @Override
    public Op winner() {
        return isVisible() ? this : null;
    }

    @Override
    public Op[] visible() {
        return isVisible() ? new Op[] {this} : NONE_AT_ALL;
    }

    @Override
    public int shown() {
        return isVisible() ? 1 : 0;
    }

    @Override
    public Op markEdge() {
        return action == Action.MARK && succ.length == 0 ? this : null;
    }

    @Override
    public Op find(long other, Authors authors) {
        return other == id ? this : null;
    }

    @Override
    public long[] predecessors(long later, Authors authors) {
        return isSucceededBy(later) ? new long[] {id} : NONE;
    }

    @Override
    public long[] overwriters(long other, Authors authors) {
        return other == id ? succ : NONE;
    }

    @Override
    public long[] deletions(Authors authors) {
        return succ;
    }

    @Override
    public Register with(Op op, long[] preds, Authors authors) {
        return new FewOps(new Op[] {this}).with(op, preds, authors);
    }

    @Override
    public Register without(long first, int count, Authors authors) {
        return Ids.isAmong(id, first, count) ? Register.empty() : notSucceededBy(first, count);
    }

    @Override
    public void forEach(Authors authors, Consumer<Op> all) {
        all.accept(this);
    }
}
