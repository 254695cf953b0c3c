// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;
import java.util.List;

/**
 * Reads operations row by row from the columns of a change or a document, and refuses rows that no operation can be: what passes has a
 * known action, a consistent key, and predecessors or successors in ascending order.
 */
final class OpColumnsReader {
    private static final int LINKS = 100_000;

    private final List<ActorId> actors;
    private final boolean document;
    private final RleReader objectActor;
    private final RleReader objectCounter;
    private final RleReader keyActor;
    private final RleReader keyCounter;
    private final RleReader keyString;
    private final RleReader idActor;
    private final RleReader idCounter;
    private final BooleanReader inserts;
    private final RleReader actions;
    private final RleReader valueMeta;
    private final ByteReader valueRaw;
    private final RleReader linkCount;
    private final RleReader linkActor;
    private final RleReader linkCounter;
    private final BooleanReader expands;
    private final RleReader marks;
    private final int limit = Limits.OPS;
    private int rows;
    private OpId lastId;
    private OpId lastElement;

    ObjectId object = ObjectId.ROOT;
    String key;
    OpId element;
    OpId id;
    boolean insert;
    int action;
    Scalar value;
    OpId[] links;
    boolean expand;
    String mark;

    OpColumnsReader(Columns columns, List<ActorId> actors, boolean document) {
        this.actors = actors;
        this.document = document;
        objectActor = numbers(columns, Columns.OBJECT_ACTOR);
        objectCounter = numbers(columns, Columns.OBJECT_COUNTER);
        keyActor = numbers(columns, Columns.KEY_ACTOR);
        keyCounter = deltas(columns, Columns.KEY_COUNTER);
        keyString = new RleReader(columns.get(Columns.KEY_STRING), RleReader.Kind.TEXT, limit);
        idActor = numbers(columns, Columns.ID_ACTOR);
        idCounter = deltas(columns, Columns.ID_COUNTER);
        inserts = new BooleanReader(columns.get(Columns.INSERT), limit);
        actions = numbers(columns, Columns.ACTION);
        valueMeta = numbers(columns, Columns.VALUE_META);
        valueRaw = columns.get(Columns.VALUE_RAW);
        linkCount = numbers(columns, document ? Columns.SUCC_COUNT : Columns.PRED_COUNT);
        linkActor = numbers(columns, document ? Columns.SUCC_ACTOR : Columns.PRED_ACTOR);
        linkCounter = deltas(columns, document ? Columns.SUCC_COUNTER : Columns.PRED_COUNTER);
        expands = new BooleanReader(columns.get(Columns.EXPAND), limit);
        marks = new RleReader(columns.get(Columns.MARK_NAME), RleReader.Kind.TEXT, limit);
    }

    private RleReader numbers(Columns columns, int spec) {
        return new RleReader(columns.get(spec), RleReader.Kind.UNSIGNED, limit);
    }

    private RleReader deltas(Columns columns, int spec) {
        return new RleReader(columns.get(spec), RleReader.Kind.DELTA, limit);
    }

    /** Moves to the next row; false after the last. */
    boolean next() throws MalformedException {
        if (actions.isDone()) {
            requireAllRead();
            return false;
        }
        if (++rows > limit) {
            throw new MalformedException("more than " + limit + " operations");
        }
        readObject();
        readKey();
        if (document) {
            id = readId(idActor, idCounter, null);
            require(id != null, "an operation without an id");
        }
        readContent();
        readLinks();
        check();
        return true;
    }

    private void requireAllRead() throws MalformedException {
        boolean all = objectActor.isDone() && objectCounter.isDone() && keyActor.isDone() && keyCounter.isDone() && keyString.isDone()
                && idActor.isDone() && idCounter.isDone() && inserts.isDone() && valueMeta.isDone() && valueRaw.isAtEnd()
                && linkCount.isDone() && linkActor.isDone() && linkCounter.isDone() && expands.isDone() && marks.isDone();
        require(all, "columns of different length");
    }

    private void readObject() throws MalformedException {
        OpId last = object.maker();
        OpId maker = readId(objectActor, objectCounter, last);
        if (maker != last) {
            object = maker == null ? ObjectId.ROOT : ObjectId.of(maker);
        }
    }

    private void readKey() throws MalformedException {
        key = keyString.nextText();
        int actor = keyActor.nextIndex(actors.size(), "actor");
        long counter = keyCounter.nextCounter();
        element = null;
        if (key != null) {
            require(actor < 0 && counter < 0, "an operation with two keys");
        } else if (actor < 0) {
            require(counter == 0, "an operation without a key");
        } else {
            require(counter > 0, "an operation with half a key");
            element = reuse(counter, actors.get(actor));
        }
    }

    /** Most elements refer to the one before. */
    private OpId reuse(long counter, ActorId actor) {
        if (lastId == null || lastId.counter() != counter || lastId.actor() != actor) {
            if (lastElement == null || lastElement.counter() != counter || lastElement.actor() != actor) {
                lastElement = new OpId(counter, actor);
            }
            return lastElement;
        }
        return lastId;
    }

    private OpId readId(RleReader actorColumn, RleReader counterColumn, OpId last) throws MalformedException {
        int actor = actorColumn.nextIndex(actors.size(), "actor");
        long counter = counterColumn.nextCounter();
        require(actor < 0 == counter < 0, "half an operation id");
        if (actor < 0) {
            return null;
        }
        require(counter > 0, "an operation counter of 0");
        boolean same = last != null && last.counter() == counter && last.actor() == actors.get(actor);
        return same ? last : new OpId(counter, actors.get(actor));
    }

    private void readContent() throws MalformedException {
        insert = inserts.next();
        long code = actions.next() ? actions.value() : -1;
        require(Action.isKnown(code), "an unknown action");
        action = (int) code;
        value = valueMeta.next() ? ScalarCodec.read(valueMeta.value(), valueRaw) : Scalar.NULL;
        expand = expands.next();
        mark = marks.nextText();
        lastId = id;
    }

    private void readLinks() throws MalformedException {
        int count = linkCount.next() ? (int) Math.min(linkCount.value() & Long.MAX_VALUE, Integer.MAX_VALUE) : 0;
        require(count <= LINKS, "too many predecessors or successors");
        OpId[] read = count == 0 ? Op.NONE : new OpId[Math.min(count, 16)];
        for (int i = 0; i < count; i++) {
            if (i == read.length) {
                read = Arrays.copyOf(read, Math.min(count, i * 2));
            }
            read[i] = readId(linkActor, linkCounter, null);
            require(read[i] != null, "a predecessor or successor without an id");
            require(i == 0 || read[i - 1].compareTo(read[i]) < 0, "predecessors or successors out of order");
        }
        links = read;
    }

    private void check() throws MalformedException {
        require(!insert || key == null, "an insertion under a key");
        require(insert || key != null || element != null, "an operation on the beginning of a sequence");
        if (action == Action.DELETE) {
            boolean plain = !document && !insert && links.length > 0 && value instanceof Scalar.Null && !expand && mark == null;
            require(plain, "a deletion that no document can hold");
        } else if (action == Action.INCREMENT) {
            require(!insert && (value instanceof Scalar.Int || value instanceof Scalar.Uint), "an increment that is not a number");
        } else if (action == Action.MARK) {
            require(insert, "a mark outside a sequence");
        }
        require(document || !insert || links.length == 0, "an insertion that overwrites");
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }

    ChangeOp changeOp() {
        return new ChangeOp(object, key, element, insert, action, value, links, expand, mark);
    }

    Op documentOp() {
        return new Op(id, action, value, expand, mark, links);
    }
}
