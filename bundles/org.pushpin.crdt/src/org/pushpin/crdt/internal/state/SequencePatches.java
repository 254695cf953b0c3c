// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.List;
import java.util.Objects;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceChanges;

/** The steps between two states of one sequence, neighbouring ones put together. */
final class SequencePatches implements SequenceChanges {
    private final ObjectId object;
    private final boolean text;
    private final Authors authors;
    private final List<Patch> patches;
    private final StringBuilder inserted = new StringBuilder();
    /** Where the step that is being put together begins. */
    private int index;
    private int deleted;

    SequencePatches(ObjectId object, boolean text, Authors authors, List<Patch> patches) {
        this.object = object;
        this.text = text;
        this.authors = authors;
        this.patches = patches;
    }

    @Override
    public void deleted(int at, int units) {
        if (at != index + inserted.length()) {
            moveTo(at);
        }
        deleted += units;
    }

    @Override
    public void insertedText(int at, String characters) {
        if (at != index + inserted.length()) {
            moveTo(at);
        }
        inserted.append(characters);
    }

    @Override
    public void inserted(int at, Op[] register) {
        Op winner = Register.winner(register);
        if (winner == null) {
            return;
        }
        if (isString(winner)) {
            insertedText(at, ((Scalar.Str) winner.value()).value());
            return;
        }
        moveTo(at);
        patches.add(new Patch.Insert(object, at, Values.of(winner, register, authors)));
    }

    @Override
    public void updated(int at, Op[] before, Op[] after) {
        Op old = Register.winner(before);
        Op winner = Register.winner(after);
        if (old == null || winner == null) {
            throw new IllegalArgumentException("an element that did not show, or does not any more, is inserted or deleted");
        }
        Value oldValue = Values.of(old, before, authors);
        Value value = Values.of(winner, after, authors);
        if (old.id() == winner.id() && Objects.equals(value, oldValue)) {
            return;
        }
        if (isString(old) || isString(winner)) {
            deleted(at, width(old));
            inserted(at, after);
            return;
        }
        moveTo(at);
        boolean counted = old.id() == winner.id() && value instanceof Scalar.Counter && oldValue instanceof Scalar.Counter;
        patches.add(counted
                ? new Patch.Increment(object, null, at, ((Scalar.Counter) value).value() - ((Scalar.Counter) oldValue).value())
                : new Patch.PutSeq(object, at, value));
    }

    @Override
    public void marksChanged() {
        // Marks have patches of their own, made from the marks of both states.
    }

    private boolean isString(Op op) {
        return text && op.action() == Action.SET && op.value() instanceof Scalar.Str;
    }

    private int width(Op op) {
        return isString(op) ? ((Scalar.Str) op.value()).value().length() : 1;
    }

    private void moveTo(int at) {
        flush();
        index = at;
    }

    /** Gives out what was put together. */
    void flush() {
        if (deleted == 0 && inserted.isEmpty()) {
            return;
        }
        patches.add(text ? new Patch.SpliceText(object, index, deleted, inserted.toString())
                : new Patch.DeleteSeq(object, index, deleted));
        index += inserted.length();
        deleted = 0;
        inserted.setLength(0);
    }
}
