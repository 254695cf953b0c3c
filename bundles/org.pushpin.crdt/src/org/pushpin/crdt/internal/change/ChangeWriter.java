// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.OpSink;

/**
 * Writes changes as chunks, from operations with the engine's ids: {@link #begin}, each {@link #dependency}, the operations in order of
 * their counters, {@link #finish}. Runs of operations cost as one. What the caller says is not checked. One thread, used again for the
 * next change; nothing but the chunk is allocated.
 */
public final class ChangeWriter implements OpSink {
    /** Room before the body for magic, checksum, type, and the longest length. */
    private static final int HEAD = 14;
    private static final byte[] ROOM = new byte[HEAD];
    private static final byte[] UNKNOWN = new byte[ChangeHash.LENGTH];

    private final ActorNumbers actors = new ActorNumbers();
    private final ChangeColumnsWriter columns = new ChangeColumnsWriter(actors);
    /** The first operations, as long as they are one, or one run. */
    private final SingleRunWriter single = new SingleRunWriter(actors);
    private final ChunkHasher hasher = new ChunkHasher();
    private final ChangeHead head = new ChangeHead();
    private final ByteWriter deps = new ByteWriter();
    private final ByteWriter out = new ByteWriter(256);
    private int author;
    private long startOp;
    private int rows;

    /** @param firstCounter the counter of the first operation */
    public void begin(Authors authors, int authorNumber, long firstCounter) {
        author = authorNumber;
        startOp = firstCounter;
        rows = 0;
        deps.clear();
        actors.begin(authors, authorNumber);
        single.clear();
        columns.clear();
    }

    /** The 32 bytes of a hash that the change builds on; in any order. */
    public void dependency(byte[] source, int from) {
        deps.write(source, from, ChangeHash.LENGTH);
    }

    /** Room for hashes that are not known yet. */
    public void dependencies(int count) {
        for (int i = 0; i < count; i++) {
            deps.write(UNKNOWN);
        }
    }

    /** An operation on a key of a map. @param preds ascending */
    public void onKey(long map, String key, int action, Scalar value, long[] preds) {
        append(map, key, Ids.NONE, false, action, value, preds, false, null);
    }

    /** An operation on an element that is there. @param preds ascending */
    public void onElement(long sequence, long element, int action, Scalar value, long[] preds) {
        append(sequence, null, element, false, action, value, preds, false, null);
    }

    /** An element put after {@code reference}. */
    public void insert(long sequence, long reference, int action, Scalar value) {
        append(sequence, null, reference, true, action, value, Op.NONE, false, null);
    }

    @Override
    public void append(long object, String key, long element, boolean insert, int action, Scalar value, long[] preds, boolean expand,
            String mark) {
        append(object, key, element, insert, action, ScalarCodec.write(value, columns.values()), preds, preds.length, expand, mark);
    }

    /** Any operation, its value as raw bytes of a type. */
    public void append(long object, String key, long element, boolean insert, int action, int valueType, byte[] value, int from, int length,
            long[] preds, int predCount, boolean expand, String mark) {
        columns.values().write(value, from, length);
        append(object, key, element, insert, action, ScalarCodec.meta(length, valueType), preds, predCount, expand, mark);
    }

    private void append(long object, String key, long element, boolean insert, int action, long meta, long[] preds, int predCount,
            boolean expand, String mark) {
        if (rows == 0 && predCount <= 1) {
            single.set(object, key, element, insert, action, meta);
            single.setPred(predCount == 0 ? Ids.NONE : preds[0]);
            single.setMark(expand, mark);
        } else {
            leaveSingle();
            columns.place(object, key, element);
            columns.what(insert, action, expand, mark);
            columns.valueMeta(meta);
            columns.preds(preds, predCount);
        }
        rows++;
    }

    private void leaveSingle() {
        if (single.isPresent()) {
            single.moveTo(columns);
        }
    }

    @Override
    public void textRun(long sequence, long reference, byte[] utf8, int from, int length, int elements) {
        columns.values().write(utf8, from, length);
        boolean ascii = length == elements;
        long id = Ids.of(startOp + rows, author);
        if (ascii && rows == 0) {
            single.setText(sequence, reference, id, elements);
        } else if (!ascii && rows == 0 && elements == 1) {
            single.set(sequence, null, reference, true, Action.SET, ScalarCodec.meta(length, ScalarCodec.STR));
        } else if (!ascii || !single.extendText(sequence, reference, elements)) {
            leaveSingle();
            columns.textRun(sequence, reference, id, elements);
            if (ascii) {
                columns.valueMetas(elements);
            } else {
                columns.valueMetas(utf8, from, length);
            }
        }
        rows += elements;
    }

    @Override
    public void deleteRun(long sequence, long element, int elements, int stride) {
        if (rows == 0) {
            single.setDeletions(sequence, element, elements, stride);
        } else if (!single.extendDeletions(sequence, element, elements, stride)) {
            leaveSingle();
            columns.deleteRun(sequence, element, elements, stride);
        }
        rows += elements;
    }

    /** How many operations there are so far. */
    public int opCount() {
        return rows;
    }

    /**
     * Makes the chunk.
     *
     * @param time in seconds
     * @param message null or empty for none
     */
    public ChangeChunk finish(long seq, long time, String message, byte[] extra) {
        int from = write(seq, time, message, extra);
        byte[] hash = hasher.hash(out.storage(), from, out.size());
        byte[] bytes = Arrays.copyOfRange(out.storage(), from, out.size());
        Chunk chunk = Chunk.framed(hash, bytes, HEAD - from);
        try {
            head.read(new ByteReader(bytes, HEAD - from, bytes.length));
        } catch (MalformedException e) {
            throw new IllegalArgumentException("a change that cannot be: " + e.getMessage(), e);
        }
        return new ChangeChunk(chunk, head, bytes.length - extra.length, rows, true);
    }

    /** Writes the hash of the change to {@code target} from {@code at} on, without making the chunk. */
    public void finishHash(long seq, long time, String message, byte[] extra, byte[] target, int at) {
        int from = write(seq, time, message, extra);
        hasher.hash(out.storage(), from, out.size(), target, at);
    }

    /** Appends the chunk without its checksum. @return where in {@code target} the hashes of what it builds on are */
    public int finish(long seq, long time, String message, byte[] extra, ByteWriter target) {
        int from = write(seq, time, message, extra);
        int hashes = target.size() + HEAD - from + ByteWriter.lengthOf(deps.size() / ChangeHash.LENGTH);
        target.write(out.storage(), from, out.size() - from);
        return hashes;
    }

    /** Returns where in {@link #out} the chunk begins. */
    private int write(long seq, long time, String message, byte[] extra) {
        out.clear();
        out.write(ROOM);
        out.writeUnsigned(deps.size() / ChangeHash.LENGTH).write(sortedDeps());
        out.writePrefixed(actors.author().toByteArray());
        out.writeUnsigned(seq).writeUnsigned(startOp).writeSigned(time);
        out.writePrefixed(message == null ? "" : message);
        out.writeUnsigned(actors.finish()).write(actors.table());
        if (single.isPresent()) {
            single.finish(columns.values(), out);
        } else {
            columns.finish(out);
        }
        out.write(extra);
        return Chunk.frame(out, HEAD);
    }

    private ByteWriter sortedDeps() {
        if (deps.size() > ChangeHash.LENGTH) {
            byte[][] hashes = new byte[deps.size() / ChangeHash.LENGTH][];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = Arrays.copyOfRange(deps.storage(), i * ChangeHash.LENGTH, (i + 1) * ChangeHash.LENGTH);
            }
            Arrays.sort(hashes, Arrays::compareUnsigned);
            deps.clear();
            for (byte[] hash : hashes) {
                deps.write(hash);
            }
        }
        return deps;
    }
}
