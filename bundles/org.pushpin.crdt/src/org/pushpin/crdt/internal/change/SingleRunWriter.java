// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Ids;

/**
 * The first operations of a change, as long as they are one, or a run of typed ASCII characters or of deleted elements: then most columns
 * are written without run-length encoders, each a run of one value. One thread, {@link #clear()} for the next change.
 */
final class SingleRunWriter {
    private static final int LITERAL_OF_ONE = 0x7f;
    private static final int COLUMNS = 14;

    private final ActorNumbers actors;
    private final ByteWriter data = new ByteWriter(64);
    private final int[] specs = new int[COLUMNS];
    private final int[] ends = new int[COLUMNS];
    private int count;
    private boolean present;
    private long object;
    private String key;
    private long element;
    private boolean insert;
    private int action;
    private long meta;
    private long pred;
    private boolean expand;
    private String mark;
    /** How many operations there are, and of a run that can go on how the counters of deleted elements do; 0 if it cannot. */
    private int rows;
    private int stride;
    /** Of a run of typed characters, the first. */
    private long first;
    private final RleWriter keyActors = new RleWriter();
    private final DeltaWriter keyCounters = new DeltaWriter();

    SingleRunWriter(ActorNumbers actors) {
        this.actors = actors;
    }

    void clear() {
        present = false;
        key = null;
        mark = null;
    }

    boolean isPresent() {
        return present;
    }

    /** Takes the row. @param valueMeta its value's length and type, the bytes being written by the caller */
    void set(long rowObject, String rowKey, long rowElement, boolean inserts, int code, long valueMeta) {
        present = true;
        object = rowObject;
        key = rowKey;
        element = rowElement;
        insert = inserts;
        action = code;
        meta = valueMeta;
        pred = Ids.NONE;
        expand = false;
        mark = null;
        rows = 1;
        stride = 0;
        note(object);
        note(element);
    }

    /** Takes the insertions of typed ASCII characters, the first after {@code reference} and with the id {@code id}. */
    void setText(long text, long reference, long id, int elements) {
        set(text, null, reference, true, Action.SET, ChangeColumnsWriter.ONE_BYTE);
        first = id;
        rows = elements;
        stride = 1;
    }

    /** Takes more such insertions if they go on with those that are here. */
    boolean extendText(long text, long reference, int elements) {
        boolean goesOn = present && insert && stride != 0 && object == text && reference == Ids.plus(first, rows - 1);
        rows += goesOn ? elements : 0;
        return goesOn;
    }

    /** Takes deletions of elements whose counters go on by {@code step}, 1 or −1. */
    void setDeletions(long sequence, long deleted, int elements, int step) {
        set(sequence, null, deleted, false, Action.DELETE, ScalarCodec.NULL);
        setPred(deleted);
        rows = elements;
        stride = step;
    }

    /** Takes more deletions if they go on with those that are here. */
    boolean extendDeletions(long sequence, long deleted, int elements, int step) {
        if (!present || insert || stride == 0 || object != sequence) {
            return false;
        }
        int by = rows > 1 ? stride : deleted == Ids.plus(element, 1) ? 1 : -1;
        boolean goesOn = deleted == Ids.plus(element, by * rows) && (elements == 1 || step == by);
        if (goesOn) {
            stride = by;
            rows += elements;
        }
        return goesOn;
    }

    /** Adds the only predecessor. */
    void setPred(long id) {
        pred = id;
        note(id);
    }

    void setMark(boolean expands, String name) {
        expand = expands;
        mark = name;
    }

    private void note(long id) {
        if (id != Ids.NONE) {
            actors.note(Ids.author(id));
        }
    }

    /** Hands what is here over, for others follow. */
    void moveTo(ChangeColumnsWriter columns) {
        if (stride == 0) {
            columns.place(object, key, element);
            columns.what(insert, action, expand, mark);
            columns.valueMeta(meta);
            columns.pred(pred);
        } else if (insert) {
            columns.textRun(object, element, first, rows);
            columns.valueMetas(rows);
        } else {
            columns.deleteRun(object, element, rows, stride);
        }
        clear();
    }

    /** Writes table and data; the actors must have their numbers. */
    void finish(ByteWriter value, ByteWriter out) {
        data.clear();
        count = 0;
        writePlace();
        if (insert) {
            data.writeByte(0);
        }
        data.writeUnsigned(rows);
        end(ColumnSpec.INSERT);
        number(ColumnSpec.ACTION, action);
        number(ColumnSpec.VALUE_META, meta);
        data.write(value);
        end(ColumnSpec.VALUE_RAW);
        number(ColumnSpec.PRED_COUNT, pred == Ids.NONE ? 0 : 1);
        if (pred != Ids.NONE) {
            number(ColumnSpec.PRED_ACTOR, actors.number(Ids.author(pred)));
            deleted(ColumnSpec.PRED_COUNTER, pred);
        }
        if (expand) {
            data.writeByte(0).writeByte(1);
            end(ColumnSpec.EXPAND);
        }
        text(ColumnSpec.MARK_NAME, mark);
        writeTo(out);
    }

    private void writePlace() {
        if (object != Ids.NONE) {
            number(ColumnSpec.OBJECT_ACTOR, actors.number(Ids.author(object)));
            number(ColumnSpec.OBJECT_COUNTER, Ids.counter(object));
        }
        if (key != null) {
            text(ColumnSpec.KEY_STRING, key);
        } else if (insert && rows > 1) {
            writeReferences();
        } else {
            if (element != Ids.NONE) {
                number(ColumnSpec.KEY_ACTOR, actors.number(Ids.author(element)));
            }
            deleted(ColumnSpec.KEY_COUNTER, element);
        }
    }

    /** Each typed character was inserted after the one before. */
    private void writeReferences() {
        keyActors.clear();
        keyCounters.clear();
        if (element == Ids.NONE) {
            keyActors.appendNull();
        } else {
            keyActors.append(actors.number(Ids.author(element)));
        }
        keyActors.append(actors.number(Ids.author(first)), rows - 1L);
        keyCounters.append(Ids.counter(element));
        keyCounters.append(Ids.counter(first));
        keyCounters.appendSteps(1, rows - 2L);
        data.write(keyActors.finish());
        end(ColumnSpec.KEY_ACTOR);
        data.write(keyCounters.finish());
        end(ColumnSpec.KEY_COUNTER);
    }

    /** The counters of an element, and of those that a run deletes after it. */
    private void deleted(int spec, long id) {
        if (rows == 1) {
            data.writeByte(LITERAL_OF_ONE).writeSigned(Ids.counter(id));
        } else {
            keyCounters.clear();
            keyCounters.append(Ids.counter(id));
            keyCounters.appendSteps(stride, rows - 1L);
            data.write(keyCounters.finish());
        }
        end(spec);
    }

    /** The same number in all rows. */
    private void number(int spec, long value) {
        if (rows == 1) {
            data.writeByte(LITERAL_OF_ONE);
        } else {
            data.writeSigned(rows);
        }
        data.writeUnsigned(value);
        end(spec);
    }

    private void text(int spec, String text) {
        if (text != null) {
            data.writeByte(LITERAL_OF_ONE).writePrefixed(text);
            end(spec);
        }
    }

    /** Ends a column here, unless nothing was written. */
    private void end(int spec) {
        if (data.size() > (count == 0 ? 0 : ends[count - 1])) {
            specs[count] = spec;
            ends[count++] = data.size();
        }
    }

    private void writeTo(ByteWriter out) {
        out.writeUnsigned(count);
        int from = 0;
        for (int i = 0; i < count; i++) {
            out.writeUnsigned(specs[i]).writeUnsigned(ends[i] - from);
            from = ends[i];
        }
        out.write(data);
    }
}
