// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * Run-length decoder of a column, one value at a time: a run costs no memory however long it claims to be. After the end of the data
 * every value is null.
 */
final class RleReader {
    enum Kind {
        UNSIGNED, DELTA, TEXT
    }

    private final ByteReader in;
    private final Kind kind;
    private final long limit;
    private long taken;
    private long left;
    private boolean literal;
    private boolean nulls;
    private long value;
    private String text;
    private long absolute;

    /** @param limit how many rows the runs may claim together */
    RleReader(ByteReader in, Kind kind, long limit) {
        this.in = in;
        this.kind = kind;
        this.limit = limit;
    }

    boolean isDone() {
        return left == 0 && in.isAtEnd();
    }

    /** Moves to the next row; false if it is null or there is none. */
    boolean next() throws MalformedException {
        if (left == 0) {
            if (in.isAtEnd()) {
                return false;
            }
            readRun();
        }
        left--;
        if (nulls) {
            return false;
        }
        if (literal) {
            readValue();
        }
        if (kind == Kind.DELTA) {
            absolute = checkedDelta(absolute + value);
        }
        return true;
    }

    private void readRun() throws MalformedException {
        long count = in.readSigned();
        nulls = count == 0;
        literal = count < 0;
        left = nulls ? in.readUnsigned() : Math.abs(count);
        taken += left;
        if (left <= 0 || left > limit || taken > limit || literal && left > in.remaining()) {
            throw new MalformedException("a run beyond its limit");
        }
        if (count > 0) {
            readValue();
        }
    }

    private void readValue() throws MalformedException {
        switch (kind) {
            case UNSIGNED -> value = in.readUnsigned();
            case DELTA -> value = checkedDelta(in.readSigned());
            case TEXT -> text = in.readPrefixedString();
        }
    }

    private static long checkedDelta(long delta) throws MalformedException {
        if (delta > 1L << 53 || delta < -(1L << 53)) {
            throw new MalformedException("a step beyond its limit");
        }
        return delta;
    }

    /** The value of the row moved to, undefined if it was null. */
    long value() {
        return kind == Kind.DELTA ? absolute : value;
    }

    String text() {
        return text;
    }

    /** The next row as an operation counter, or −1 for null. */
    long nextCounter() throws MalformedException {
        if (!next()) {
            return -1;
        }
        long counter = value();
        if (counter < 0 || counter > Limits.MAX_COUNTER) {
            throw new MalformedException("an operation counter beyond 32 bits");
        }
        return counter;
    }

    /** The next row as an index below {@code size}, or −1 for null. */
    int nextIndex(int size, String what) throws MalformedException {
        if (!next()) {
            return -1;
        }
        long index = value();
        if (index < 0 || index >= size) {
            throw new MalformedException("an unknown " + what);
        }
        return (int) index;
    }

    String nextText() throws MalformedException {
        return next() ? text : null;
    }
}
