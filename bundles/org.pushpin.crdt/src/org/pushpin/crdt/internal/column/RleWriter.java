// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.Arrays;

/**
 * Run-length encoder of a column, byte for byte as Automerge's ({@code columnar/encoding/rle.rs}): hashes depend on it. A run is
 * {@code count value}, a literal {@code -count values}, nulls {@code 0 count}; nulls alone are not written at all. One thread;
 * {@link #clear()} for the next column.
 */
public sealed class RleWriter permits DeltaWriter, TextWriter {
    private enum State {
        EMPTY, NULLS, LONE, RUN, LITERAL
    }

    final ByteWriter out = new ByteWriter();
    private State state = State.EMPTY;
    private long last;
    private long count;
    private long[] literal = new long[8];
    private int literals;
    private boolean written;

    public void clear() {
        out.clear();
        state = State.EMPTY;
        literals = 0;
        written = false;
    }

    public void append(long value) {
        push(value);
    }

    final void push(long value) {
        switch (state) {
            case EMPTY -> state = State.LONE;
            case NULLS -> {
                flushNulls();
                state = State.LONE;
            }
            case LONE, LITERAL -> {
                extendLiteral(value);
                return;
            }
            case RUN -> {
                if (last == value) {
                    count++;
                    return;
                }
                flushRun();
                state = State.LONE;
            }
        }
        last = value;
    }

    /** The same value in so many rows. */
    public void append(long value, long rows) {
        push(value, rows);
    }

    final void push(long value, long rows) {
        if (state == State.RUN && last == value) {
            count += rows;
            return;
        }
        for (long i = 0; i < rows; i++) {
            push(value);
            if (state == State.RUN) {
                count += rows - i - 1;
                return;
            }
        }
    }

    private void extendLiteral(long value) {
        if (last == value) {
            flushLiteral();
            state = State.RUN;
            count = 2;
        } else {
            pushLiteral();
            state = State.LITERAL;
            last = value;
        }
    }

    public void appendNull() {
        appendNulls(1);
    }

    /** Null in so many rows. */
    public void appendNulls(long rows) {
        if (rows == 0) {
            return;
        }
        switch (state) {
            case EMPTY -> count = 0;
            case NULLS -> {
            }
            case LONE, LITERAL -> {
                pushLiteral();
                flushLiteral();
                count = 0;
            }
            case RUN -> {
                flushRun();
                count = 0;
            }
        }
        state = State.NULLS;
        count += rows;
    }

    private void pushLiteral() {
        if (literals == literal.length) {
            literal = Arrays.copyOf(literal, literals * 2);
        }
        literal[literals++] = last;
    }

    private void flushLiteral() {
        if (literals > 0) {
            out.writeSigned(-literals);
            emit(literal, literals);
            literals = 0;
            written = true;
        }
    }

    private void flushRun() {
        out.writeSigned(count);
        emit(last);
        written = true;
    }

    private void flushNulls() {
        out.writeSigned(0).writeUnsigned(count);
        written = true;
    }

    void emit(long value) {
        out.writeUnsigned(value);
    }

    /** The first so many of some values. */
    void emit(long[] values, int number) {
        for (int i = 0; i < number; i++) {
            emit(values[i]);
        }
    }

    /** The column, valid until the next call of {@link #clear()}. */
    public ByteWriter finish() {
        switch (state) {
            case EMPTY -> {
            }
            case NULLS -> {
                if (written) {
                    flushNulls();
                }
            }
            case LONE, LITERAL -> {
                pushLiteral();
                flushLiteral();
            }
            case RUN -> flushRun();
        }
        state = State.EMPTY;
        return out;
    }
}
