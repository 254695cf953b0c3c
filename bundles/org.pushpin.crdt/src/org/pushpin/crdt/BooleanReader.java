// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** Alternating run lengths, beginning with {@code false}; false after the end. */
final class BooleanReader {
    private final ByteReader in;
    private final long limit;
    private long taken;
    private long left;
    private boolean value = true;
    private boolean first = true;

    BooleanReader(ByteReader in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    boolean isDone() {
        return left == 0 && in.isAtEnd();
    }

    boolean next() throws MalformedException {
        while (left == 0) {
            if (in.isAtEnd()) {
                return false;
            }
            left = in.readUnsigned();
            taken += left;
            if (left < 0 || left > limit || taken > limit || left == 0 && !first) {
                throw new MalformedException("a run beyond its limit");
            }
            first = false;
            value = !value;
        }
        left--;
        return value;
    }
}
