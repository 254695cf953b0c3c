// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Deflate;
import org.pushpin.crdt.internal.column.Limits;

/**
 * Deflates the columns of a document side by side, on the threads of the common pool, and saves most of that work if it knows the columns
 * of an earlier version: segments whose bytes, and those before them that they may refer to, are the same are taken over. What lies between
 * is done as well as at first, so a file that is saved again and again does not grow. In text, words come back from afar, and pay for a long
 * window; numbers mostly gain little by more than a short one, and an edit then touches one segment only, which is
 * judged again when a column has doubled. A short column is done in one piece, which saves the six bytes at the end of a segment. One
 * column, one thread.
 */
final class ColumnDeflater {
    /** Below this a column takes 0.1 ms at most. */
    private static final int SHORT = 2 << 10;
    /** The window that deflating knows by itself. */
    private static final int LONGEST = 32 << 10;
    private static final Kind TEXT = new Kind(16 << 10, LONGEST, 6);
    private static final Kind NUMBERS = new Kind(16 << 10, LONGEST, 5);
    private static final Kind RANDOM_NUMBERS = new Kind(8 << 10, 2 << 10, 5);
    /** What it may cost to take numbers for random ones: one part of so many. */
    private static final int COST = 64;

    /** @param segment bytes @param window how far back a segment refers, in bytes */
    private record Kind(int segment, int window, int level) {
    }

    /** @param key which column it is @param isText whether words may be repeated over long distances */
    record Column(int key, ByteWriter content, boolean isText) {
        private boolean isLong() {
            return content.size() >= Deflate.MIN_SIZE && content.size() <= Limits.INFLATED;
        }
    }

    private final byte[] raw;
    private final Kind kind;
    private final DeflatedColumn.Builder column;

    private ColumnDeflater(byte[] raw, Kind kind) {
        this.raw = raw;
        this.kind = kind;
        this.column = new DeflatedColumn.Builder(raw, kind.window);
    }

    /**
     * The deflated form of those columns that are long enough, by key.
     *
     * @param before the same of an earlier version, or nothing
     */
    static Map<Integer, DeflatedColumn> deflate(List<Column> columns, Map<Integer, DeflatedColumn> before) {
        return columns.parallelStream().filter(Column::isLong)
                .collect(Collectors.toConcurrentMap(Column::key, c -> deflated(c, before.get(c.key))));
    }

    private static DeflatedColumn deflated(Column column, DeflatedColumn known) {
        byte[] raw = column.content.toByteArray();
        if (known != null && Arrays.equals(known.raw(), raw)) {
            return known;
        }
        if (raw.length < SHORT) {
            return DeflatedColumn.whole(raw, whole(raw, column.isText ? TEXT.level : NUMBERS.level));
        }
        if (known != null && !known.ended() && raw.length / 2 <= known.judged()) {
            Kind kind = column.isText ? TEXT : known.window() < LONGEST ? RANDOM_NUMBERS : NUMBERS;
            return new ColumnDeflater(raw, kind).build(known);
        }
        DeflatedColumn plain = new ColumnDeflater(raw, column.isText ? TEXT : NUMBERS).build();
        if (column.isText || raw.length <= RANDOM_NUMBERS.segment) {
            return plain;
        }
        DeflatedColumn random = new ColumnDeflater(raw, RANDOM_NUMBERS).build();
        return random.size() - plain.size() <= plain.size() / COST ? random : plain;
    }

    private static byte[] whole(byte[] raw, int level) {
        try (Deflate deflate = new Deflate(level)) {
            return deflate.whole(raw);
        }
    }

    private DeflatedColumn build() {
        add(raw.length);
        return column.build(raw.length);
    }

    private DeflatedColumn build(DeflatedColumn known) {
        column.addAll(known, 0, known.fittingFirst(raw));
        int last = known.fittingLast(raw, column.end());
        while (last < known.count() && known.beginIn(last, raw.length) - column.end() < kind.segment / 2) {
            last++; // no crumbs
        }
        add(known.beginIn(last, raw.length));
        column.addAll(known, last, known.count());
        return column.build(known.judged());
    }

    /** Deflates up to {@code end}, in segments side by side: each needs only the bytes before it. */
    private void add(int end) {
        int[] ends = ends(column.end(), end);
        byte[][] segments = new byte[ends.length][];
        int from = column.end();
        IntStream.range(0, ends.length).parallel().forEach(i -> segments[i] = segment(i == 0 ? from : ends[i - 1], ends[i]));
        for (int i = 0; i < ends.length; i++) {
            column.add(ends[i], segments[i]);
        }
    }

    /** Where segments end; no crumbs. */
    private int[] ends(int from, int end) {
        int count = from == end ? 0 : Math.max(1, (end - from + kind.segment / 2) / kind.segment);
        int[] ends = new int[count];
        Arrays.setAll(ends, i -> i == count - 1 ? end : from + (i + 1) * kind.segment);
        return ends;
    }

    private byte[] segment(int from, int to) {
        Deflater deflater = new Deflater(kind.level, true);
        try {
            deflater.setDictionary(raw, Math.max(0, from - kind.window), Math.min(from, kind.window));
            deflater.setInput(raw, from, to - from);
            byte[] buffer = new byte[kind.segment * 2];
            ByteWriter out = new ByteWriter(to - from);
            int count;
            do {
                count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                out.write(buffer, 0, count);
            } while (count == buffer.length || !deflater.needsInput());
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
