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

    /** Takes the only row of the change over and checks it; false if its value does not fill its column. */
    boolean take(SingleRow single) throws MalformedException {
        objectActor = (int) single.objectActor;
        objectCounter = single.objectCounter;
        key = single.key;
        keyActor = (int) single.keyActor;
        keyCounter = single.keyCounter;
        checkPlace();
        insert = single.insert == 1;
        action = (int) single.action;
        expand = single.expand == 1;
        mark = single.mark;
        valueType = ScalarCodec.type(single.valueMeta);
        valueFrom = single.checkValue();
        valueLength = (int) ScalarCodec.length(single.valueMeta);
        predCount = 0;
        if (single.predCount == 1) {
            addPred((int) single.predActor, single.predCounter);
        }
        check();
        return valueFrom >= 0;
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
