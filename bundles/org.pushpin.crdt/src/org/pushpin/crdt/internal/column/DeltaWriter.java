// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

/** A column of signed differences to the value before; nulls do not move it. */
public final class DeltaWriter extends RleWriter {
    private long previous;

    @Override
    public void clear() {
        super.clear();
        previous = 0;
    }

    /** A value, not a difference. */
    @Override
    public void append(long value) {
        push(value - previous);
        previous = value;
    }

    /** So many rows of one value. */
    @Override
    public void append(long value, long rows) {
        if (rows > 0) {
            append(value);
            appendSteps(0, rows - 1);
        }
    }

    /** So many rows, each by {@code step} more than the one before. */
    public void appendSteps(long step, long rows) {
        push(step, rows);
        previous += step * rows;
    }

    @Override
    void emit(long value) {
        out.writeSigned(value);
    }

    @Override
    void emit(long[] values, int number) {
        out.writeSigned(values, number);
    }
}
