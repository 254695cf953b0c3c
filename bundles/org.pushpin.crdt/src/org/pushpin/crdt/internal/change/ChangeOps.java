// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.op.Action;

/**
 * The operations of a change, in steps: a step is one operation, or a run of typed characters, or of deleted elements. Actors are given by
 * their number in the change. Nothing is allocated per step but the strings and values that are asked for. One thread, used again for the
 * next change.
 */
public final class ChangeOps {
    /** The actor of the root object, and of the beginning of a sequence. */
    public static final int NO_ACTOR = ChangeRow.NO_ACTOR;

    private final ChangeColumns columns = new ChangeColumns();
    private final ChangeRow op = new ChangeRow(columns);
    private final RowRuns runs = new RowRuns(columns, op);
    private final SingleRow singleRow = new SingleRow(columns);
    private final StringCache strings = new StringCache();
    private byte[] bytes;
    private long startOp;
    private int row;
    private int count;
    /** How many predecessors there were. */
    private long preds;
    /** Whether the change seems to be one operation; afterwards, whether it was. */
    private boolean single;
    private boolean text;
    private boolean deletion;

    /** Goes before the first operation. */
    public void reset(ChangeChunk chunk) {
        try {
            open(chunk.bytes(), chunk.tableFrom(), chunk.bytes().length, chunk.actors(), chunk.startOp());
        } catch (MalformedException e) {
            throw new IllegalStateException("a change that was checked before", e);
        }
    }

    /** Moves to the next step; false after the last. */
    public boolean next() {
        try {
            return step();
        } catch (MalformedException e) {
            throw new IllegalStateException("a change that was checked before", e);
        }
    }

    /** Returns where the columns end. */
    int open(byte[] source, int from, int end, ActorId[] table, long firstCounter) throws MalformedException {
        bytes = source;
        startOp = firstCounter;
        row = 0;
        count = 0;
        preds = 0;
        op.begin(table);
        int after = columns.locate(source, from, end);
        single = singleRow.begin(source);
        if (!single) {
            columns.open();
        }
        return after;
    }

    boolean step() throws MalformedException {
        row += count;
        count = 0;
        if (single) {
            return row == 0 && stepSingle();
        }
        if (columns.action.isDone()) {
            ChangeRow.require(columns.isDone(), "columns of different length");
            return false;
        }
        op.read();
        text = runs.isTyping(bytes);
        deletion = runs.isDeleting();
        count = 1 + (text ? runs.takeTyping(bytes, counter()) : deletion ? runs.takeDeleting() : 0);
        preds += deletion ? count : op.predCount;
        return true;
    }

    private boolean stepSingle() throws MalformedException {
        single = singleRow.read(op.actors.length) && op.take(singleRow);
        if (!single) {
            columns.open();
            return step();
        }
        text = runs.isTyping(bytes);
        deletion = runs.isDeleting();
        count = 1;
        return true;
    }

    /** How many rows there were. */
    int rows() {
        return row;
    }

    /** Whether a writer would write these columns; after the last step. */
    boolean isCanonical() {
        return op.usedAllActors() && (single || columns.isCanonical(row, preds));
    }

    /** How many operations this step is. */
    public int count() {
        return count;
    }

    /** The counter of the first operation of the step; the others follow. */
    public long counter() {
        return startOp + row;
    }

    /**
     * How many insertions of one code point each this step is, each after the one before, the first after {@link #keyActor} and
     * {@link #keyCounter}: {@link #valueFrom} and {@link #valueLength} tell the bytes of all. 0 if it is something else.
     */
    public int textRun() {
        return text ? count : 0;
    }

    /**
     * How many elements this step deletes, each by an operation of its own whose one predecessor is the element: the first is
     * {@link #keyActor} and {@link #keyCounter}, the counters of the others go on by {@link #stride}. 0 if it is something else.
     */
    public int deleteRun() {
        return deletion ? count : 0;
    }

    /** 1 or −1. */
    public int stride() {
        return runs.stride();
    }

    /** {@link #NO_ACTOR} for the root. */
    public int objectActor() {
        return op.objectActor;
    }

    /** 0 for the root. */
    public long objectCounter() {
        return op.objectCounter;
    }

    /** Whether the object is a map, for a key says what changes in it. */
    public boolean isKeyed() {
        return op.isKeyed();
    }

    /** The key of a map, null in a sequence. */
    public String key() {
        return op.isKeyed() ? strings.get(bytes, RleReader.from(op.key), RleReader.length(op.key)) : null;
    }

    /** In a sequence, the actor of the element to change or to insert after; {@link #NO_ACTOR} for the beginning. */
    public int keyActor() {
        return op.keyActor;
    }

    /** 0 for the beginning. */
    public long keyCounter() {
        return op.keyCounter;
    }

    public boolean isInsert() {
        return op.insert;
    }

    /** See {@link Action}. */
    public int action() {
        return op.action;
    }

    /** See {@link ScalarCodec}. */
    public int valueType() {
        return op.valueType;
    }

    /** Where in {@link #bytes()} the raw value begins. */
    public int valueFrom() {
        return op.valueFrom;
    }

    /** In bytes; of all values of a run. */
    public int valueLength() {
        return op.valueLength;
    }

    /** The change's bytes, not to be modified. */
    public byte[] bytes() {
        return bytes;
    }

    /** The value of a step of one operation. */
    public Scalar value() {
        return ScalarCodec.value(op.valueType, bytes, op.valueFrom, op.valueLength);
    }

    public int predCount() {
        return op.predCount;
    }

    public int predActor(int index) {
        return op.predActors[index];
    }

    public long predCounter(int index) {
        return op.predCounters[index];
    }

    public boolean expand() {
        return op.expand;
    }

    /** The name of a mark that begins here, else null. */
    public String mark() {
        return op.isMarked() ? strings.get(bytes, RleReader.from(op.mark), RleReader.length(op.mark)) : null;
    }
}
