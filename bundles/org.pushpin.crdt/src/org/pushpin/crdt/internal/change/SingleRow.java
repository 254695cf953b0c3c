// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ScalarCodec;

/**
 * The columns of a change of one operation, read without run-length decoders: each is absent or a literal of one value, as a writer
 * writes it. Whatever else they are is irregular, and left to {@link ChangeColumns}. One thread, used again for the next change.
 */
final class SingleRow {
    static final long ABSENT = -1;
    private static final byte LITERAL_OF_ONE = 0x7f;

    private final ChangeColumns columns;
    private final ByteReader in = new ByteReader();
    private byte[] bytes;
    private boolean irregular;

    SingleRow(ChangeColumns columns) {
        this.columns = columns;
    }

    /** Returns whether there seems to be one row. */
    boolean begin(byte[] source) {
        bytes = source;
        irregular = false;
        int from = columns.from(ChangeColumns.ACTION);
        return columns.end(ChangeColumns.ACTION) - from == 2 && bytes[from] == LITERAL_OF_ONE && columns.isPlain();
    }

    /** Whether any column was not as it must be. */
    boolean isIrregular() {
        return irregular;
    }

    private boolean open(int column) {
        int from = columns.from(column);
        int end = columns.end(column);
        if (from == end || bytes[from] != LITERAL_OF_ONE) {
            irregular |= from < end;
            return false;
        }
        in.reset(bytes, from + 1, end);
        return true;
    }

    private long close(long value) {
        irregular |= value < 0 || !in.isAtEnd();
        return value;
    }

    /** An unsigned number; {@link #ABSENT} for null. */
    long number(int column) throws MalformedException {
        return open(column) ? close(in.readUnsigned()) : ABSENT;
    }

    /** The first number of a delta column. */
    long step(int column) throws MalformedException {
        return open(column) ? close(in.readSigned()) : ABSENT;
    }

    /** A text as {@link org.pushpin.crdt.internal.column.RleReader} gives it. */
    long text(int column) throws MalformedException {
        if (!open(column)) {
            return ABSENT;
        }
        int length = in.readCount(in.remaining());
        return close((long) in.skipText(length) << 32 | length);
    }

    /** 1 or 0. */
    long flag(int column) {
        int from = columns.from(column);
        int length = columns.end(column) - from;
        if (length == 0) {
            return ABSENT;
        }
        boolean isTrue = length == 2 && bytes[from] == 0 && bytes[from + 1] == 1;
        irregular |= !isTrue && (length != 1 || bytes[from] != 1);
        return isTrue ? 1 : 0;
    }

    /** Checks the value, which must fill its column, and returns where it is; −1 if it does not fill it. */
    int value(long meta) throws MalformedException {
        in.reset(bytes, columns.from(ChangeColumns.VALUE_RAW), columns.end(ChangeColumns.VALUE_RAW));
        int from = ScalarCodec.check(meta, in);
        return in.isAtEnd() ? from : -1;
    }
}
