// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.pushpin.crdt.MalformedException;

/**
 * Run-length decoder of a column, a row or a run at a time: a run costs nothing however long it claims to be. After the end of the data
 * every row is null. It notices whether the runs are those that {@link RleWriter} would write. Texts are not decoded, only checked: a
 * value is then a place in the array. One thread; {@link #reset} for the next column.
 */
public final class RleReader {
    /** What the values are. */
    public enum Kind {
        UNSIGNED, DELTA, TEXT
    }

    private enum Run {
        NONE, NULLS, REPEAT, LITERAL
    }

    private final ByteReader in = new ByteReader();
    private final Kind kind;
    private long limit;
    /** Rows of all runs so far. */
    private long taken;
    /** Rows of the present run that are still to come. */
    private long left;
    private Run run = Run.NONE;
    /** In a literal: whether {@link #ahead} is the next row's. */
    private boolean peeked;
    /** The value, or step, of the rows to come. */
    private long ahead;
    private boolean canonical;
    private boolean anyNull;
    private boolean anyValue;
    /** The row moved to. */
    private long value;

    public RleReader(Kind kind) {
        this.kind = kind;
    }

    /** @param rows how many rows the runs may claim together */
    public void reset(byte[] bytes, int from, int end, long rows) {
        in.reset(bytes, from, end);
        limit = rows;
        taken = 0;
        left = 0;
        run = Run.NONE;
        peeked = false;
        canonical = true;
        anyNull = false;
        anyValue = false;
        value = 0;
    }

    public boolean isDone() {
        return left == 0 && in.isAtEnd();
    }

    /** Moves to the next row; false if it is null or there is none. */
    public boolean next() throws MalformedException {
        if (left == 0 && !fill()) {
            return false;
        }
        if (run == Run.NULLS) {
            left--;
            return false;
        }
        if (run == Run.LITERAL && !peeked) {
            readLiteral();
        }
        left--;
        peeked = false;
        value = kind == Kind.DELTA ? checkedStep(value + ahead) : ahead;
        return true;
    }

    /** The value of the row moved to, the last one before it if that was null. */
    public long value() {
        return value;
    }

    /** How many of the rows right after the present one have this value, as far as the present run tells: in a delta column, this step. */
    public long following(long raw) throws MalformedException {
        if (left == 0 && !fill() || run == Run.NULLS) {
            return 0;
        }
        if (run == Run.LITERAL) {
            if (!peeked) {
                readLiteral();
            }
            return ahead == raw ? 1 : 0;
        }
        return ahead == raw ? left : 0;
    }

    /** The value, or step, of the next row; call only when {@link #followingNulls()} is 0. */
    public long ahead() throws MalformedException {
        if (run == Run.LITERAL && !peeked) {
            readLiteral();
        }
        return ahead;
    }

    /** How many of the rows right after the present one are null, as far as the present run tells; no end after the last. */
    public long followingNulls() throws MalformedException {
        if (left == 0 && !fill()) {
            return Long.MAX_VALUE;
        }
        return run == Run.NULLS ? left : 0;
    }

    /** Moves on by so many of the rows that {@link #following} or {@link #followingNulls} told of. */
    public void skip(long rows) throws MalformedException {
        if (rows == 0 || left == 0) {
            return;
        }
        left -= rows;
        peeked = false;
        if (run != Run.NULLS) {
            value = kind == Kind.DELTA ? stepped(rows) : ahead;
        }
    }

    private long stepped(long rows) throws MalformedException {
        if (Math.abs(ahead) > 2 * Limits.STEP / rows) {
            throw new MalformedException("a step beyond its limit");
        }
        return checkedStep(value + ahead * rows);
    }

    /** Reads the head of the next run; false at the end. */
    private boolean fill() throws MalformedException {
        if (in.isAtEnd()) {
            return false;
        }
        long count = in.readSigned();
        left = count == 0 ? in.readUnsigned() : Math.abs(count);
        taken += left;
        if (left <= 0 || left > limit || taken > limit || count < 0 && left > in.remaining()) {
            throw new MalformedException("a run beyond its limit");
        }
        Run before = run;
        if (count == 0) {
            run = Run.NULLS;
            canonical &= before != Run.NULLS;
            anyNull = true;
        } else if (count > 0) {
            readRepeat(count, before);
        } else {
            run = Run.LITERAL;
            canonical &= before != Run.LITERAL;
            readFirst(before);
        }
        return true;
    }

    private void readRepeat(long count, Run before) throws MalformedException {
        run = Run.REPEAT;
        canonical &= count > 1;
        readFirst(before);
    }

    /** The first value of a run must differ from the one before it, unless nulls lie between. */
    private void readFirst(Run before) throws MalformedException {
        long last = ahead;
        ahead = readValue();
        peeked = true;
        anyValue = true;
        canonical &= before != Run.REPEAT && before != Run.LITERAL || !isSame(last, ahead);
    }

    private void readLiteral() throws MalformedException {
        long last = ahead;
        ahead = readValue();
        peeked = true;
        canonical &= !isSame(last, ahead);
    }

    private long readValue() throws MalformedException {
        if (kind == Kind.UNSIGNED) {
            return in.readUnsigned();
        }
        if (kind == Kind.DELTA) {
            return checkedStep(in.readSigned());
        }
        int length = in.readCount(in.remaining());
        return (long) in.skipText(length) << 32 | length;
    }

    private boolean isSame(long a, long b) {
        if (a == b || kind != Kind.TEXT) {
            return a == b;
        }
        byte[] bytes = in.bytes();
        return Arrays.equals(bytes, from(a), from(a) + length(a), bytes, from(b), from(b) + length(b));
    }

    private static long checkedStep(long step) throws MalformedException {
        if (step > Limits.STEP || step < -Limits.STEP) {
            throw new MalformedException("a step beyond its limit");
        }
        return step;
    }

    /** The next row as an operation counter, or −1 for null. */
    public long nextCounter() throws MalformedException {
        if (!next()) {
            return -1;
        }
        if (value < 0 || value > Limits.MAX_COUNTER) {
            throw new MalformedException("an operation counter beyond 32 bits");
        }
        return value;
    }

    /** The next row as an index below {@code size}, or −1 for null. */
    public int nextIndex(int size, String what) throws MalformedException {
        if (!next()) {
            return -1;
        }
        if (value < 0 || value >= size) {
            throw new MalformedException("an unknown " + what);
        }
        return (int) value;
    }

    public String nextText() throws MalformedException {
        return next() ? text() : null;
    }

    /** The text of the row moved to. */
    public String text() {
        return new String(in.bytes(), from(value), length(value), StandardCharsets.UTF_8);
    }

    /** The array in which {@link #from} counts. */
    public byte[] bytes() {
        return in.bytes();
    }

    /** Where a text begins, by the value of its row. */
    public static int from(long value) {
        return (int) (value >>> 32);
    }

    /** The length of a text in bytes, by the value of its row. */
    public static int length(long value) {
        return (int) value;
    }

    /** Whether a writer of the same rows, all of which were read, would write these bytes. */
    public boolean isCanonical(long rows) {
        return canonical && (taken == rows && anyValue || taken == 0);
    }

    /** Whether {@link #isCanonical} and no row is null. */
    public boolean isCanonicalWithoutNulls(long rows) {
        return canonical && taken == rows && !anyNull;
    }
}
