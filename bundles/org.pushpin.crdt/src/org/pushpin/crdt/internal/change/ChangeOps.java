// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.Utf8;
import org.pushpin.crdt.internal.op.Action;

/**
 * The operations of a change, in steps: a step is one operation, or a run of typed characters, or of deleted elements. Actors are given by
 * their number in the change. Nothing is allocated per step but the strings and values that are asked for. What no operation can be is
 * refused: what passes has a known action, a consistent key, and predecessors in ascending order. One thread, used again for the next
 * change.
 */
public final class ChangeOps {
    /** The actor of the root object, and of the beginning of a sequence. */
    public static final int NO_ACTOR = -1;

    private final ChangeColumns columns = new ChangeColumns();
    private final StringCache strings = new StringCache();
    private byte[] bytes;
    private ActorId[] actors;
    private boolean[] used = new boolean[8];
    private long startOp;
    private int row;
    private int count;
    private long preds;

    private int objectActor;
    private long objectCounter;
    private boolean keyed;
    private int keyActor;
    private long keyCounter;
    private boolean insert;
    private int action;
    private int valueType;
    private int valueFrom;
    private int valueLength;
    private int[] predActors = new int[4];
    private long[] predCounters = new long[4];
    private int predCount;
    private boolean expand;
    private boolean marked;
    private boolean text;
    private boolean deletion;
    private int stride;

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
        actors = table;
        startOp = firstCounter;
        row = 0;
        count = 0;
        preds = 0;
        if (used.length < table.length) {
            used = new boolean[table.length];
        } else {
            Arrays.fill(used, 0, table.length, false);
        }
        return columns.open(source, from, end);
    }

    boolean step() throws MalformedException {
        row += count;
        count = 0;
        if (columns.action.isDone()) {
            require(columns.isDone(), "columns of different length");
            return false;
        }
        readObject();
        readKey();
        readContent();
        readPreds();
        check();
        count = 1;
        extend();
        return true;
    }

    /** How many rows there were. */
    int rows() {
        return row;
    }

    /** Whether a writer would write these columns; after the last step. */
    boolean isCanonical() {
        for (int i = 1; i < actors.length; i++) {
            if (!used[i]) {
                return false;
            }
        }
        return columns.isCanonical(row, preds);
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }

    private int readActor(RleReader column) throws MalformedException {
        int actor = column.nextIndex(actors.length, "actor");
        if (actor > 0) {
            used[actor] = true;
        }
        return actor;
    }

    private void readObject() throws MalformedException {
        objectActor = readActor(columns.objectActor);
        objectCounter = columns.objectCounter.nextCounter();
        require(objectActor < 0 == objectCounter < 0, "half an operation id");
        require(objectCounter != 0, "an operation counter of 0");
        objectCounter = Math.max(objectCounter, 0);
    }

    private void readKey() throws MalformedException {
        keyed = columns.keyString.next();
        keyActor = readActor(columns.keyActor);
        keyCounter = columns.keyCounter.nextCounter();
        if (keyed) {
            require(keyActor < 0 && keyCounter < 0, "an operation with two keys");
            keyCounter = 0;
        } else if (keyActor < 0) {
            require(keyCounter == 0, "an operation without a key");
        } else {
            require(keyCounter > 0, "an operation with half a key");
        }
    }

    private void readContent() throws MalformedException {
        insert = columns.insert.next();
        long code = columns.action.next() ? columns.action.value() : -1;
        require(Action.isKnown(code), "an unknown action");
        action = (int) code;
        long meta = columns.valueMeta.next() ? columns.valueMeta.value() : 0;
        valueType = ScalarCodec.type(meta);
        valueFrom = ScalarCodec.check(meta, columns.valueRaw);
        valueLength = columns.valueRaw.position() - valueFrom;
        expand = columns.expand.next();
        marked = columns.mark.next();
    }

    private void readPreds() throws MalformedException {
        long number = columns.predCount.next() ? columns.predCount.value() : 0;
        require(number >= 0 && number <= Limits.LINKS, "too many predecessors or successors");
        predCount = 0;
        preds += number;
        while (predCount < number) {
            readPred();
        }
    }

    private void readPred() throws MalformedException {
        if (predCount == predActors.length) {
            predActors = Arrays.copyOf(predActors, predCount * 2);
            predCounters = Arrays.copyOf(predCounters, predCount * 2);
        }
        int actor = readActor(columns.predActor);
        long counter = columns.predCounter.nextCounter();
        require(actor < 0 == counter < 0, "half an operation id");
        require(actor >= 0, "a predecessor or successor without an id");
        require(counter > 0, "an operation counter of 0");
        if (predCount > 0) {
            long last = predCounters[predCount - 1];
            boolean ascending = last < counter || last == counter && actors[predActors[predCount - 1]].compareTo(actors[actor]) < 0;
            require(ascending, "predecessors or successors out of order");
        }
        predActors[predCount] = actor;
        predCounters[predCount++] = counter;
    }

    private void check() throws MalformedException {
        require(!insert || !keyed, "an insertion under a key");
        require(insert || keyed || keyActor >= 0, "an operation on the beginning of a sequence");
        if (action == Action.DELETE) {
            boolean plain = !insert && predCount > 0 && valueType == ScalarCodec.NULL && !expand && !marked;
            require(plain, "a deletion that no document can hold");
        } else if (action == Action.INCREMENT) {
            boolean number = valueType == ScalarCodec.INT || valueType == ScalarCodec.UINT;
            require(!insert && number, "an increment that is not a number");
        } else if (action == Action.MARK) {
            require(insert, "a mark outside a sequence");
        }
        require(!insert || predCount == 0, "an insertion that overwrites");
    }

    /** Takes in the rows that continue a run. */
    private void extend() throws MalformedException {
        text = insert && action == Action.SET && valueType == ScalarCodec.STR && !expand && !marked && valueLength > 0
                && Utf8.length(bytes[valueFrom]) == valueLength;
        deletion = action == Action.DELETE && !keyed && predCount == 1 && predActors[0] == keyActor && predCounters[0] == keyCounter;
        stride = 1;
        if ((text || deletion) && columns.action.following(action) > 0) {
            long like = likeThis(columns.action.following(action));
            if (like > 0 && text) {
                extendText(like);
            } else if (like > 0) {
                extendDeletion(like);
            }
        }
    }

    /** How many of the next rows, at most so many, are like this one in what does not change within a run. */
    private long likeThis(long most) throws MalformedException {
        long rows = Math.min(most, columns.insert.following(insert));
        rows = Math.min(rows, columns.keyString.followingNulls());
        rows = Math.min(rows, objectActor < 0 ? columns.objectActor.followingNulls() : columns.objectActor.following(objectActor));
        rows = Math.min(rows, objectActor < 0 ? columns.objectCounter.followingNulls() : columns.objectCounter.following(objectCounter));
        rows = Math.min(rows, columns.keyActor.following(text ? 0 : keyActor));
        rows = Math.min(rows, columns.predCount.following(predCount));
        rows = Math.min(rows, columns.expand.following(false));
        return Math.min(rows, columns.mark.followingNulls());
    }

    private void skip(long rows) throws MalformedException {
        columns.action.skip(rows);
        columns.insert.skip(rows);
        columns.keyString.skip(rows);
        columns.objectActor.skip(rows);
        columns.objectCounter.skip(rows);
        columns.keyActor.skip(rows);
        columns.predCount.skip(rows);
        columns.expand.skip(rows);
        columns.mark.skip(rows);
        count += (int) rows;
    }

    /** The next rows each refer to the one before, by the author. */
    private void extendText(long most) throws MalformedException {
        RleReader keys = columns.keyCounter;
        long step = startOp + row - keyCounter;
        if (codePoints(most) == 0 || keys.followingNulls() > 0 || keys.following(step) == 0) {
            return;
        }
        keys.skip(1);
        long rows = takeText(1 + Math.min(most - 1, keys.following(1)));
        keys.skip(rows - 1);
        skip(rows);
    }

    /** Takes values that are one code point each, and returns how many. */
    private long takeText(long most) throws MalformedException {
        long rows = 0;
        for (long more = codePoints(most); more > 0; more = codePoints(most - rows)) {
            int length = (int) ScalarCodec.length(columns.valueMeta.ahead()) * (int) more;
            columns.valueRaw.skip(length);
            columns.valueMeta.skip(more);
            valueLength += length;
            rows += more;
        }
        return rows;
    }

    /** How many of the next values are one code point each and of the same length, as far as the present run tells. */
    private long codePoints(long most) throws MalformedException {
        RleReader metas = columns.valueMeta;
        if (most == 0 || metas.followingNulls() > 0) {
            return 0;
        }
        long meta = metas.ahead();
        ByteReader raw = columns.valueRaw;
        if (ScalarCodec.type(meta) != ScalarCodec.STR || ScalarCodec.length(meta) == 0 || ScalarCodec.length(meta) > 4) {
            return 0;
        }
        int length = (int) ScalarCodec.length(meta);
        int rows = (int) Math.min(Math.min(most, metas.following(meta)), raw.remaining() / length);
        if (length == 1) {
            return Utf8.skipAscii(bytes, raw.position(), raw.position() + rows) - raw.position();
        }
        int found = 0;
        for (int at = raw.position(); found < rows && Utf8.length(bytes, at, raw.end()) == length; at += length) {
            found++;
        }
        return found;
    }

    /** The next rows delete the elements whose counters go on by one, up or down. */
    private void extendDeletion(long most) throws MalformedException {
        RleReader keys = columns.keyCounter;
        if (keys.followingNulls() > 0 || Math.abs(keys.ahead()) != 1) {
            return;
        }
        int step = (int) keys.ahead();
        long rows = Math.min(most, Math.min(keys.following(step), columns.predCounter.following(step)));
        rows = Math.min(rows, Math.min(columns.predActor.following(keyActor), columns.valueMeta.following(0)));
        if (rows > 0) {
            stride = step;
            keys.skip(rows);
            columns.predCounter.skip(rows);
            columns.predActor.skip(rows);
            columns.valueMeta.skip(rows);
            preds += rows;
            require(keys.value() > 0 && keys.value() <= Limits.MAX_COUNTER, "an operation counter beyond 32 bits");
            skip(rows);
        }
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
        return stride;
    }

    /** {@link #NO_ACTOR} for the root. */
    public int objectActor() {
        return objectActor;
    }

    /** 0 for the root. */
    public long objectCounter() {
        return objectCounter;
    }

    /** Whether the object is a map, for a key says what changes in it. */
    public boolean isKeyed() {
        return keyed;
    }

    /** The key of a map, null in a sequence. */
    public String key() {
        long key = columns.keyString.value();
        return keyed ? strings.get(bytes, RleReader.from(key), RleReader.length(key)) : null;
    }

    /** In a sequence, the actor of the element to change or to insert after; {@link #NO_ACTOR} for the beginning. */
    public int keyActor() {
        return keyActor;
    }

    /** 0 for the beginning. */
    public long keyCounter() {
        return keyCounter;
    }

    public boolean isInsert() {
        return insert;
    }

    /** See {@link Action}. */
    public int action() {
        return action;
    }

    /** See {@link ScalarCodec}. */
    public int valueType() {
        return valueType;
    }

    /** Where in {@link #bytes()} the raw value begins. */
    public int valueFrom() {
        return valueFrom;
    }

    /** In bytes; of all values of a run. */
    public int valueLength() {
        return valueLength;
    }

    /** The change's bytes, not to be modified. */
    public byte[] bytes() {
        return bytes;
    }

    /** The value of a step of one operation. */
    public Scalar value() {
        return ScalarCodec.value(valueType, bytes, valueFrom, valueLength);
    }

    public int predCount() {
        return predCount;
    }

    public int predActor(int index) {
        return predActors[index];
    }

    public long predCounter(int index) {
        return predCounters[index];
    }

    public boolean expand() {
        return expand;
    }

    /** The name of a mark that begins here, else null. */
    public String mark() {
        long name = columns.mark.value();
        return marked ? strings.get(bytes, RleReader.from(name), RleReader.length(name)) : null;
    }
}
