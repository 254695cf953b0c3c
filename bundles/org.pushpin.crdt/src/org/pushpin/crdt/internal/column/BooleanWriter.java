// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

/** Alternating run lengths, beginning with {@code false}. One thread; {@link #clear()} for the next column. */
public final class BooleanWriter {
    private final ByteWriter out = new ByteWriter();
    private final boolean omitFalse;
    private boolean last;
    private boolean seen;
    private long count;

    /** @param omitFalse whether a column without any {@code true} is empty */
    public BooleanWriter(boolean omitFalse) {
        this.omitFalse = omitFalse;
    }

    public void clear() {
        out.clear();
        last = false;
        seen = false;
        count = 0;
    }

    public void append(boolean value) {
        append(value, 1);
    }

    /** The same value in so many rows. */
    public void append(boolean value, long rows) {
        if (rows == 0) {
            return;
        }
        seen |= value;
        if (value == last) {
            count += rows;
        } else {
            out.writeUnsigned(count);
            last = value;
            count = rows;
        }
    }

    /** The column, valid until the next call of {@link #clear()}. */
    public ByteWriter finish() {
        if (omitFalse && !seen) {
            out.clear();
        } else if (count > 0) {
            out.writeUnsigned(count);
        }
        count = 0;
        return out;
    }
}
