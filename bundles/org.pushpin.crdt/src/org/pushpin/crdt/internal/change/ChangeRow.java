// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.op.Action;

/**
 * One operation of a change. What no operation can be is refused: what passes has a known action, a consistent key, and predecessors in
 * ascending order. One thread, used again for the next.
 */
final class ChangeRow {
    /** The actor of the root object, and of the beginning of a sequence. */
    static final int NO_ACTOR = -1;
    private static final long NO_TEXT = -1;

    private final ChangeColumns columns;
    ActorId[] actors;
    /** Which actors occurred. */
    private boolean[] used = new boolean[8];
    int objectActor;
    long objectCounter;
    /** A text in the change's bytes as {@link RleReader} gives it, or none. */
    long key;
    int keyActor;
    long keyCounter;
    boolean insert;
    int action;
    int valueType;
    int valueFrom;
    int valueLength;
    int[] predActors = new int[4];
    long[] predCounters = new long[4];
    int predCount;
    boolean expand;
    long mark;

    ChangeRow(ChangeColumns columns) {
        this.columns = columns;
    }

    void begin(ActorId[] table) {
        actors = table;
        if (used.length < table.length) {
            used = new boolean[table.length];
        } else if (table.length > 1) {
            Arrays.fill(used, 0, table.length, false);
        }
    }

    boolean usedAllActors() {
        for (int i = 1; i < actors.length; i++) {
            if (!used[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isKeyed() {
        return key != NO_TEXT;
    }

    boolean isMarked() {
        return mark != NO_TEXT;
    }

    static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }

    /** Reads and checks the next row. */
    void read() throws MalformedException {
        objectActor = columns.objectActor.nextIndex(actors.length, "actor");
        objectCounter = columns.objectCounter.nextCounter();
        key = columns.keyString.next() ? columns.keyString.value() : NO_TEXT;
        keyActor = columns.keyActor.nextIndex(actors.length, "actor");
        keyCounter = columns.keyCounter.nextCounter();
        checkPlace();
        insert = columns.insert.next();
        long code = columns.action.next() ? columns.action.value() : -1;
        require(Action.isKnown(code), "an unknown action");
        action = (int) code;
        long meta = columns.valueMeta.next() ? columns.valueMeta.value() : ScalarCodec.NULL;
        valueType = ScalarCodec.type(meta);
        valueFrom = ScalarCodec.check(meta, columns.valueRaw);
        valueLength = columns.valueRaw.position() - valueFrom;
        expand = columns.expand.next();
        mark = columns.mark.next() ? columns.mark.value() : NO_TEXT;
        readPreds();
        check();
    }

    private void readPreds() throws MalformedException {
        long number = columns.predCount.next() ? columns.predCount.value() : 0;
        require(number >= 0 && number <= Limits.LINKS, "too many predecessors or successors");
        predCount = 0;
        while (predCount < number) {
            addPred(columns.predActor.nextIndex(actors.length, "actor"), columns.predCounter.nextCounter());
        }
    }

    /** Reads the only row of the change, if every column holds it as a writer would. */
    boolean readSingle(SingleRow row) throws MalformedException {
        long code = row.number(ChangeColumns.ACTION);
        long meta = row.number(ChangeColumns.VALUE_META);
        long preds = row.number(ChangeColumns.PRED_COUNT);
        long inserts = row.flag(ChangeColumns.INSERT);
        long expands = row.flag(ChangeColumns.EXPAND);
        long maker = row.number(ChangeColumns.OBJECT_ACTOR);
        long makerCounter = row.number(ChangeColumns.OBJECT_COUNTER);
        long element = row.number(ChangeColumns.KEY_ACTOR);
        long elementCounter = row.step(ChangeColumns.KEY_COUNTER);
        long predActor = row.number(ChangeColumns.PRED_ACTOR);
        long predCounter = row.step(ChangeColumns.PRED_COUNTER);
        key = row.text(ChangeColumns.KEY_STRING);
        mark = row.text(ChangeColumns.MARK_NAME);
        boolean known = code >= 0 && meta >= 0 && (preds == 0 || preds == 1) && inserts >= 0 && expands != 0;
        if (!known || row.isIrregular() || predActor < 0 != (preds == 0) || Math.max(maker, Math.max(element, predActor)) >= actors.length
                || Math.max(makerCounter, Math.max(elementCounter, predCounter)) > Limits.MAX_COUNTER || !Action.isKnown(code)) {
            return false;
        }
        objectActor = (int) maker;
        objectCounter = makerCounter;
        keyActor = (int) element;
        keyCounter = elementCounter;
        insert = inserts == 1;
        action = (int) code;
        expand = expands == 1;
        valueType = ScalarCodec.type(meta);
        valueFrom = row.value(meta);
        valueLength = (int) ScalarCodec.length(meta);
        checkPlace();
        predCount = 0;
        if (preds == 1) {
            addPred((int) predActor, predCounter);
        }
        check();
        return valueFrom >= 0 && (preds == 1 || predCounter < 0);
    }

    private void addPred(int actor, long counter) throws MalformedException {
        if (predCount == predActors.length) {
            predActors = Arrays.copyOf(predActors, predCount * 2);
            predCounters = Arrays.copyOf(predCounters, predCount * 2);
        }
        require(actor < 0 == counter < 0, "half an operation id");
        require(actor >= 0, "a predecessor or successor without an id");
        require(counter > 0, "an operation counter of 0");
        if (predCount > 0) {
            long last = predCounters[predCount - 1];
            boolean ascending = last < counter || last == counter && actors[predActors[predCount - 1]].compareTo(actors[actor]) < 0;
            require(ascending, "predecessors or successors out of order");
        }
        used[actor] = true;
        predActors[predCount] = actor;
        predCounters[predCount++] = counter;
    }

    private void checkPlace() throws MalformedException {
        require(objectActor < 0 == objectCounter < 0, "half an operation id");
        require(objectCounter != 0, "an operation counter of 0");
        objectCounter = Math.max(objectCounter, 0);
        if (objectActor >= 0) {
            used[objectActor] = true;
        }
        if (isKeyed()) {
            require(keyActor < 0 && keyCounter < 0, "an operation with two keys");
            keyCounter = 0;
        } else if (keyActor < 0) {
            require(keyCounter == 0, "an operation without a key");
        } else {
            require(keyCounter > 0, "an operation with half a key");
            used[keyActor] = true;
        }
    }

    private void check() throws MalformedException {
        require(!insert || !isKeyed(), "an insertion under a key");
        require(insert || isKeyed() || keyActor >= 0, "an operation on the beginning of a sequence");
        if (action == Action.DELETE) {
            boolean plain = !insert && predCount > 0 && valueType == ScalarCodec.NULL && !expand && !isMarked();
            require(plain, "a deletion that no document can hold");
        } else if (action == Action.INCREMENT) {
            boolean number = valueType == ScalarCodec.INT || valueType == ScalarCodec.UINT;
            require(!insert && number, "an increment that is not a number");
        } else if (action == Action.MARK) {
            require(insert, "a mark outside a sequence");
        }
        require(!insert || predCount == 0, "an insertion that overwrites");
    }
}
