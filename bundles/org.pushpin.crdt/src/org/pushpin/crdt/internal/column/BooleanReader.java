// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import org.pushpin.crdt.MalformedException;

/**
 * Alternating run lengths, beginning with {@code false}; false after the end. It notices whether the runs are those that
 * {@link BooleanWriter} would write. One thread; {@link #reset} for the next column.
 */
public final class BooleanReader {
    private final ByteReader in = new ByteReader();
    private long limit;
    private long taken;
    private long left;
    private boolean value;
    private boolean first;
    private boolean any;

    /** @param rows how many rows the runs may claim together */
    public void reset(byte[] bytes, int from, int end, long rows) {
        in.reset(bytes, from, end);
        limit = rows;
        taken = 0;
        left = 0;
        value = true;
        first = true;
        any = false;
    }

    public boolean isDone() {
        return left == 0 && in.isAtEnd();
    }

    /** Moves to the next row. */
    public boolean next() throws MalformedException {
        if (left == 0 && !fill()) {
            return false;
        }
        left--;
        return value;
    }

    /** How many of the rows right after the present one have this value, as far as the present run tells. */
    public long following(boolean wanted) throws MalformedException {
        if (left == 0 && !fill()) {
            return wanted ? 0 : Long.MAX_VALUE;
        }
        return value == wanted ? left : 0;
    }

    /** Moves on by so many of the rows that {@link #following} told of. */
    public void skip(long rows) {
        if (left > 0) {
            left -= rows;
        }
    }

    private boolean fill() throws MalformedException {
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
            any |= value;
        }
        return true;
    }

    /** Whether a writer of the same rows, all of which were read, would write these bytes. */
    public boolean isCanonical(long rows) {
        return taken == rows;
    }

    /** The same for a column that is left out if it is never true. */
    public boolean isCanonicalIfAny(long rows) {
        return first || any && taken == rows;
    }
}
