// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeOps;
import org.pushpin.crdt.internal.column.BooleanWriter;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.TextWriter;
import org.pushpin.crdt.internal.column.Utf8;

/** Writes the operation columns of a bundle, change by change. One thread. */
final class BundleOpsWriter {
    private final RleWriter objectActor = new RleWriter();
    private final DeltaWriter objectCounter = new DeltaWriter();
    private final RleWriter keyActor = new RleWriter();
    private final DeltaWriter keyCounter = new DeltaWriter();
    private final TextWriter keyString = new TextWriter();
    private final RleWriter idActor = new RleWriter();
    private final BooleanWriter insert = new BooleanWriter(false);
    private final RleWriter action = new RleWriter();
    private final RleWriter valueMeta = new RleWriter();
    private final ByteWriter valueRaw = new ByteWriter();
    private final RleWriter predCount = new RleWriter();
    private final RleWriter predActor = new RleWriter();
    private final DeltaWriter predCounter = new DeltaWriter();
    private final BooleanWriter expand = new BooleanWriter(true);
    private final TextWriter mark = new TextWriter();
    private final DeltaWriter order = new DeltaWriter();
    private final ChangeOps ops = new ChangeOps();
    private int[] actors;
    private long rows;

    /** @param numbers by the change's number of an actor, the bundle's */
    void write(ChangeChunk change, int[] numbers) {
        actors = numbers;
        ops.reset(change);
        while (ops.next()) {
            writeAlike(ops.count());
            if (ops.isKeyed()) {
                keyString.append(ops.key());
                keyActor.appendNull();
                keyCounter.appendNull();
            } else {
                writeElements(ops.count());
            }
            writeValues(ops.count());
            writePredecessors();
        }
    }

    /** What the operations of a step have in common. */
    private void writeAlike(int count) {
        if (ops.objectCounter() == 0) {
            objectActor.appendNulls(count);
            objectCounter.appendNulls(count);
        } else {
            objectActor.append(actors[ops.objectActor()], count);
            objectCounter.append(ops.objectCounter(), count);
        }
        idActor.append(actors[0], count);
        insert.append(ops.isInsert(), count);
        action.append(ops.action(), count);
        expand.append(ops.expand(), count);
        for (int i = 0; i < count; i++) {
            mark.append(ops.mark());
        }
        order.append(rows);
        order.appendSteps(1, count - 1L);
        rows += count;
    }

    private void writeElements(int count) {
        keyString.appendNulls(count);
        if (ops.keyCounter() == 0) {
            keyActor.appendNull();
            keyCounter.append(0);
        } else {
            keyActor.append(actors[ops.keyActor()]);
            keyCounter.append(ops.keyCounter());
        }
        for (int i = 1; i < count; i++) {
            boolean typed = ops.textRun() > 0;
            keyActor.append(actors[typed ? 0 : ops.keyActor()]);
            keyCounter.append(typed ? ops.counter() + i - 1 : ops.keyCounter() + (long) i * ops.stride());
        }
    }

    private void writeValues(int count) {
        valueRaw.write(ops.bytes(), ops.valueFrom(), ops.valueLength());
        if (ops.textRun() == 0) {
            valueMeta.append(ScalarCodec.meta(ops.deleteRun() > 0 ? 0 : ops.valueLength(), ops.valueType()), count);
            return;
        }
        int end = ops.valueFrom() + ops.valueLength();
        for (int at = ops.valueFrom(); at < end;) {
            int length = Utf8.length(ops.bytes()[at]);
            valueMeta.append(ScalarCodec.meta(length, ScalarCodec.STR));
            at += length;
        }
    }

    private void writePredecessors() {
        if (ops.deleteRun() > 0) {
            predCount.append(1, ops.count());
            predActor.append(actors[ops.keyActor()], ops.count());
            predCounter.append(ops.keyCounter());
            predCounter.appendSteps(ops.stride(), ops.count() - 1L);
            return;
        }
        predCount.append(ops.textRun() > 0 ? 0 : ops.predCount(), ops.count());
        for (int i = 0; ops.textRun() == 0 && i < ops.predCount(); i++) {
            predActor.append(actors[ops.predActor(i)]);
            predCounter.append(ops.predCounter(i));
        }
    }

    ColumnsWriter finish() {
        ColumnsWriter columns = new ColumnsWriter();
        columns.add(ColumnSpec.OBJECT_ACTOR, objectActor.finish()).add(BundleOps.OBJECT_COUNTER, objectCounter.finish());
        columns.add(ColumnSpec.KEY_ACTOR, keyActor.finish()).add(ColumnSpec.KEY_COUNTER, keyCounter.finish());
        columns.add(ColumnSpec.KEY_STRING, keyString.finish()).add(ColumnSpec.ID_ACTOR, idActor.finish());
        columns.add(ColumnSpec.INSERT, insert.finish()).add(ColumnSpec.ACTION, action.finish());
        columns.add(ColumnSpec.VALUE_META, valueMeta.finish()).add(ColumnSpec.VALUE_RAW, valueRaw);
        columns.add(ColumnSpec.PRED_COUNT, predCount.finish()).add(ColumnSpec.PRED_ACTOR, predActor.finish());
        columns.add(ColumnSpec.PRED_COUNTER, predCounter.finish()).add(ColumnSpec.EXPAND, expand.finish());
        return columns.add(ColumnSpec.MARK_NAME, mark.finish()).add(ColumnSpec.BUNDLE_ORDER, order.finish());
    }
}
