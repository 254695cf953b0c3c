// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Run-length encoder of a column, byte for byte as Automerge's ({@code columnar/encoding/rle.rs}): hashes depend on it. A run is
 * {@code count value}, a literal {@code -count values}, nulls {@code 0 count}; nulls alone are not written at all.
 */
class RleWriter {
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

    void append(long value) {
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

    void appendNull() {
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
        count++;
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
            for (int i = 0; i < literals; i++) {
                emit(literal[i]);
            }
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

    ByteWriter finish() {
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

    /** Signed differences to the previous value; nulls do not move it. */
    static final class Delta extends RleWriter {
        private long previous;

        @Override
        void append(long value) {
            super.append(value - previous);
            previous = value;
        }

        @Override
        void emit(long value) {
            out.writeSigned(value);
        }
    }

    /** Strings, held as numbers until they are written. */
    static final class Text extends RleWriter {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> strings = new ArrayList<>();

        void append(String text) {
            if (text == null) {
                appendNull();
                return;
            }
            Integer number = numbers.get(text);
            if (number == null) {
                number = strings.size();
                numbers.put(text, number);
                strings.add(text);
            }
            append(number.longValue());
        }

        @Override
        void emit(long value) {
            out.writePrefixed(strings.get((int) value));
        }
    }
}
