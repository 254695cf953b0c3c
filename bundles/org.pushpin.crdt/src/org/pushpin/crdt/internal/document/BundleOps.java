// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeWriter;
import org.pushpin.crdt.internal.column.BooleanReader;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/** Reads the operation columns of a bundle, row by row. What a row may say is checked with the change that it becomes part of. */
final class BundleOps {
    /** In a bundle, the counters of objects are a delta column. */
    static final int OBJECT_COUNTER = 0x03;
    /** The numbers of columns in {@link #columns()}. */
    static final int COUNTER = 6;
    static final int VALUES = 10;
    static final int ORDER = 16;

    /** An operation; its counter is told elsewhere. */
    record Row(long object, String key, long element, int author, boolean insert, int action, long meta, int value, long[] preds,
            boolean expand, String mark) {
        void writeTo(ChangeWriter writer, byte[] values) {
            writer.append(object, key, element, insert, action, ScalarCodec.type(meta), values, value, (int) ScalarCodec.length(meta), preds,
                    preds.length, expand, mark);
        }
    }

    private final RleReader objectActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader objectCounter = new RleReader(RleReader.Kind.DELTA);
    private final RleReader keyActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader keyCounter = new RleReader(RleReader.Kind.DELTA);
    private final RleReader keyString = new RleReader(RleReader.Kind.TEXT);
    private final RleReader idActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final BooleanReader inserts = new BooleanReader();
    private final RleReader actions = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader valueMeta = new RleReader(RleReader.Kind.UNSIGNED);
    private final ByteReader valueRaw = new ByteReader();
    private final RleReader predCount = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader predActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader predCounter = new RleReader(RleReader.Kind.DELTA);
    private final BooleanReader expands = new BooleanReader();
    private final RleReader marks = new RleReader(RleReader.Kind.TEXT);
    private final Authors authors;
    private final Steps steps;

    static Columns columns() {
        return new Columns(ColumnSpec.OBJECT_ACTOR, OBJECT_COUNTER, ColumnSpec.KEY_ACTOR, ColumnSpec.KEY_COUNTER, ColumnSpec.KEY_STRING,
                ColumnSpec.ID_ACTOR, ColumnSpec.ID_COUNTER, ColumnSpec.INSERT, ColumnSpec.ACTION, ColumnSpec.VALUE_META,
                ColumnSpec.VALUE_RAW, ColumnSpec.PRED_COUNT, ColumnSpec.PRED_ACTOR, ColumnSpec.PRED_COUNTER, ColumnSpec.EXPAND,
                ColumnSpec.MARK_NAME, ColumnSpec.BUNDLE_ORDER);
    }

    BundleOps(Columns columns, Authors authors, Steps steps) {
        this.authors = authors;
        this.steps = steps;
        RleReader[] numbers = {objectActor, objectCounter, keyActor, keyCounter, keyString, idActor};
        for (int i = 0; i < numbers.length; i++) {
            columns.open(i, numbers[i], Limits.OPS);
        }
        columns.open(7, inserts, Limits.OPS);
        columns.open(8, actions, Limits.OPS);
        columns.open(9, valueMeta, Limits.OPS);
        columns.open(VALUES, valueRaw);
        columns.open(11, predCount, Limits.OPS);
        columns.open(12, predActor, Limits.OPS);
        columns.open(13, predCounter, Limits.OPS);
        columns.open(14, expands, Limits.OPS);
        columns.open(15, marks, Limits.OPS);
    }

    List<Row> read() throws MalformedException {
        List<Row> rows = new ArrayList<>();
        while (!idActor.isDone()) {
            steps.spend(1);
            rows.add(next());
        }
        boolean all = objectActor.isDone() && objectCounter.isDone() && keyActor.isDone() && keyCounter.isDone() && keyString.isDone()
                && inserts.isDone() && actions.isDone() && valueMeta.isDone() && valueRaw.isAtEnd() && predCount.isDone()
                && predActor.isDone() && predCounter.isDone() && expands.isDone() && marks.isDone();
        require(all, "columns of different length");
        return rows;
    }

    private Row next() throws MalformedException {
        int author = idActor.nextIndex(authors.size(), "actor");
        require(author >= 0, "an operation without an id");
        long object = id(objectActor, objectCounter, false);
        String key = keyString.nextText();
        long element = id(keyActor, keyCounter, key == null);
        require(key == null || element == Ids.NONE, "an operation with two keys");
        boolean insert = inserts.next();
        long code = actions.next() ? actions.value() : -1;
        require(Action.isKnown(code), "an unknown action");
        long meta = valueMeta.next() ? valueMeta.value() : ScalarCodec.NULL;
        int value = ScalarCodec.check(meta, valueRaw);
        return new Row(object, key, element, author, insert, (int) code, meta, value, preds(), expands.next(), marks.nextText());
    }

    /** @param beginning whether a counter of 0 stands for none */
    private long id(RleReader actorColumn, RleReader counterColumn, boolean beginning) throws MalformedException {
        int actor = actorColumn.nextIndex(authors.size(), "actor");
        long counter = counterColumn.nextCounter();
        if (actor < 0) {
            require(counter == (beginning ? 0 : -1), "half an operation id");
            return Ids.NONE;
        }
        require(counter > 0, "half an operation id");
        return Ids.of(counter, actor);
    }

    private long[] preds() throws MalformedException {
        long count = predCount.next() ? predCount.value() : 0;
        require(count >= 0 && count <= Limits.LINKS, "too many predecessors or successors");
        steps.spend(count);
        if (count == 0) {
            return Op.NONE;
        }
        Long[] preds = new Long[(int) count];
        for (int i = 0; i < count; i++) {
            preds[i] = id(predActor, predCounter, false);
            require(preds[i] != Ids.NONE, "a predecessor or successor without an id");
        }
        Arrays.sort(preds, authors::compare);
        return Arrays.stream(preds).mapToLong(Long::longValue).toArray();
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
