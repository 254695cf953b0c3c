// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ScalarCodec;

/** Reads what {@link EntryPacker} wrote, entry by entry; makes objects of those only that are asked for. One thread. */
final class EntryReader {
    private static final int[] ACTIONS = {Action.SET, Action.INCREMENT, Action.DELETE};

    private final byte[] bytes;
    private final Entry[] whole;
    private int left;
    private int at;
    private int nextWhole;

    private long id;
    private int kind;
    private long meta;
    private int value;
    private int successors;
    /** The predecessors: one, or some that are listed, or none if both are nothing. */
    private long pred;
    private long[] preds;

    EntryReader(long first, int count, byte[] bytes, Entry[] whole) {
        this.id = first;
        this.left = count;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** Moves to the next entry; false after the last. */
    boolean next() {
        if (left-- == 0) {
            return false;
        }
        long before = id;
        int flags = bytes[at++];
        long counter = Ids.counter(id) + readUnsigned();
        id = Ids.of(counter, (flags & EntryPacker.OTHER_AUTHOR) == 0 ? Ids.author(before) : (int) readUnsigned());
        kind = flags >> EntryPacker.KIND & EntryPacker.TWO_BITS;
        if (kind == EntryPacker.WHOLE) {
            pred = Ids.NONE;
            preds = whole[nextWhole++].preds();
            return true;
        }
        if (kind != EntryPacker.DELETE) {
            meta = readUnsigned();
            value = at;
            at += (int) ScalarCodec.length(meta);
        }
        readPreds(flags >> EntryPacker.PREDS & EntryPacker.TWO_BITS, before);
        successors = flags >> EntryPacker.SUCCESSORS & EntryPacker.TWO_BITS;
        successors = successors == EntryPacker.COUNTED ? (int) readUnsigned() : successors;
        return true;
    }

    private void readPreds(int how, long before) {
        switch (how) {
            case EntryPacker.NONE, EntryPacker.BEFORE -> {
                pred = how == EntryPacker.NONE ? Ids.NONE : before;
                preds = null;
            }
            case EntryPacker.LISTED -> {
                pred = Ids.NONE;
                preds = new long[(int) readUnsigned()];
                for (int i = 0; i < preds.length; i++) {
                    long counter = Ids.counter(id) - readSigned();
                    preds[i] = Ids.of(counter, (int) readUnsigned());
                }
            }
            default -> {
            }
        }
    }

    private long readUnsigned() {
        long number = 0;
        for (int shift = 0;; shift += 7) {
            byte b = bytes[at++];
            number |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }

    private long readSigned() {
        int from = at;
        long number = readUnsigned();
        int bits = 7 * (at - from);
        return bits < 64 && (bytes[at - 1] & 0x40) != 0 ? number | -1L << bits : number;
    }

    long id() {
        return id;
    }

    boolean isDeletion() {
        return kind == EntryPacker.DELETE;
    }

    /** The present entry. */
    Entry entry() {
        if (kind == EntryPacker.WHOLE) {
            return whole[nextWhole - 1];
        }
        Scalar scalar = kind == EntryPacker.DELETE ? Scalar.NULL
                : ScalarCodec.value(ScalarCodec.type(meta), bytes, value, (int) ScalarCodec.length(meta));
        return new Entry(new Op(id, ACTIONS[kind], scalar), preds(), successors, 0, 0);
    }

    private long[] preds() {
        if (preds == null) {
            preds = pred == Ids.NONE ? Op.NONE : new long[] {pred};
        }
        return preds;
    }
}
