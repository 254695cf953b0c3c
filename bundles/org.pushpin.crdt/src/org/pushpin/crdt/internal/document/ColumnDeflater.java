// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Deflate;
import org.pushpin.crdt.internal.column.Limits;

/**
 * Deflates the columns of one document within the limits of readers, and saves most of that work if it knows the columns of an earlier
 * version: segments whose bytes, and the 32 KiB before them, are the same are taken over. What lies between is done quickly rather than
 * well, in a long column that is hardly repetitive with Huffman codes alone: that takes 10 ns a byte instead of 60. A column that became
 * twice as long since it was done well is done well again; a short one always, and in one piece, which saves the six bytes at the end of
 * a segment. Holds native memory until closed. One thread.
 */
final class ColumnDeflater implements AutoCloseable {
    /** Below this a column takes 0.1 ms at most. */
    private static final int SHORT = 2 << 10;
    private static final int SEGMENT = 16 << 10;
    private static final int WINDOW = 32 << 10;
    private static final int WELL_TEXT = 6;
    private static final int WELL_NUMBERS = 5;
    private static final int QUICK = 4;

    private final Map<Integer, DeflatedColumn> before;
    private final Map<Integer, DeflatedColumn> done = new HashMap<>();
    private final Map<Integer, Deflater> deflaters = new HashMap<>();
    private final byte[] buffer = new byte[SEGMENT * 2];
    private long total;

    /** @param before the columns of an earlier version, or nothing */
    ColumnDeflater(Map<Integer, DeflatedColumn> before) {
        this.before = before;
    }

    /** The columns of this version. */
    Map<Integer, DeflatedColumn> done() {
        return Map.copyOf(done);
    }

    /** The deflated form of a column; null if it is better left as it is. @param key which column it is */
    ByteWriter deflate(int key, ByteWriter content, boolean text) {
        int length = content.size();
        if (length < Deflate.MIN_SIZE || total + length > Limits.INFLATED) {
            return null;
        }
        DeflatedColumn known = before.get(key);
        DeflatedColumn column = known != null && known.raw().length == length
                && Arrays.equals(known.raw(), 0, length, content.storage(), 0, length) ? known : build(content, text, known);
        done.put(key, column);
        int size = column.size();
        if (size >= length || length > Limits.RATIO_FREE && length > (long) Limits.RATIO * size) {
            return null;
        }
        total += length;
        ByteWriter out = new ByteWriter(size);
        column.writeTo(out);
        return out;
    }

    private DeflatedColumn build(ByteWriter content, boolean text, DeflatedColumn known) {
        byte[] raw = content.toByteArray();
        Deflater well = deflater(text ? WELL_TEXT : WELL_NUMBERS);
        if (raw.length < SHORT) {
            return DeflatedColumn.whole(raw, whole(well, raw));
        }
        DeflatedColumn.Builder column = new DeflatedColumn.Builder(raw, WINDOW);
        if (known == null || known.ended() || raw.length / 2 > known.judged()) {
            add(column, raw, raw.length, well);
            return column.build();
        }
        column.addAll(known, 0, known.fittingFirst(raw, raw.length));
        int last = known.fittingLast(raw, raw.length, column.end());
        add(column, raw, known.beginIn(last, raw.length), deflater(known.random() && raw.length >= SEGMENT ? 0 : QUICK));
        column.addAll(known, last, known.count());
        return column.build(known.judged(), known.random());
    }

    private byte[] whole(Deflater deflater, byte[] raw) {
        deflater.reset();
        deflater.setInput(raw);
        deflater.finish();
        ByteWriter out = new ByteWriter(raw.length);
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    /** Deflates up to {@code end}, in segments. */
    private void add(DeflatedColumn.Builder column, byte[] raw, int end, Deflater deflater) {
        boolean fresh = true;
        while (column.end() < end) {
            int from = column.end();
            int to = end - from < SEGMENT * 3 / 2 ? end : from + SEGMENT;
            if (fresh) {
                deflater.reset();
                deflater.setDictionary(raw, Math.max(0, from - WINDOW), Math.min(from, WINDOW));
            }
            column.add(to, segment(deflater, raw, from, to));
            fresh = false;
        }
    }

    private byte[] segment(Deflater deflater, byte[] raw, int from, int to) {
        deflater.setInput(raw, from, to - from);
        ByteWriter out = new ByteWriter(to - from);
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, count);
        } while (count == buffer.length || !deflater.needsInput());
        return out.toByteArray();
    }

    /** @param level 0 for Huffman codes only */
    private Deflater deflater(int level) {
        return deflaters.computeIfAbsent(level, l -> {
            Deflater deflater = new Deflater(l == 0 ? WELL_TEXT : l, true);
            if (l == 0) {
                deflater.setStrategy(Deflater.HUFFMAN_ONLY);
            }
            return deflater;
        });
    }

    @Override
    public void close() {
        deflaters.values().forEach(Deflater::end);
        deflaters.clear();
    }
}
