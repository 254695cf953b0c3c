// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.op.Ids;

/**
 * The first operation of a change, until it is known whether it is the only one: then its columns are written without run-length encoders,
 * each a literal of one value. One thread, {@link #clear()} for the next change.
 */
final class SingleRowWriter {
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

    SingleRowWriter(ActorNumbers actors) {
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
        note(object);
        note(element);
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

    /** Hands the row over, for others follow. */
    void moveTo(ChangeColumnsWriter columns) {
        columns.place(object, key, element);
        columns.what(insert, action, expand, mark);
        columns.valueMeta(meta);
        columns.pred(pred);
        clear();
    }

    /** Writes table and data; the actors must have their numbers. */
    void finish(ByteWriter value, ByteWriter out) {
        data.clear();
        count = 0;
        writePlace();
        data.writeByte(insert ? 0 : 1);
        if (insert) {
            data.writeByte(1);
        }
        end(ColumnSpec.INSERT);
        number(ColumnSpec.ACTION, action);
        number(ColumnSpec.VALUE_META, meta);
        data.write(value);
        end(ColumnSpec.VALUE_RAW);
        number(ColumnSpec.PRED_COUNT, pred == Ids.NONE ? 0 : 1);
        if (pred != Ids.NONE) {
            number(ColumnSpec.PRED_ACTOR, actors.number(Ids.author(pred)));
            step(ColumnSpec.PRED_COUNTER, Ids.counter(pred));
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
        if (key == null) {
            if (element != Ids.NONE) {
                number(ColumnSpec.KEY_ACTOR, actors.number(Ids.author(element)));
            }
            step(ColumnSpec.KEY_COUNTER, Ids.counter(element));
        } else {
            text(ColumnSpec.KEY_STRING, key);
        }
    }

    private void number(int spec, long value) {
        data.writeByte(LITERAL_OF_ONE).writeUnsigned(value);
        end(spec);
    }

    private void step(int spec, long value) {
        data.writeByte(LITERAL_OF_ONE).writeSigned(value);
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
