// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/** Counting in valid UTF-8. */
public final class CodePoints {
    private CodePoints() {
    }

    /** Bytes of the code point that begins with a byte. */
    public static int size(byte lead) {
        return lead >= 0 ? 1 : (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : 4;
    }

    /** How many bytes the next code points take. */
    public static int bytes(byte[] utf8, int from, int codePoints) {
        int at = from;
        for (int left = codePoints; left > 0; left--) {
            at += size(utf8[at]);
        }
        return at - from;
    }

    public static int codePoints(byte[] utf8, int from, int length) {
        int points = 0;
        for (int at = from; at < from + length; at++) {
            points += (utf8[at] & 0xC0) == 0x80 ? 0 : 1;
        }
        return points;
    }

    public static int units(byte[] utf8, int from, int length) {
        int units = 0;
        for (int at = from; at < from + length; at++) {
            byte b = utf8[at];
            units += (b & 0xC0) == 0x80 ? 0 : (b & 0xF8) == 0xF0 ? 2 : 1;
        }
        return units;
    }

    /** The greatest length of at most {@code most} bytes that ends between code points, and at least one code point. */
    public static int whole(byte[] utf8, int from, int length, int most) {
        if (length <= most) {
            return length;
        }
        int end = from + most;
        while (end > from && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return end == from ? size(utf8[from]) : end - from;
    }

    public static int codePoint(byte[] utf8, int at) {
        int lead = utf8[at];
        return switch (size((byte) lead)) {
            case 1 -> lead;
            case 2 -> (lead & 0x1F) << 6 | utf8[at + 1] & 0x3F;
            case 3 -> (lead & 0xF) << 12 | (utf8[at + 1] & 0x3F) << 6 | utf8[at + 2] & 0x3F;
            default -> (lead & 7) << 18 | (utf8[at + 1] & 0x3F) << 12 | (utf8[at + 2] & 0x3F) << 6 | utf8[at + 3] & 0x3F;
        };
    }
}
