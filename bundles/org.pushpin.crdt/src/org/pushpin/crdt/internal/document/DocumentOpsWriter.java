// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.List;
import org.pushpin.crdt.internal.column.BooleanWriter;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.TextWriter;
import org.pushpin.crdt.internal.column.Utf8;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Utf8Order;

/** Writes the operation columns of a document, object by object, by runs. One thread. */
final class DocumentOpsWriter {
    private final Authors authors;
    /** By author, the number of its actor in the chunk. */
    private final int[] actors;
    private final RleWriter objectActor = new RleWriter();
    private final RleWriter objectCounter = new RleWriter();
    private final RleWriter keyActor = new RleWriter();
    private final DeltaWriter keyCounter = new DeltaWriter();
    private final TextWriter keyString = new TextWriter();
    private final RleWriter idActor = new RleWriter();
    private final DeltaWriter idCounter = new DeltaWriter();
    private final BooleanWriter insert = new BooleanWriter(false);
    private final RleWriter action = new RleWriter();
    private final RleWriter valueMeta = new RleWriter();
    private final ByteWriter valueRaw = new ByteWriter(1 << 12);
    private final RleWriter succCount = new RleWriter();
    private final RleWriter succActor = new RleWriter();
    private final DeltaWriter succCounter = new DeltaWriter();
    private final BooleanWriter expand = new BooleanWriter(true);
    private final TextWriter mark = new TextWriter();
    private long object;
    /** Rows of text before this one, of which nothing is written yet that all rows of text have in common. */
    private int plain;
    private long rows;
    private long steps;

    DocumentOpsWriter(Authors authors, int[] actors) {
        this.authors = authors;
        this.actors = actors;
    }

    /** Writes the operations of an object: in order of keys and ids, or of elements. */
    void write(StoredObject stored) {
        object = stored.id();
        switch (stored) {
            case StoredObject.MapObject map -> write(map);
            case StoredObject.SequenceObject sequence -> write(sequence.sequence().runs());
        }
    }

    private void write(StoredObject.MapObject map) {
        List<String> keys = new ArrayList<>();
        map.registers().forEach((key, ops) -> keys.add(key));
        keys.sort(Utf8Order.INSTANCE);
        for (String key : keys) {
            map.register(key).forEach(authors, op -> {
                keyString.append(key);
                keyActor.appendNull();
                keyCounter.appendNull();
                write(op, false);
            });
        }
    }

    private void write(Runs runs) {
        while (runs.next()) {
            if (runs.register() == null) {
                writeText(runs);
            } else {
                writePlain();
                writeRegister(runs.register(), runs.element(), runs.reference());
            }
        }
        writePlain();
    }

    private void writeRegister(Register register, long element, long reference) {
        register.forEach(authors, op -> {
            boolean inserts = op.id() == element;
            keyString.appendNull();
            writeElement(inserts ? reference : element);
            write(op, inserts);
        });
    }

    private void writeElement(long element) {
        if (element == Ids.NONE) {
            keyActor.appendNull();
            keyCounter.append(0);
        } else {
            keyActor.append(actors[Ids.author(element)]);
            keyCounter.append(Ids.counter(element));
        }
    }

    private void writeObject(int rows) {
        this.rows += rows;
        if (object == Ids.NONE) {
            objectActor.appendNulls(rows);
            objectCounter.appendNulls(rows);
        } else {
            objectActor.append(actors[Ids.author(object)], rows);
            objectCounter.append(Ids.counter(object), rows);
        }
    }

    private void write(Op op, boolean inserts) {
        writeObject(1);
        steps += 1 + op.succ().length;
        idActor.append(actors[Ids.author(op.id())]);
        idCounter.append(Ids.counter(op.id()));
        insert.append(inserts);
        action.append(op.action());
        valueMeta.append(ScalarCodec.write(op.value(), valueRaw));
        succCount.append(op.succ().length);
        for (long later : op.succ()) {
            succActor.append(actors[Ids.author(later)]);
            succCounter.append(Ids.counter(later));
        }
        expand.append(op.expand());
        mark.append(op.mark());
    }

    private void writeText(Runs run) {
        int rows = run.length();
        int actor = actors[run.author()];
        long counter = Ids.counter(run.element());
        plain += rows;
        writeElement(run.reference());
        keyActor.append(actor, rows - 1);
        if (rows > 1) {
            keyCounter.append(counter);
            keyCounter.appendSteps(1, rows - 2);
        }
        idActor.append(actor, rows);
        idCounter.append(counter);
        idCounter.appendSteps(1, rows - 1);
        writeCharacters(run.utf8(), run.utf8Offset(), run.utf8Length(), rows);
        writeDeletions(run.deleter(), run.stride(), rows);
    }

    private void writePlain() {
        if (plain > 0) {
            writeObject(plain);
            keyString.appendNulls(plain);
            insert.append(true, plain);
            action.append(Action.SET, plain);
            expand.append(false, plain);
            mark.appendNulls(plain);
            plain = 0;
        }
    }

    private void writeCharacters(byte[] utf8, int from, int length, int rows) {
        valueRaw.write(utf8, from, length);
        if (length == rows) {
            valueMeta.append(ScalarCodec.meta(1, ScalarCodec.STR), rows);
            return;
        }
        for (int at = from; at < from + length;) {
            int bytes = Utf8.length(utf8[at]);
            valueMeta.append(ScalarCodec.meta(bytes, ScalarCodec.STR));
            at += bytes;
        }
    }

    private void writeDeletions(long deleter, int stride, int rows) {
        succCount.append(deleter == Ids.NONE ? 0 : 1, rows);
        if (deleter != Ids.NONE) {
            succActor.append(actors[Ids.author(deleter)], rows);
            succCounter.append(Ids.counter(deleter));
            succCounter.appendSteps(stride, rows - 1);
        }
    }

    /** How many operations were written. */
    long rows() {
        return rows;
    }

    /** What a reader spends on them, but for text, which has more than enough bytes: see {@link Steps}. */
    long steps() {
        return steps;
    }

    void finish(DocumentColumns columns) {
        columns.add(ColumnSpec.OBJECT_ACTOR, objectActor.finish()).add(ColumnSpec.OBJECT_COUNTER, objectCounter.finish());
        columns.add(ColumnSpec.KEY_ACTOR, keyActor.finish()).add(ColumnSpec.KEY_COUNTER, keyCounter.finish());
        columns.add(ColumnSpec.KEY_STRING, keyString.finish());
        columns.add(ColumnSpec.ID_ACTOR, idActor.finish()).add(ColumnSpec.ID_COUNTER, idCounter.finish());
        columns.add(ColumnSpec.INSERT, insert.finish()).add(ColumnSpec.ACTION, action.finish());
        columns.add(ColumnSpec.VALUE_META, valueMeta.finish()).addText(ColumnSpec.VALUE_RAW, valueRaw);
        columns.add(ColumnSpec.SUCC_COUNT, succCount.finish());
        columns.add(ColumnSpec.SUCC_ACTOR, succActor.finish()).add(ColumnSpec.SUCC_COUNTER, succCounter.finish());
        columns.add(ColumnSpec.EXPAND, expand.finish()).addText(ColumnSpec.MARK_NAME, mark.finish());
    }
}
