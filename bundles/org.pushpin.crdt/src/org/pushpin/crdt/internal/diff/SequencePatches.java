// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.diff;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Sequence;
import org.pushpin.crdt.internal.sequence.SequenceChanges;
import org.pushpin.crdt.internal.state.Values;

/** The steps between two states of one sequence, neighbouring ones put together. */
final class SequencePatches implements SequenceChanges {
    private final ObjectId object;
    private final Sequence later;
    private final Authors authors;
    private final List<Patch> patches;
    private final MarkPatches marks;
    private final StringBuilder inserted = new StringBuilder();
    /** Where the step that is being put together begins. */
    private int index;
    private int deleted;

    private SequencePatches(ObjectId object, Sequence old, Sequence later, Authors authors, List<Patch> patches) {
        this.object = object;
        this.later = later;
        this.authors = authors;
        this.patches = patches;
        this.marks = later.hasMarks() || old.hasMarks() ? new MarkPatches(old, later, authors) : null;
    }

    /** Adds the steps to {@code patches}. */
    static void add(ObjectId object, Sequence old, Sequence later, Authors authors, List<Patch> patches) {
        SequencePatches steps = new SequencePatches(object, old, later, authors, patches);
        old.diff(later, steps);
        steps.flush();
        if (steps.marks != null) {
            steps.marks.patch(object).ifPresent(patches::add);
        }
    }

    @Override
    public void deleted(int at, int units) {
        if (at != index + inserted.length()) {
            moveTo(at);
        }
        deleted += units;
        if (marks != null) {
            marks.replaced(at, units, 0);
        }
    }

    @Override
    public void insertedText(int at, String characters) {
        if (at != index + inserted.length()) {
            moveTo(at);
        }
        inserted.append(characters);
        if (marks != null) {
            marks.replaced(at, 0, characters.length());
        }
    }

    @Override
    public void inserted(int at, Register register) {
        Op winner = register.winner();
        if (winner == null) {
            return;
        }
        if (isString(winner)) {
            insertedText(at, ((Scalar.Str) winner.value()).value());
            return;
        }
        moveTo(at);
        patches.add(new Patch.Insert(object, at, Values.of(winner, authors), register.isConflict()));
        if (marks != null) {
            marks.inserted(at);
        }
    }

    @Override
    public void updated(int at, Register before, Register after) {
        Op old = before.winner();
        Op winner = after.winner();
        if (old == null || winner == null) {
            throw new IllegalArgumentException("an element that did not show, or does not any more, is inserted or deleted");
        }
        Value oldValue = Values.of(old, authors);
        Value value = Values.of(winner, authors);
        boolean same = old.id() == winner.id() && Objects.equals(value, oldValue);
        boolean conflict = after.isConflict();
        if (same && conflict == before.isConflict()) {
            return;
        }
        if (same) {
            moveTo(at);
            patches.add(new Patch.Conflict(object, null, at, conflict));
        } else if (isString(old) || isString(winner)) {
            deleted(at, width(old));
            inserted(at, after);
        } else {
            moveTo(at);
            put(at, old, winner, oldValue, value, conflict);
        }
    }

    private void put(int at, Op old, Op winner, Value oldValue, Value value, boolean conflict) {
        boolean counted = old.id() == winner.id() && value instanceof Scalar.Counter v && oldValue instanceof Scalar.Counter o
                && v.value() != o.value();
        patches.add(counted
                ? new Patch.Increment(object, null, at, ((Scalar.Counter) value).value() - ((Scalar.Counter) oldValue).value())
                : new Patch.PutSeq(object, at, value, conflict));
    }

    @Override
    public void marksChanged(int at) {
        marks.changed(at);
    }

    private boolean isString(Op op) {
        return later.isText() && op.action() == Action.SET && op.value() instanceof Scalar.Str;
    }

    private int width(Op op) {
        return isString(op) ? ((Scalar.Str) op.value()).value().length() : 1;
    }

    private void moveTo(int at) {
        flush();
        index = at;
    }

    /** Gives out what was put together. */
    private void flush() {
        if (deleted == 0 && inserted.isEmpty()) {
            return;
        }
        if (!later.isText()) {
            patches.add(new Patch.DeleteSeq(object, index, deleted));
        } else if (inserted.isEmpty()) {
            patches.add(new Patch.SpliceText(object, index, deleted, ""));
        } else {
            String text = inserted.toString();
            int start = index;
            MarkedPieces.cut(later, start, start + text.length(), authors,
                    (from, to, marked) -> splice(from, from == start ? deleted : 0, text.substring(from - start, to - start), marked));
        }
        index += inserted.length();
        deleted = 0;
        inserted.setLength(0);
    }

    private void splice(int at, int delete, String text, Map<String, Scalar> marked) {
        patches.add(new Patch.SpliceText(object, at, delete, text, marked));
    }
}
