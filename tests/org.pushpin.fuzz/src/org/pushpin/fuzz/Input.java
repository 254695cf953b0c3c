// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.Arrays;

/** Bytes read front to back; past the end there are zeros, so that every input means something. */
final class Input {
    private final byte[] bytes;
    private int position;

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return position >= bytes.length;
    }

    int next() {
        return isAtEnd() ? 0 : bytes[position++] & 0xff;
    }

    int nextShort() {
        return next() | next() << 8;
    }

    /** Up to {@code length} bytes. */
    byte[] next(int length) {
        int end = Math.min(position + length, bytes.length);
        byte[] taken = Arrays.copyOfRange(bytes, Math.min(position, end), end);
        position = end;
        return taken;
    }

    /** An unsigned number; what does not fit 63 bits wraps. */
    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                break;
            }
        }
        return value & Long.MAX_VALUE;
    }

    int count() {
        return (int) Math.min(unsigned(), remaining());
    }

    int remaining() {
        return bytes.length - position;
    }

    int position() {
        return position;
    }

    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, position);
    }
}
