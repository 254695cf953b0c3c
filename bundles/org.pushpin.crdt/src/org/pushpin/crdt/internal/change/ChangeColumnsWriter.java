// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.internal.column.BooleanWriter;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.TextWriter;
import org.pushpin.crdt.internal.column.Utf8;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Ids;

/** Writes operations as the columns of a change. One thread, {@link #clear()} for the next change. */
final class ChangeColumnsWriter {
    static final int ONE_BYTE = 1 << 4 | ScalarCodec.STR;

    private final ActorNumbers actors;
    private final ActorColumn objectActor = new ActorColumn();
    private final RleWriter objectCounter = new RleWriter();
    private final ActorColumn keyActor = new ActorColumn();
    private final DeltaWriter keyCounter = new DeltaWriter();
    private final TextWriter keyString = new TextWriter();
    private final BooleanWriter insert = new BooleanWriter(false);
    private final RleWriter action = new RleWriter();
    private final RleWriter valueMeta = new RleWriter();
    private final ByteWriter valueRaw = new ByteWriter();
    private final RleWriter predCount = new RleWriter();
    private final ActorColumn predActor = new ActorColumn();
    private final DeltaWriter predCounter = new DeltaWriter();
    private final BooleanWriter expand = new BooleanWriter(true);
    private final TextWriter mark = new TextWriter();
    private final ColumnsWriter columns = new ColumnsWriter();

    ChangeColumnsWriter(ActorNumbers actors) {
        this.actors = actors;
    }

    void clear() {
        objectActor.clear();
        objectCounter.clear();
        keyActor.clear();
        keyCounter.clear();
        keyString.clear();
        insert.clear();
        action.clear();
        valueMeta.clear();
        valueRaw.clear();
        predCount.clear();
        predActor.clear();
        predCounter.clear();
        expand.clear();
        mark.clear();
    }

    private void object(long object, long rows) {
        if (object == Ids.NONE) {
            objectActor.append(ActorColumn.NULL, rows);
            objectCounter.appendNulls(rows);
        } else {
            actors.note(Ids.author(object));
            objectActor.append(Ids.author(object), rows);
            objectCounter.append(Ids.counter(object), rows);
        }
    }

    private void key(String key) {
        keyString.append(key);
        keyActor.append(ActorColumn.NULL, 1);
        keyCounter.appendNull();
    }

    /** An element, or the beginning of the sequence. */
    private void element(long element) {
        keyString.appendNull();
        reference(element);
    }

    private void reference(long element) {
        keyCounter.append(Ids.counter(element));
        if (element == Ids.NONE) {
            keyActor.append(ActorColumn.NULL, 1);
        } else {
            actors.note(Ids.author(element));
            keyActor.append(Ids.author(element), 1);
        }
    }

    void what(boolean inserts, int code, boolean expands, String markName) {
        insert.append(inserts);
        action.append(code);
        expand.append(expands);
        mark.append(markName);
    }

    void place(long object, String key, long element) {
        object(object, 1);
        if (key != null) {
            key(key);
        } else {
            element(element);
        }
    }

    /** The column of values, to which the caller writes those of single operations. */
    ByteWriter values() {
        return valueRaw;
    }

    /** Length and type of what was written to {@link #values()}. */
    void valueMeta(long meta) {
        valueMeta.append(meta);
    }

    /** In ascending order. What differs in the fork's branch only is one on the wire. */
    void preds(long[] preds, int number) {
        int written = 0;
        for (int i = 0; i < number; i++) {
            if (i == 0 || !actors.isSame(preds[i - 1], preds[i])) {
                actors.note(Ids.author(preds[i]));
                predActor.append(Ids.author(preds[i]), 1);
                predCounter.append(Ids.counter(preds[i]));
                written++;
            }
        }
        predCount.append(written);
    }

    /** One predecessor, or none. */
    void pred(long pred) {
        predCount.append(pred == Ids.NONE ? 0 : 1);
        if (pred != Ids.NONE) {
            actors.note(Ids.author(pred));
            predActor.append(Ids.author(pred), 1);
            predCounter.append(Ids.counter(pred));
        }
    }

    /**
     * Insertions of one code point each, the first after {@code reference} and with the id {@code first}; the caller writes their
     * {@link #values()}, and calls {@code valueMetas}.
     */
    void textRun(long object, long reference, long first, int rows) {
        object(object, rows);
        reference(reference);
        keyString.appendNulls(rows);
        if (rows > 1) {
            keyActor.append(Ids.author(first), rows - 1L);
            keyCounter.append(Ids.counter(first));
            keyCounter.appendSteps(1, rows - 2L);
        }
        insert.append(true, rows);
        action.append(Action.SET, rows);
        predCount.append(0, rows);
        expand.append(false, rows);
        mark.appendNulls(rows);
    }

    /** The lengths of the characters of a run. */
    void valueMetas(byte[] utf8, int from, int length) {
        for (int at = from; at < from + length; at += Utf8.length(utf8[at])) {
            valueMeta.append(ScalarCodec.meta(Utf8.length(utf8[at]), ScalarCodec.STR));
        }
    }

    /** The same of ASCII characters. */
    void valueMetas(int rows) {
        valueMeta.append(ONE_BYTE, rows);
    }

    /** Deletions of elements whose counters go on by {@code stride}. */
    void deleteRun(long object, long element, int rows, int stride) {
        object(object, rows);
        actors.note(Ids.author(element));
        keyActor.append(Ids.author(element), rows);
        keyCounter.append(Ids.counter(element));
        keyCounter.appendSteps(stride, rows - 1L);
        keyString.appendNulls(rows);
        insert.append(false, rows);
        action.append(Action.DELETE, rows);
        valueMeta.append(ScalarCodec.NULL, rows);
        predCount.append(1, rows);
        predActor.append(Ids.author(element), rows);
        predCounter.append(Ids.counter(element));
        predCounter.appendSteps(stride, rows - 1L);
        expand.append(false, rows);
        mark.appendNulls(rows);
    }

    /** Writes table and data; the actors must have their numbers. */
    void finish(ByteWriter out) {
        columns.clear();
        columns.add(ColumnSpec.OBJECT_ACTOR, objectActor.finish(actors)).add(ColumnSpec.OBJECT_COUNTER, objectCounter.finish());
        columns.add(ColumnSpec.KEY_ACTOR, keyActor.finish(actors)).add(ColumnSpec.KEY_COUNTER, keyCounter.finish());
        columns.add(ColumnSpec.KEY_STRING, keyString.finish());
        columns.add(ColumnSpec.INSERT, insert.finish()).add(ColumnSpec.ACTION, action.finish());
        columns.add(ColumnSpec.VALUE_META, valueMeta.finish()).add(ColumnSpec.VALUE_RAW, valueRaw);
        columns.add(ColumnSpec.PRED_COUNT, predCount.finish()).add(ColumnSpec.PRED_ACTOR, predActor.finish(actors));
        columns.add(ColumnSpec.PRED_COUNTER, predCounter.finish());
        columns.add(ColumnSpec.EXPAND, expand.finish()).add(ColumnSpec.MARK_NAME, mark.finish());
        columns.writeTable(out);
        columns.writeData(out);
    }
}
