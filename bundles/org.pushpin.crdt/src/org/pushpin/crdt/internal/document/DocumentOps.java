// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.BooleanReader;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/**
 * The operation columns of a document, read front to back: row by row, or, where someone typed, a run of rows at a time. Rows that no
 * operation can be are refused; what the rows mean together is for others to check. In ids, authors are numbered as the chunk numbers its
 * actors.
 *
 * <p>Most columns keep their value over thousands of rows. Those that say what kind of row it is ({@link #plain}) are read once for all
 * rows that are like the present one, and catch up when that ends. One thread; cost: the runs of the columns.
 */
final class DocumentOps {
    private final Steps steps;
    private final int actors;
    private final RleReader objectActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader objectCounter = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader keyActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader keyCounter = new RleReader(RleReader.Kind.DELTA);
    private final RleReader keyString = new RleReader(RleReader.Kind.TEXT);
    private final RleReader idActor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader idCounter = new RleReader(RleReader.Kind.DELTA);
    private final BooleanReader inserts = new BooleanReader();
    private final RleReader actions = new RleReader(RleReader.Kind.UNSIGNED);
    private final Values values;
    private final Successors successors;
    private final BooleanReader expands = new BooleanReader();
    private final RleReader marks = new RleReader(RleReader.Kind.TEXT);

    private long rows;
    /** How many of the rows to come are insertions of scalars into the same object, without mark or expansion. */
    private long plain;
    /** By how many rows the columns that tell this are behind. */
    private long behind;
    private int keyAuthor;

    /** The present row. An object of 0 is the root; an element of 0 is the beginning of the sequence. */
    private long object;
    private String key;
    private long element;
    private long id;
    private boolean insert;
    private int action;
    private boolean expand;
    private String mark;

    static Columns columns() {
        return new Columns(ColumnSpec.OBJECT_ACTOR, ColumnSpec.OBJECT_COUNTER, ColumnSpec.KEY_ACTOR, ColumnSpec.KEY_COUNTER,
                ColumnSpec.KEY_STRING, ColumnSpec.ID_ACTOR, ColumnSpec.ID_COUNTER, ColumnSpec.INSERT, ColumnSpec.ACTION,
                ColumnSpec.VALUE_META, ColumnSpec.VALUE_RAW, ColumnSpec.SUCC_COUNT, ColumnSpec.SUCC_ACTOR, ColumnSpec.SUCC_COUNTER,
                ColumnSpec.EXPAND, ColumnSpec.MARK_NAME);
    }

    /** @param columns as {@link #columns()}, with their data */
    DocumentOps(Columns columns, Authors authors, Steps steps) {
        this.steps = steps;
        this.actors = authors.size();
        int limit = Limits.OPS;
        RleReader[] numbers = {objectActor, objectCounter, keyActor, keyCounter, keyString, idActor, idCounter};
        for (int i = 0; i < numbers.length; i++) {
            columns.open(i, numbers[i], limit);
        }
        columns.open(7, inserts, limit);
        columns.open(8, actions, limit);
        values = new Values(columns, 9);
        successors = new Successors(columns, 11, authors, steps);
        columns.open(14, expands, limit);
        columns.open(15, marks, limit);
    }

    long object() {
        return object;
    }

    String key() {
        return key;
    }

    long element() {
        return element;
    }

    long id() {
        return id;
    }

    boolean insert() {
        return insert;
    }

    int action() {
        return action;
    }

    String mark() {
        return mark;
    }

    Values values() {
        return values;
    }

    Successors successors() {
        return successors;
    }

    /** Whether it sets a value, without mark or expansion. */
    private boolean setsScalar() {
        return action == Action.SET && !expand && mark == null;
    }

    /** Whether it puts one code point into a sequence. */
    boolean insertsCodePoint() {
        return insert && setsScalar() && values.isCodePoint();
    }

    /** The present row as an operation. */
    Op op() {
        return new Op(id, action, values.scalar(), expand, mark, successors.toArray());
    }

    /** Moves to the next row; false after the last. */
    boolean next() throws MalformedException {
        if (plain == 0) {
            if (!nextKind()) {
                return false;
            }
        } else {
            plain--;
            behind++;
            rows++;
            readElement(keyCounter.nextCounter());
        }
        id = readId(idActor, idCounter);
        require(id != Ids.NONE, "an operation without an id");
        values.read();
        require(action != Action.INCREMENT || !insert && values.isNumber(), "an increment that is not a number");
        steps.spend(1);
        successors.read();
        return true;
    }

    private boolean nextKind() throws MalformedException {
        catchUp();
        if (actions.isDone()) {
            requireAllRead();
            return false;
        }
        require(++rows <= Limits.OPS, "more than " + Limits.OPS + " operations");
        object = readId(objectActor, objectCounter);
        readKey();
        insert = inserts.next();
        long code = actions.next() ? actions.value() : -1;
        require(Action.isKnown(code), "an unknown action");
        action = (int) code;
        expand = expands.next();
        mark = marks.nextText();
        check();
        plain = insert && setsScalar() ? plainRows() : 0;
        return true;
    }

    private void catchUp() throws MalformedException {
        if (behind == 0) {
            return;
        }
        objectActor.skip(behind);
        objectCounter.skip(behind);
        keyString.skip(behind);
        inserts.skip(behind);
        actions.skip(behind);
        expands.skip(behind);
        marks.skip(behind);
        behind = 0;
    }

    /** How many rows after the present one are certain to be of its kind. */
    private long plainRows() throws MalformedException {
        long same = object == Ids.NONE ? Math.min(objectActor.followingNulls(), objectCounter.followingNulls())
                : Math.min(objectActor.following(Ids.author(object)), objectCounter.following(Ids.counter(object)));
        same = Math.min(same, keyString.followingNulls());
        same = Math.min(same, inserts.following(true));
        same = Math.min(same, actions.following(Action.SET));
        same = Math.min(same, expands.following(false));
        same = Math.min(same, marks.followingNulls());
        return Math.min(same, Limits.OPS - rows);
    }

    private void requireAllRead() throws MalformedException {
        boolean all = objectActor.isDone() && objectCounter.isDone() && keyActor.isDone() && keyCounter.isDone() && keyString.isDone()
                && idActor.isDone() && idCounter.isDone() && inserts.isDone() && values.isDone()
                && successors.isDone() && expands.isDone() && marks.isDone();
        require(all, "columns of different length");
    }

    private void readKey() throws MalformedException {
        key = keyString.nextText();
        if (key == null) {
            readElement(keyCounter.nextCounter());
        } else {
            boolean alone = keyActor.nextIndex(actors, "actor") < 0 && keyCounter.nextCounter() < 0;
            require(alone, "an operation with two keys");
            element = Ids.NONE;
        }
    }

    private void readElement(long counter) throws MalformedException {
        keyAuthor = keyActor.nextIndex(actors, "actor");
        if (keyAuthor < 0) {
            require(counter == 0, "an operation without a key");
            element = Ids.NONE;
        } else {
            require(counter > 0, "an operation with half a key");
            element = Ids.of(counter, keyAuthor);
        }
    }

    private long readId(RleReader actorColumn, RleReader counterColumn) throws MalformedException {
        return readId(actorColumn, counterColumn, actors);
    }

    /** Reads an id, {@link Ids#NONE} for none. */
    static long readId(RleReader actorColumn, RleReader counterColumn, int actors) throws MalformedException {
        int actor = actorColumn.nextIndex(actors, "actor");
        long counter = counterColumn.nextCounter();
        require(actor < 0 == counter < 0, "half an operation id");
        require(counter != 0, "an operation counter of 0");
        return actor < 0 ? Ids.NONE : Ids.of(counter, actor);
    }

    private void check() throws MalformedException {
        require(!insert || key == null, "an insertion under a key");
        require(insert || key != null || element != Ids.NONE, "an operation on the beginning of a sequence");
        require(action != Action.DELETE, "a deletion that no document can hold");
        require(action != Action.MARK || insert, "a mark outside a sequence");
    }

    /**
     * How many of the rows to come go on with the present one, which inserts a code point and has at most one successor: same author,
     * next counters, each inserted after the one before, all without a successor or all with one, whose counters go on by one, up or down.
     * The last row of a kind is never among them, as what follows might overwrite it.
     */
    int following() throws MalformedException {
        if (plain < 2 || keyAuthor != Ids.author(id) || Ids.plus(element, 1) != id) {
            return 0;
        }
        long count = Math.min(plain - 1, idCounter.following(1));
        count = count == 0 ? 0 : Math.min(count, keyCounter.following(1));
        count = count == 0 ? 0 : Math.min(count, idActor.following(keyAuthor));
        count = count == 0 ? 0 : Math.min(count, keyActor.following(keyAuthor));
        count = count == 0 ? 0 : Math.min(count, successors.following());
        count = Math.min(count, Limits.MAX_COUNTER - Ids.counter(id));
        return count == 0 ? 0 : values.following((int) count);
    }

    /** Whether the row after the present one is certain to be another insertion into the same object. */
    boolean isFollowedByInsertion() {
        return plain > 0;
    }

    /** Moves on by so many of the rows that {@link #following} told of. */
    void skip(int count) throws MalformedException {
        idCounter.skip(count);
        keyCounter.skip(count);
        idActor.skip(count);
        keyActor.skip(count);
        successors.skip(count);
        values.skip(count);
        id = Ids.plus(id, count);
        element = Ids.plus(element, count);
        plain -= count;
        behind += count;
        rows += count;
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
