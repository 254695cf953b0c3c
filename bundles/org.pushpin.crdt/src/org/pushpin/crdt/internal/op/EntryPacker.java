// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ScalarCodec;

/**
 * Writes entries as bytes, each after the one before. Numbers are LEB128, signed where that is said:
 *
 * <pre>
 * flags        bit 0: another author than the entry before (the first: than the leaf's first id)
 *              bits 1–2: {@link #SET}, {@link #INCREMENT}, {@link #DELETE}, or {@link #WHOLE}: an entry kept beside the bytes
 *              bits 3–4: predecessors: {@link #NONE}, {@link #BEFORE} only the entry before, {@link #SAME} as that has, {@link #LISTED}
 *              bits 5–6: successors: 0, 1, or {@link #COUNTED}
 * counter      less that of the entry before (the first: of the leaf's first id)
 * author       if it is another
 * value        if it is set or an increment: length × 16 + type, bytes (see {@link ScalarCodec})
 * predecessors if listed: count; for each the entry's counter less its own (signed), author
 * successors   if counted
 * </pre>
 *
 * An entry kept beside the bytes has nothing behind the author. One thread.
 */
final class EntryPacker {
    static final int OTHER_AUTHOR = 1;
    static final int KIND = 1;
    static final int PREDS = 3;
    static final int SUCCESSORS = 5;
    static final int TWO_BITS = 3;

    static final int SET = 0;
    static final int INCREMENT = 1;
    static final int DELETE = 2;
    static final int WHOLE = 3;

    static final int NONE = 0;
    static final int BEFORE = 1;
    static final int SAME = 2;
    static final int LISTED = 3;

    static final int COUNTED = 2;

    /** Longer values stay as they are. */
    private static final int LONGEST = 64;
    private static final Entry[] NOTHING = {};

    private final ByteWriter out = new ByteWriter(512);
    private final ByteWriter raw = new ByteWriter(LONGEST);
    private final List<Entry> whole = new ArrayList<>(0);
    private long last;
    private long[] lastPreds = Op.NONE;

    EntryPacker(long first) {
        last = first;
    }

    void add(Entry entry) {
        int kind = kind(entry);
        int preds = kind == WHOLE ? NONE : preds(entry.preds());
        int successors = kind == WHOLE ? 0 : Math.min(entry.successors(), COUNTED);
        boolean other = Ids.author(entry.id()) != Ids.author(last);
        out.writeByte((other ? OTHER_AUTHOR : 0) | kind << KIND | preds << PREDS | successors << SUCCESSORS);
        out.writeUnsigned(Ids.counter(entry.id()) - Ids.counter(last));
        if (other) {
            out.writeUnsigned(Ids.author(entry.id()));
        }
        if (kind == WHOLE) {
            whole.add(entry);
        } else {
            write(entry, kind, preds, successors);
        }
        last = entry.id();
        lastPreds = entry.preds();
    }

    private static int kind(Entry entry) {
        Op op = entry.op();
        boolean plain = !op.expand() && op.mark() == null && entry.increments() == 0 && isShort(op.value());
        return !plain ? WHOLE : switch (op.action()) {
            case Action.SET -> SET;
            case Action.INCREMENT -> INCREMENT;
            case Action.DELETE -> DELETE;
            default -> WHOLE;
        };
    }

    private static boolean isShort(Scalar value) {
        return switch (value) {
            case Scalar.Str s -> s.value().length() <= LONGEST;
            case Scalar.Bytes b -> b.length() <= LONGEST;
            case Scalar.Unknown u -> u.bytes().length() <= LONGEST;
            default -> true;
        };
    }

    private int preds(long[] preds) {
        if (preds.length == 0) {
            return NONE;
        }
        return preds.length == 1 && preds[0] == last ? BEFORE : Arrays.equals(preds, lastPreds) ? SAME : LISTED;
    }

    private void write(Entry entry, int kind, int preds, int successors) {
        if (kind != DELETE) {
            raw.clear();
            long meta = ScalarCodec.write(entry.op().value(), raw);
            out.writeUnsigned(meta).write(raw);
        }
        if (preds == LISTED) {
            out.writeUnsigned(entry.preds().length);
            for (long pred : entry.preds()) {
                out.writeSigned(Ids.counter(entry.id()) - Ids.counter(pred));
                out.writeUnsigned(Ids.author(pred));
            }
        }
        if (successors == COUNTED) {
            out.writeUnsigned(entry.successors());
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Those that are kept beside the bytes. */
    Entry[] whole() {
        return whole.toArray(NOTHING);
    }
}
