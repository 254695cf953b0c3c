// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.ByteArrayOutputStream;

/** Little-endian base 128 numbers. */
final class Leb {
    /** Numbers at the edges of what a decoder may have thought of. */
    private static final long[] EDGES = {0, 1, 2, 3, 7, 63, 64, 65, 127, 128, 255, 256, 1000, 65_535, 100_000, 100_001, 1 << 20, 5_000_000,
        5_000_001, 1 << 24, (1L << 31) - 1, 1L << 31, (1L << 32) - 2, (1L << 32) - 1, 1L << 32, 1L << 42, 1L << 53, (1L << 53) + 1, 1L << 60,
        Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, -2, -3, -63, -64, -65, -128, -1000, -(1L << 31),
        -(1L << 32), -(1L << 53)};

    private Leb() {
    }

    static byte[] unsigned(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(10);
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7f | 0x80));
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    static byte[] signed(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(10);
        long rest = value;
        for (; rest < -64 || rest > 63; rest >>= 7) {
            out.write((int) (rest & 0x7f | 0x80));
        }
        out.write((int) (rest & 0x7f));
        return out.toByteArray();
    }

    /** One of the edges, by any number: signed or unsigned. */
    static byte[] edge(int which) {
        long value = EDGES[Math.floorMod(which >> 1, EDGES.length)];
        return (which & 1) == 0 ? unsigned(value) : signed(value);
    }

    /** Where the number after the one at {@code at} begins. */
    static int skip(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] < 0) {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }
}
