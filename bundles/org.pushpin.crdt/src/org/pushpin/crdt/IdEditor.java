// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Transaction;
import org.pushpin.crdt.internal.tree.Elements;

/**
 * The part of {@link Edit} that names what it changes by the ids of operations, not by places: what taking an earlier change back is made
 * of. Nothing of somebody else's is touched.
 */
abstract sealed class IdEditor extends Reader permits RichEditor {
    private final List<Marking> markings = new ArrayList<>();

    IdEditor() {
    }

    abstract Edit self();

    abstract Transaction transaction();

    /** The id of an object inside the engine; −1 if there is none. */
    abstract long known(ObjectId object);

    /** @throws IllegalArgumentException if there is none such */
    abstract SequenceView existing(ObjectId sequence);

    /** @throws IllegalArgumentException if there is none such */
    abstract StoredObject.MapObject map(ObjectId map);

    private long existing(SequenceView view, OpId element) {
        long id = find(view, element);
        if (id == Ids.NONE) {
            throw new IllegalArgumentException("no element of this sequence: " + element);
        }
        return id;
    }

    private OpId opId(long id) {
        return objects().authors().opId(id);
    }

    /** Inserts a value right behind an element, which may be deleted. @return the new element */
    public OpId insertAfter(ObjectId sequence, OpId element, Scalar value) {
        long reference = existing(existing(sequence), element);
        return opId(transaction().insertAfter(known(sequence), reference, Action.SET, WellFormed.scalar(value), false, null));
    }

    /** Inserts a new, empty object right behind an element, which may be deleted. */
    public ObjectId insertObjectAfter(ObjectId sequence, OpId element, ObjectType type) {
        long reference = existing(existing(sequence), element);
        return ObjectId.of(opId(transaction().insertAfter(known(sequence), reference, Action.making(type), Scalar.NULL, false, null)));
    }

    /**
     * Inserts characters where deleted ones stood: between the same neighbours, and inside the same marks. Those that no other element parts,
     * not even a deleted one, go in as one run.
     *
     * @param first the first of the deleted ones; the ids of the others are the next
     * @param characters one code point for each
     * @return the first new one; the ids of the others are the next
     */
    public OpId revive(ObjectId text, OpId first, String characters) {
        SequenceView view = existing(text);
        String inserted = WellFormed.text(characters);
        long made = Ids.NONE;
        int from = 0;
        for (Stretch stretch : stretches(view, existing(view, first), inserted.codePointCount(0, inserted.length()))) {
            int to = inserted.offsetByCodePoints(from, stretch.count);
            long id = transaction().insertTextAfter(known(text), stretch.last, inserted.substring(from, to));
            made = made == Ids.NONE ? id : made;
            from = to;
        }
        return opId(made);
    }

    /** Elements in a row. */
    private record Stretch(long last, int count) {
    }

    private static List<Stretch> stretches(SequenceView view, long first, int count) {
        List<Stretch> stretches = new ArrayList<>();
        int seen = 0;
        boolean cut = true;
        for (Runs runs = view.runs(first); seen < count && runs.next();) {
            long sought = Ids.plus(first, seen);
            if (runs.skipTo(sought) || runs.element() == sought) {
                int length = Math.min(runs.length(), count - seen);
                Stretch before = cut ? new Stretch(0, 0) : stretches.removeLast();
                stretches.add(new Stretch(Ids.plus(sought, length - 1), before.count + length));
                seen += length;
                cut = false;
            } else {
                cut = true;
            }
        }
        if (seen < count) {
            throw new IllegalArgumentException("not elements in a row");
        }
        return stretches;
    }

    /** Takes away one of the values that show at a key; others, which somebody put at the same time, stay. Nothing if it does not show. */
    public Edit retract(ObjectId map, String key, OpId put) {
        StoredObject.MapObject target = map(map);
        long[] id = shown(target.register(key), put);
        if (id.length > 0) {
            transaction().write(target, key, Action.DELETE, Scalar.NULL, id);
        }
        return self();
    }

    /** Takes away one of the values that an element shows; others stay, and with them the element. Nothing if it does not show. */
    public Edit retract(ObjectId sequence, OpId element, OpId put) {
        SequenceView view = existing(sequence);
        long at = existing(view, element);
        long[] id = shown(view.ops(at), put);
        if (id.length > 0) {
            transaction().write(known(sequence), at, Action.DELETE, Scalar.NULL, id);
        }
        return self();
    }

    private long[] shown(Register register, OpId put) {
        return Arrays.stream(register.visibleIds()).filter(id -> opId(id).equals(put)).toArray();
    }

    /** Adds to a counter, and leaves what else shows at the key as it is. Nothing if the counter does not show. */
    public Edit increment(ObjectId map, String key, OpId counter, long by) {
        StoredObject.MapObject target = map(map);
        long[] id = shown(target.register(key), counter);
        if (id.length > 0) {
            transaction().write(target, key, Action.INCREMENT, new Scalar.Int(by), id);
        }
        return self();
    }

    /** Adds to a counter, and leaves what else the element shows as it is. Nothing if the counter does not show. */
    public Edit increment(ObjectId sequence, OpId element, OpId counter, long by) {
        SequenceView view = existing(sequence);
        long at = existing(view, element);
        long[] id = shown(view.ops(at), counter);
        if (id.length > 0) {
            transaction().write(known(sequence), at, Action.INCREMENT, new Scalar.Int(by), id);
        }
        return self();
    }

    /** Takes a mark away, and no other: what it hid shows again. Nothing if it is gone, or unknown. @param begin see {@link Marking} */
    public Edit retractMark(ObjectId text, OpId begin) {
        SequenceView view = existing(text);
        long id = find(view, begin);
        for (long edge : new long[] {id, Ids.plus(id, 1)}) {
            if (id != Ids.NONE && Elements.isMark(view.ops(edge))) {
                transaction().write(known(text), edge, Action.DELETE, Scalar.NULL, new long[] {edge});
            }
        }
        return self();
    }

    /** Makes a mark again that was taken away: its edges go where the old ones stood. @return its beginning */
    public OpId markAgain(Marking mark) {
        SequenceView view = existing(mark.text());
        long begin = existing(view, mark.begin());
        long text = known(mark.text());
        long made = transaction().insertAfter(text, begin, Action.MARK, WellFormed.scalar(mark.value()), mark.expand().before,
                WellFormed.text(mark.name()));
        transaction().insertAfter(text, Ids.plus(begin, 1), Action.MARK, Scalar.NULL, mark.expand().after, null);
        marked(mark.text(), made, mark.name(), mark.value(), mark.expand());
        return opId(made);
    }

    final void marked(ObjectId text, long begin, String name, Scalar value, ExpandMark expand) {
        markings.add(new Marking(text, opId(begin), name, value, expand));
    }

    /** The marks that this edit has made so far, oldest first. */
    public List<Marking> markings() {
        return List.copyOf(markings);
    }
}
