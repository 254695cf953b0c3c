// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.BooleanReader;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.RleReader.Kind;

/** The columns of a change and, once they were opened, readers of them. One thread, used again for the next change. */
final class ChangeColumns {
    static final int OBJECT_ACTOR = 0;
    static final int OBJECT_COUNTER = 1;
    static final int KEY_ACTOR = 2;
    static final int KEY_COUNTER = 3;
    static final int KEY_STRING = 4;
    private static final int ID_ACTOR = 5;
    private static final int ID_COUNTER = 6;
    static final int INSERT = 7;
    static final int ACTION = 8;
    static final int VALUE_META = 9;
    static final int VALUE_RAW = 10;
    static final int PRED_COUNT = 11;
    static final int PRED_ACTOR = 12;
    static final int PRED_COUNTER = 13;
    static final int EXPAND = 14;
    static final int MARK_NAME = 15;

    private final Columns columns = new Columns(ColumnSpec.OBJECT_ACTOR, ColumnSpec.OBJECT_COUNTER, ColumnSpec.KEY_ACTOR,
            ColumnSpec.KEY_COUNTER, ColumnSpec.KEY_STRING, ColumnSpec.ID_ACTOR, ColumnSpec.ID_COUNTER, ColumnSpec.INSERT, ColumnSpec.ACTION,
            ColumnSpec.VALUE_META, ColumnSpec.VALUE_RAW, ColumnSpec.PRED_COUNT, ColumnSpec.PRED_ACTOR, ColumnSpec.PRED_COUNTER,
            ColumnSpec.EXPAND, ColumnSpec.MARK_NAME);
    private final ByteReader in = new ByteReader();
    RleReader objectActor;
    RleReader objectCounter;
    RleReader keyActor;
    RleReader keyCounter;
    RleReader keyString;
    BooleanReader insert;
    RleReader action;
    RleReader valueMeta;
    ByteReader valueRaw;
    RleReader predCount;
    RleReader predActor;
    RleReader predCounter;
    BooleanReader expand;
    RleReader mark;

    /** Finds the columns whose table begins at {@code from}, and returns where the last one ends. */
    int locate(byte[] bytes, int from, int end) throws MalformedException {
        in.reset(bytes, from, end);
        columns.readTable(in);
        columns.readData(in, null);
        return in.position();
    }

    int from(int column) {
        return columns.from(column);
    }

    int end(int column) {
        return columns.end(column);
    }

    /** Whether all columns are known ones of a change, and none is there without content. */
    boolean isPlain() {
        return columns.isCanonical() && columns.isEmpty(ID_ACTOR) && columns.isEmpty(ID_COUNTER);
    }

    /** Sets all readers to the first row. */
    void open() {
        if (action == null) {
            makeReaders();
        }
        columns.open(OBJECT_ACTOR, objectActor, Limits.OPS);
        columns.open(OBJECT_COUNTER, objectCounter, Limits.OPS);
        columns.open(KEY_ACTOR, keyActor, Limits.OPS);
        columns.open(KEY_COUNTER, keyCounter, Limits.OPS);
        columns.open(KEY_STRING, keyString, Limits.OPS);
        columns.open(INSERT, insert, Limits.OPS);
        columns.open(ACTION, action, Limits.OPS);
        columns.open(VALUE_META, valueMeta, Limits.OPS);
        columns.open(VALUE_RAW, valueRaw);
        columns.open(PRED_COUNT, predCount, Limits.OPS);
        columns.open(PRED_ACTOR, predActor, Limits.OPS);
        columns.open(PRED_COUNTER, predCounter, Limits.OPS);
        columns.open(EXPAND, expand, Limits.OPS);
        columns.open(MARK_NAME, mark, Limits.OPS);
    }

    /** Most changes are one operation, which is read without them. */
    private void makeReaders() {
        objectActor = new RleReader(Kind.UNSIGNED);
        objectCounter = new RleReader(Kind.UNSIGNED);
        keyActor = new RleReader(Kind.UNSIGNED);
        keyCounter = new RleReader(Kind.DELTA);
        keyString = new RleReader(Kind.TEXT);
        insert = new BooleanReader();
        action = new RleReader(Kind.UNSIGNED);
        valueMeta = new RleReader(Kind.UNSIGNED);
        valueRaw = new ByteReader();
        predCount = new RleReader(Kind.UNSIGNED);
        predActor = new RleReader(Kind.UNSIGNED);
        predCounter = new RleReader(Kind.DELTA);
        expand = new BooleanReader();
        mark = new RleReader(Kind.TEXT);
    }

    boolean isDone() {
        return objectActor.isDone() && objectCounter.isDone() && keyActor.isDone() && keyCounter.isDone() && keyString.isDone()
                && columns.isEmpty(ID_ACTOR) && columns.isEmpty(ID_COUNTER) && insert.isDone() && action.isDone() && valueMeta.isDone()
                && valueRaw.isAtEnd() && predCount.isDone() && predActor.isDone() && predCounter.isDone() && expand.isDone()
                && mark.isDone();
    }

    /** Whether a writer of the same rows, all of which were read, would write these columns. */
    boolean isCanonical(int rows, long preds) {
        return columns.isCanonical() && objectActor.isCanonical(rows) && objectCounter.isCanonical(rows) && keyActor.isCanonical(rows)
                && keyCounter.isCanonical(rows) && keyString.isCanonical(rows) && insert.isCanonical(rows)
                && action.isCanonicalWithoutNulls(rows) && valueMeta.isCanonicalWithoutNulls(rows)
                && predCount.isCanonicalWithoutNulls(rows) && predActor.isCanonicalWithoutNulls(preds)
                && predCounter.isCanonicalWithoutNulls(preds) && expand.isCanonicalIfAny(rows) && mark.isCanonical(rows);
    }
}
