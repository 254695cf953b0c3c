// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.nio.charset.StandardCharsets;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;

/** Single elements: from a register to the ints and bytes of a {@link Span}, and back. */
public final class Elements {
    /** What stands in a text for an element that is no text. */
    private static final byte[] OBJECT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBC};
    private static final Scalar.Str[] ASCII = new Scalar.Str[128];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = new Scalar.Str(Character.toString(c));
        }
    }

    private Elements() {
    }

    /** The code point of a register that makes a regular element of a text; −1 if it does not. */
    public static int regular(Register ops, long element) {
        if (!(ops instanceof Op op) || op.action() != Action.SET || op.succ().length > 1 || op.id() != element
                || op.expand() || op.mark() != null || !(op.value() instanceof Scalar.Str s)) {
            return -1;
        }
        String text = s.value();
        int length = text.length();
        if (length == 0 || length > 2) {
            return -1;
        }
        int point = text.codePointAt(0);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return half || Character.charCount(point) != length ? -1 : point;
    }

    /** The operation that a regular element stands for. */
    public static Op op(long id, int codePoint, long deleter) {
        Scalar.Str value = codePoint < ASCII.length ? ASCII[codePoint] : new Scalar.Str(Character.toString(codePoint));
        return new Op(id, Action.SET, value, false, null, deleter == 0 ? Op.NONE : new long[] {deleter});
    }

    /** What deleted a regular element; {@link Ids#NONE} if nothing did. */
    public static long deleter(Op regular) {
        return regular.succ().length == 0 ? Ids.NONE : regular.succ()[0];
    }

    public static byte[] utf8(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a mark begins or ends with this register, and was not itself deleted. */
    public static boolean isMark(Register ops) {
        return ops.markEdge() != null;
    }

    /** Fills the measures of an irregular span. */
    public static void measure(Register ops, boolean text, int[] s, int at) {
        Op winner = ops.winner();
        int units = winner == null ? 0 : 1;
        int points = units;
        int bytes = units;
        if (text && winner != null) {
            String shown = text(winner);
            units = shown == null ? 1 : shown.length();
            points = shown == null ? 1 : shown.codePointCount(0, units);
            bytes = shown == null ? OBJECT.length : utf8(shown).length;
        }
        boolean special = units == 0 && (winner != null || isMark(ops));
        s[at + Span.LENGTH] = 1;
        s[at + Span.DEL_AUTHOR] = units;
        s[at + Span.DEL_COUNTER] = points;
        s[at + Span.INFO] = bytes << Span.FLAGS | Span.IRREGULAR | (special ? Span.SPECIAL : 0);
    }

    /** The characters that a visible operation shows in a text; null if it is no text. */
    public static String text(Op winner) {
        return winner.action() == Action.SET && winner.value() instanceof Scalar.Str s ? s.value() : null;
    }

    /** What an irregular element of a text shows, as UTF-8. */
    public static byte[] shown(Register ops) {
        Op winner = ops.winner();
        if (winner == null) {
            return new byte[0];
        }
        String text = text(winner);
        return text == null ? OBJECT : utf8(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
