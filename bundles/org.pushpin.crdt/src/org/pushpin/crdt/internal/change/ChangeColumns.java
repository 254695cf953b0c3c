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

/** Readers of the columns of a change. One thread, used again for the next change. */
final class ChangeColumns {
    private final Columns columns = new Columns(ColumnSpec.OBJECT_ACTOR, ColumnSpec.OBJECT_COUNTER, ColumnSpec.KEY_ACTOR,
            ColumnSpec.KEY_COUNTER, ColumnSpec.KEY_STRING, ColumnSpec.ID_ACTOR, ColumnSpec.ID_COUNTER, ColumnSpec.INSERT, ColumnSpec.ACTION,
            ColumnSpec.VALUE_META, ColumnSpec.VALUE_RAW, ColumnSpec.PRED_COUNT, ColumnSpec.PRED_ACTOR, ColumnSpec.PRED_COUNTER,
            ColumnSpec.EXPAND, ColumnSpec.MARK_NAME);
    private final ByteReader in = new ByteReader();
    final RleReader objectActor = new RleReader(Kind.UNSIGNED);
    final RleReader objectCounter = new RleReader(Kind.UNSIGNED);
    final RleReader keyActor = new RleReader(Kind.UNSIGNED);
    final RleReader keyCounter = new RleReader(Kind.DELTA);
    final RleReader keyString = new RleReader(Kind.TEXT);
    final BooleanReader insert = new BooleanReader();
    final RleReader action = new RleReader(Kind.UNSIGNED);
    final RleReader valueMeta = new RleReader(Kind.UNSIGNED);
    final ByteReader valueRaw = new ByteReader();
    final RleReader predCount = new RleReader(Kind.UNSIGNED);
    final RleReader predActor = new RleReader(Kind.UNSIGNED);
    final RleReader predCounter = new RleReader(Kind.DELTA);
    final BooleanReader expand = new BooleanReader();
    final RleReader mark = new RleReader(Kind.TEXT);

    /** Opens the columns whose table begins at {@code from}, and returns where the last one ends. */
    int open(byte[] bytes, int from, int end) throws MalformedException {
        in.reset(bytes, from, end);
        columns.readTable(in);
        columns.readData(in, null);
        columns.open(0, objectActor, Limits.OPS);
        columns.open(1, objectCounter, Limits.OPS);
        columns.open(2, keyActor, Limits.OPS);
        columns.open(3, keyCounter, Limits.OPS);
        columns.open(4, keyString, Limits.OPS);
        columns.open(7, insert, Limits.OPS);
        columns.open(8, action, Limits.OPS);
        columns.open(9, valueMeta, Limits.OPS);
        columns.open(10, valueRaw);
        columns.open(11, predCount, Limits.OPS);
        columns.open(12, predActor, Limits.OPS);
        columns.open(13, predCounter, Limits.OPS);
        columns.open(14, expand, Limits.OPS);
        columns.open(15, mark, Limits.OPS);
        return in.position();
    }

    boolean isDone() {
        return objectActor.isDone() && objectCounter.isDone() && keyActor.isDone() && keyCounter.isDone() && keyString.isDone()
                && columns.isEmpty(5) && columns.isEmpty(6) && insert.isDone() && action.isDone() && valueMeta.isDone()
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
