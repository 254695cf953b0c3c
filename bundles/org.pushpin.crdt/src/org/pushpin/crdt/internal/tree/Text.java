// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.nio.charset.StandardCharsets;
import org.pushpin.crdt.internal.op.Register;

/** The characters of a tree: reads them, and counts them in other units. */
public final class Text {
    private final byte[] out;
    private int size;
    /** Bytes still to pass, then bytes still to take. */
    private int skip;
    private int left;

    private Text(int from, int to) {
        out = new byte[to - from];
        skip = from;
        left = to - from;
    }

    /** Of the UTF-8 form of what shows, the part between two offsets, which are between code points. */
    public static String of(Node root, int from, int to) {
        Text text = new Text(from, to);
        text.gather(root);
        return new String(text.out, 0, text.size, StandardCharsets.UTF_8);
    }

    private void gather(Node node) {
        switch (node) {
            case Leaf leaf -> gather(leaf);
            case Inner inner -> {
                for (int c = 0, at = Inner.BYTES; c < inner.count && left > 0; c++, at += Inner.SIZE) {
                    if (inner.sums[at] <= skip) {
                        skip -= inner.sums[at];
                    } else {
                        gather(inner.children[c]);
                    }
                }
            }
        }
    }

    private void gather(Leaf leaf) {
        int[] s = leaf.spans;
        int chars = 0;
        for (int span = 0, at = 0; span < leaf.count && left > 0; span++, at += Span.SIZE) {
            int bytes = Span.stored(s, at);
            if (!Span.isRegular(s, at)) {
                take(Span.measure(s, at, Inner.BYTES) == 0 ? leaf.chars : Elements.shown(leaf.registers[span]), 0,
                        Span.measure(s, at, Inner.BYTES));
            } else if (s[at + Span.DEL_AUTHOR] < 0) {
                take(leaf.chars, chars, bytes);
            }
            chars += bytes;
        }
    }

    private void take(byte[] utf8, int offset, int length) {
        int passed = Math.min(skip, length);
        skip -= passed;
        int taken = Math.min(length - passed, left);
        System.arraycopy(utf8, offset + passed, out, size, taken);
        size += taken;
        left -= taken;
    }

    /** From one dimension of {@link Inner} to another; a position inside a code point is moved to its start. */
    public static int convert(Node root, int value, int from, int to) {
        int left = value;
        int passed = 0;
        Node n = root;
        while (n instanceof Inner inner) {
            int at = 0;
            while (at < (inner.count - 1) * Inner.SIZE && left >= inner.sums[at + from]) {
                left -= inner.sums[at + from];
                passed += inner.sums[at + to];
                at += Inner.SIZE;
            }
            n = inner.children[at / Inner.SIZE];
        }
        return passed + convert((Leaf) n, left, from, to);
    }

    private static int convert(Leaf leaf, int value, int from, int to) {
        int[] s = leaf.spans;
        int left = value;
        int passed = 0;
        int chars = 0;
        for (int span = 0, at = 0; span < leaf.count; span++, at += Span.SIZE) {
            int size = Span.measure(s, at, from);
            if (left < size) {
                return passed + (Span.isRegular(s, at) ? convert(leaf.chars, chars, left, from, to)
                        : convert(leaf.registers[span], left, from, to));
            }
            left -= size;
            passed += Span.measure(s, at, to);
            chars += Span.stored(s, at);
        }
        return passed;
    }

    private static int convert(Register register, int value, int from, int to) {
        byte[] shown = Elements.shown(register);
        return convert(shown, 0, value, from, to);
    }

    private static int convert(byte[] utf8, int offset, int value, int from, int to) {
        int left = value;
        int passed = 0;
        int at = offset;
        while (left > 0) {
            int bytes = CodePoints.size(utf8[at]);
            int size = size(bytes, from);
            if (size > left) {
                break;
            }
            left -= size;
            passed += size(bytes, to);
            at += bytes;
        }
        return passed;
    }

    private static int size(int bytes, int dimension) {
        return dimension == Inner.BYTES ? bytes : dimension == Inner.UNITS && bytes == 4 ? 2 : 1;
    }
}
