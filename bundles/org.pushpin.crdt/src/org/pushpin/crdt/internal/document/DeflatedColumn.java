// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import org.pushpin.crdt.internal.column.ByteWriter;

/**
 * A column and its deflated form, in segments that end at byte boundaries, each of which refers back into the {@link #window} bytes before
 * it at most. So a segment fits wherever the same bytes stand before it. Immutable.
 *
 * @param raw the column
 * @param window 0 if the segments refer to nothing outside
 * @param ends where in {@code raw} each segment ends
 * @param segments the deflated form of each; together they lack only the end of the stream
 * @param ended whether they do not lack that either: then none fits elsewhere
 * @param judged how long it was when it was last seen what deflates it best
 */
record DeflatedColumn(byte[] raw, int window, int[] ends, byte[][] segments, boolean ended, int judged) {
    /** A last block with nothing in it. */
    private static final byte[] END = {3, 0};

    /** In one piece. */
    static DeflatedColumn whole(byte[] raw, byte[] deflated) {
        return new DeflatedColumn(raw, 0, new int[] {raw.length}, new byte[][] {deflated}, true, raw.length);
    }

    private int begin(int segment) {
        return segment == 0 ? 0 : ends[segment - 1];
    }

    int count() {
        return ends.length;
    }

    /** How many segments from the first on fit the beginning of {@code column}. */
    int fittingFirst(byte[] column) {
        int same = Arrays.mismatch(raw, column);
        int fitting = 0;
        while (!ended && fitting < count() && (same < 0 || ends[fitting] <= same)) {
            fitting++;
        }
        return fitting;
    }

    /** The first of the segments that fit the end of {@code column}, down to the last; none that begins before {@code limit} there. */
    int fittingLast(byte[] column, int limit) {
        int length = column.length;
        int same = 0;
        int most = Math.min(raw.length, length);
        while (same < most && raw[raw.length - 1 - same] == column[length - 1 - same]) {
            same++;
        }
        int first = count();
        while (!ended && first > 0 && begin(first - 1) - window >= raw.length - same && begin(first - 1) + length - raw.length >= limit) {
            first--;
        }
        return first;
    }

    /** Where a segment begins in a column of another length that it fits, counted from the end. */
    int beginIn(int segment, int length) {
        return segment == count() ? length : begin(segment) + length - raw.length;
    }

    /** The deflated form. */
    ByteWriter write() {
        ByteWriter out = new ByteWriter(size());
        for (byte[] segment : segments) {
            out.write(segment);
        }
        return ended ? out : out.write(END);
    }

    int size() {
        int size = ended ? 0 : END.length;
        for (byte[] segment : segments) {
            size += segment.length;
        }
        return size;
    }

    /** Grows by segments. */
    static final class Builder {
        private final byte[] raw;
        private final int window;
        private int[] ends = new int[16];
        private byte[][] segments = new byte[16][];
        private int count;

        Builder(byte[] raw, int window) {
            this.raw = raw;
            this.window = window;
        }

        /** Where the next segment begins. */
        int end() {
            return count == 0 ? 0 : ends[count - 1];
        }

        void add(int end, byte[] segment) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
                segments = Arrays.copyOf(segments, count * 2);
            }
            ends[count] = end;
            segments[count++] = segment;
        }

        /** Takes over segments of another column, the first of which begins where this one ends. */
        void addAll(DeflatedColumn other, int from, int to) {
            int shift = end() - (from < to ? other.begin(from) : 0);
            for (int i = from; i < to; i++) {
                add(other.ends[i] + shift, other.segments[i]);
            }
        }

        DeflatedColumn build(int judged) {
            assert end() == raw.length;
            return new DeflatedColumn(raw, window, Arrays.copyOf(ends, count), Arrays.copyOf(segments, count), false, judged);
        }
    }
}
