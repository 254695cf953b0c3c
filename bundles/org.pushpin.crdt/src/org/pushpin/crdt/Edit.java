// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.Objects;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Transaction;
import org.pushpin.crdt.internal.state.Working;

/**
 * Transactions on a snapshot, one after the other: sees its own writes. {@link #commit} ends it with one change; {@link #seal} makes a
 * change of what was done so far, and the edit goes on. To roll back, let go of the edit. An actor must commit its edits one on top of the
 * other. A wrong use (a key on a list, an index past the end, an increment of what is no counter) throws
 * {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} and leaves the edit as it was. One thread.
 */
public final class Edit extends RichEditor implements Read {
    private final Doc base;
    private final ActorId actor;
    private final Working working;
    private Transaction transaction;
    private long startOp;
    private ObjectId recent;
    private long recentId;

    Edit(Doc base, ActorId actor) {
        this.base = base;
        this.actor = actor;
        this.working = new Working(base.state);
        begin();
    }

    /** The snapshot that it began on. */
    public Doc base() {
        return base;
    }

    private void begin() {
        transaction = working.begin(actor);
        startOp = transaction.nextCounter();
    }

    @Override
    Objects objects() {
        return working.objects();
    }

    @Override
    OpLog log() {
        return working.log();
    }

    @Override
    Edit self() {
        return this;
    }

    @Override
    Transaction transaction() {
        return transaction;
    }

    @Override
    long known(ObjectId object) {
        if (object != recent) {
            recentId = find(object);
            recent = object;
        }
        return recentId;
    }

    @Override
    StoredObject.MapObject map(ObjectId id) {
        if (objects().object(known(id)) instanceof StoredObject.MapObject m) {
            return m;
        }
        throw new IllegalArgumentException("not a map of this document: " + id);
    }

    @Override
    SequenceView existing(ObjectId id) {
        SequenceView view = objects().sequence(known(id));
        if (view == null) {
            throw new IllegalArgumentException("not a list or text of this document: " + id);
        }
        return view;
    }

    private ObjectId made(long id) {
        return ObjectId.of(objects().authors().opId(id));
    }

    /** Puts a value. Putting the value that is there, alone, does nothing; a counter is what it has been incremented to. */
    public Edit put(ObjectId map, String key, Scalar value) {
        StoredObject.MapObject target = map(map);
        String name = WellFormed.text(key);
        Register register = target.register(name);
        Scalar put = WellFormed.scalar(value);
        if (!isNoop(register, put)) {
            transaction.write(target, name, Action.SET, put, register.visibleIds());
        }
        return this;
    }

    public Edit put(ObjectId map, String key, String value) {
        return put(map, key, new Scalar.Str(value));
    }

    public Edit put(ObjectId map, String key, long value) {
        return put(map, key, new Scalar.Int(value));
    }

    public Edit put(ObjectId map, String key, boolean value) {
        return put(map, key, new Scalar.Bool(value));
    }

    public Edit put(ObjectId map, String key, double value) {
        return put(map, key, new Scalar.F64(value));
    }

    /** Replaces the element at an index. */
    public Edit put(ObjectId sequence, int index, Scalar value) {
        SequenceView view = at(sequence, index);
        Register register = view.opsAt(index);
        Scalar put = WellFormed.scalar(value);
        if (!isNoop(register, put)) {
            transaction.write(known(sequence), view.elementAt(index), Action.SET, put, register.visibleIds());
        }
        return this;
    }

    /** Puts a new, empty object. */
    public ObjectId putObject(ObjectId map, String key, ObjectType type) {
        StoredObject.MapObject target = map(map);
        String name = WellFormed.text(key);
        return made(transaction.write(target, name, Action.making(type), Scalar.NULL, target.register(name).visibleIds()));
    }

    /** Replaces the element of a list at an index by a new, empty object. */
    public ObjectId putObject(ObjectId sequence, int index, ObjectType type) {
        SequenceView view = at(sequence, index);
        if (view.isText()) {
            throw new IllegalArgumentException("an object does not replace a character: " + sequence);
        }
        return made(transaction.write(known(sequence), view.elementAt(index), Action.making(type), Scalar.NULL,
                view.opsAt(index).visibleIds()));
    }

    /** Inserts a value before an index; the length of the sequence is the index of its end. */
    public Edit insert(ObjectId sequence, int index, Scalar value) {
        requireInsertion(sequence, index);
        transaction.insert(known(sequence), index, Action.SET, WellFormed.scalar(value), false, null);
        return this;
    }

    /** Inserts a new, empty object before an index. */
    public ObjectId insertObject(ObjectId sequence, int index, ObjectType type) {
        requireInsertion(sequence, index);
        return made(transaction.insert(known(sequence), index, Action.making(type), Scalar.NULL, false, null));
    }

    /** Deletes what is at a key, if anything. */
    public Edit delete(ObjectId map, String key) {
        StoredObject.MapObject target = map(map);
        String name = WellFormed.text(key);
        long[] visible = target.register(name).visibleIds();
        if (visible.length > 0) {
            transaction.write(target, name, Action.DELETE, Scalar.NULL, visible);
        }
        return this;
    }

    /** Deletes the element that covers an index. */
    public Edit delete(ObjectId sequence, int index) {
        SequenceView view = at(sequence, index);
        transaction.delete(known(sequence), view.startOf(index), 1);
        return this;
    }

    /** Adds to a counter. Concurrent increments add up; other values in conflict with the counter go. */
    public Edit increment(ObjectId map, String key, long by) {
        StoredObject.MapObject target = map(map);
        transaction.write(target, key, Action.INCREMENT, new Scalar.Int(by), counters(target.register(key)));
        return this;
    }

    public Edit increment(ObjectId sequence, int index, long by) {
        SequenceView view = at(sequence, index);
        transaction.write(known(sequence), view.elementAt(index), Action.INCREMENT, new Scalar.Int(by), counters(view.opsAt(index)));
        return this;
    }

    /**
     * Replaces {@code delete} UTF-16 units of a text, from {@code at}, by other text: one element per code point. Positions inside a
     * surrogate pair are moved out of it, so that no half of one is ever left. In a list, {@code delete} elements are replaced by one
     * string per code point.
     */
    public Edit splice(ObjectId text, int at, int delete, String insert) {
        SequenceView view = existing(text);
        int length = view.length();
        if (at < 0 || delete < 0 || at + delete > length) {
            throw new IndexOutOfBoundsException("splice " + at + " + " + delete + " of " + length);
        }
        int start = at < length ? view.startOf(at) : at;
        if (delete > 0) {
            transaction.delete(known(text), start, at + delete - start);
        }
        if (!insert.isEmpty()) {
            insertText(view, known(text), start, WellFormed.text(insert));
        }
        return this;
    }

    private void insertText(SequenceView view, long text, int start, String insert) {
        if (view.isText()) {
            transaction.insertText(text, start, insert);
            return;
        }
        int index = start;
        for (int character : insert.codePoints().toArray()) {
            transaction.insert(text, index++, Action.SET, new Scalar.Str(Character.toString(character)), false, null);
        }
    }

    /** Whether nothing was done since the last change. */
    public boolean isEmpty() {
        return transaction.nextCounter() == startOp;
    }

    /**
     * Makes the change, on top of all heads of the snapshot; empty if nothing was done. The edit is of no use afterwards.
     *
     * @param message may be null
     * @param time kept to the second
     */
    public Optional<Commit> commit(String message, Instant time) {
        if (isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(commitEmpty(message, time));
    }

    /** As {@link #commit}, but also if nothing was done: a change that says what its actor has seen. */
    public Commit commitEmpty(String message, Instant time) {
        int node = add(noted(message), time);
        DocState after = working.freeze();
        Change change = new Change(new ChangeEncoder(after), node);
        return new Commit(base.isForked() ? applied(change) : base.with(after, base.waiting), change);
    }

    /**
     * Makes a change of what was done since the last one, and begins the next transaction on top of it. Cost: O(1); the hash is computed when
     * somebody asks for it.
     *
     * @return false if nothing was done
     */
    public boolean seal(String message, Instant time) {
        if (isEmpty()) {
            return false;
        }
        if (base.isForked()) {
            throw new IllegalStateException("some actor forked: commit, and begin anew");
        }
        add(noted(message), time);
        begin();
        return true;
    }

    /** The document with all changes so far; what was done since the last {@link #seal} must be sealed first. O(1). */
    public Doc snapshot() {
        if (!isEmpty()) {
            throw new IllegalStateException("a transaction is open");
        }
        return base.with(working.freeze(), base.waiting);
    }

    /** Nobody takes a change of very many operations that all repeat one another. */
    private static void requireReadable(byte[] change) {
        try {
            Change.parse(change);
        } catch (MalformedException e) {
            throw new IllegalStateException("too much that is alike for one transaction: make several", e);
        }
    }

    private int add(String note, Instant time) {
        if (!Limits.isTime(time.getEpochSecond())) {
            throw new IllegalArgumentException("a time that no change can hold: " + time);
        }
        int node = working.seal(actor, transaction, time.getEpochSecond(), note);
        if (transaction.steps() > Limits.steps(0)) {
            requireReadable(new ChangeEncoder(working.freeze()).encode(node).bytes());
        }
        return node;
    }

    private static String noted(String message) {
        return message == null || message.isEmpty() ? null : WellFormed.text(message);
    }

    /** Ids are ambiguous on the wire where an actor forked: then the change is read as every other replica will read it. */
    private Doc applied(Change change) {
        try {
            return base.apply(List.of(change));
        } catch (MalformedException e) {
            throw new IllegalStateException("an edit that breaks a rule", e);
        }
    }

    private static boolean isNoop(Register register, Scalar value) {
        Op winner = register.shown() == 1 ? register.winner() : null;
        return winner != null && winner.action() == Action.SET && isSame(winner.value(), value);
    }

    /** As Automerge compares them: zeros are the same, and a NaN is unlike any other. */
    private static boolean isSame(Scalar present, Scalar value) {
        return present instanceof Scalar.F64 p && value instanceof Scalar.F64 v ? p.value() == v.value() : present.equals(value);
    }

    /** What an increment follows: all that shows, so that it settles a conflict of a counter with something else. */
    private static long[] counters(Register register) {
        if (Arrays.stream(register.visible()).noneMatch(Op::isCounter)) {
            throw new IllegalArgumentException("only a counter can be incremented");
        }
        return register.visibleIds();
    }

    private SequenceView at(ObjectId sequence, int index) {
        SequenceView view = existing(sequence);
        if (index < 0 || index >= view.length()) {
            throw new IndexOutOfBoundsException(index);
        }
        return view;
    }

    private void requireInsertion(ObjectId sequence, int index) {
        if (index < 0 || index > existing(sequence).length()) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
