// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.op.Action;

/**
 * The columns of a change of one operation, read without run-length decoders: each is absent or a literal of one value, as a writer
 * writes it. Whatever else they are is irregular, and left to {@link ChangeColumns}. One thread, used again for the next change.
 */
final class SingleRow {
    private static final long ABSENT = -1;
    private static final byte LITERAL_OF_ONE = 0x7f;

    private final ChangeColumns columns;
    private final ByteReader in = new ByteReader();
    private byte[] bytes;
    private boolean irregular;
    long objectActor;
    long objectCounter;
    long key;
    long keyActor;
    long keyCounter;
    long insert;
    long action;
    long valueMeta;
    long predCount;
    long predActor;
    long predCounter;
    long expand;
    long mark;

    SingleRow(ChangeColumns columns) {
        this.columns = columns;
    }

    /** Returns whether there seems to be one row. */
    boolean begin(byte[] source) {
        bytes = source;
        int from = columns.from(ChangeColumns.ACTION);
        return columns.end(ChangeColumns.ACTION) - from == 2 && bytes[from] == LITERAL_OF_ONE && columns.isPlain();
    }

    /** Reads the row; false if the columns are irregular, or hold what is out of range. */
    boolean read(int actors) throws MalformedException {
        irregular = false;
        objectActor = number(ChangeColumns.OBJECT_ACTOR);
        objectCounter = number(ChangeColumns.OBJECT_COUNTER);
        key = text(ChangeColumns.KEY_STRING);
        keyActor = number(ChangeColumns.KEY_ACTOR);
        keyCounter = step(ChangeColumns.KEY_COUNTER);
        insert = flag(ChangeColumns.INSERT);
        action = number(ChangeColumns.ACTION);
        valueMeta = number(ChangeColumns.VALUE_META);
        predCount = number(ChangeColumns.PRED_COUNT);
        predActor = number(ChangeColumns.PRED_ACTOR);
        predCounter = step(ChangeColumns.PRED_COUNTER);
        expand = flag(ChangeColumns.EXPAND);
        mark = text(ChangeColumns.MARK_NAME);
        return !irregular && isComplete() && isInRange(actors);
    }

    /** Whether nothing is left out that a writer writes, and nothing spelt out that it leaves out. */
    private boolean isComplete() {
        boolean preds = predCount == 0 ? predActor < 0 && predCounter < 0 : predCount == 1 && predActor >= 0 && predCounter >= 0;
        return preds && insert >= 0 && valueMeta >= 0 && expand != 0;
    }

    private boolean isInRange(int actors) {
        return Math.max(objectActor, Math.max(keyActor, predActor)) < actors
                && Math.max(objectCounter, Math.max(keyCounter, predCounter)) <= Limits.MAX_COUNTER && Action.isKnown(action);
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
    private long number(int column) throws MalformedException {
        return open(column) ? close(in.readUnsigned()) : ABSENT;
    }

    /** The first number of a delta column. */
    private long step(int column) throws MalformedException {
        return open(column) ? close(in.readSigned()) : ABSENT;
    }

    /** A text as {@link org.pushpin.crdt.internal.column.RleReader} gives it. */
    private long text(int column) throws MalformedException {
        if (!open(column)) {
            return ABSENT;
        }
        int length = in.readCount(in.remaining());
        return close((long) in.skipText(length) << 32 | length);
    }

    /** 1 or 0. */
    private long flag(int column) {
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
    int checkValue() throws MalformedException {
        in.reset(bytes, columns.from(ChangeColumns.VALUE_RAW), columns.end(ChangeColumns.VALUE_RAW));
        int from = ScalarCodec.check(valueMeta, in);
        return in.isAtEnd() ? from : -1;
    }
}
