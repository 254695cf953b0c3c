// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * One element of a list or text, dead or alive: the inserting operation first, then later operations on it in ascending order.
 * Immutable.
 */
final class Element {
    /** The operation that inserted it. */
    final Op op;
    /** The element after which it was inserted; null for the beginning. */
    final OpId reference;
    /** Null unless there is more than the inserting operation. */
    private final Op[] all;
    /** 0 if nothing shows; in a list 1; in a text the UTF-16 length. */
    final int width;

    Element(Op[] ops, OpId reference, boolean text) {
        this.op = ops[0];
        this.reference = reference;
        this.all = ops.length == 1 ? null : ops;
        this.width = width(Register.winner(ops), text);
    }

    Element(Op op, OpId reference, boolean text) {
        this.op = op;
        this.reference = reference;
        this.all = null;
        this.width = op.succ().length == 0 || op.isCounter() ? width(Register.winner(new Op[] {op}), text) : 0;
    }

    private static int width(Op winner, boolean text) {
        if (winner == null) {
            return 0;
        }
        return text && winner.action() == Action.SET && winner.value() instanceof Scalar.Str s ? s.value().length() : 1;
    }

    OpId id() {
        return op.id();
    }

    Op[] ops() {
        return all == null ? new Op[] {op} : all;
    }

    Op winner() {
        return all == null && op.succ().length == 0 ? op.isValue() ? op : null : Register.winner(ops());
    }

    /** The characters it shows in a text. */
    String text() {
        Op winner = winner();
        if (winner == null) {
            return "";
        }
        return winner.action() == Action.SET && winner.value() instanceof Scalar.Str s ? s.value() : "\uFFFC";
    }

    Element with(Op[] ops, boolean text) {
        return new Element(ops, reference, text);
    }
}
