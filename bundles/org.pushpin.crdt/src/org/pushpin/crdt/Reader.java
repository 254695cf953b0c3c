// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.history.OpRun;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.rich.ContentReader;
import org.pushpin.crdt.internal.rich.MarkReader;
import org.pushpin.crdt.internal.rich.SpanReader;
import org.pushpin.crdt.internal.sequence.Sequence;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.state.Objects;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Values;

/** The reading half of documents and edits. */
abstract class Reader {
    private static final long[] UNKNOWN = {};
    private static final long[] ROOT = {Ids.NONE};

    /** What is read: the objects as they are now. */
    abstract Objects objects();

    /** Where its operations are. */
    abstract OpLog log();

    /**
     * What an operation's id may stand for inside the engine: one id, but for an actor that forked where the id does not say in which branch.
     */
    final long[] candidates(OpId op) {
        Authors authors = objects().authors();
        if (op.branch() != null) {
            long id = authors.id(op);
            return id == Ids.NONE ? UNKNOWN : new long[] {id};
        }
        int[] numbers = authors.numbers(op.actor());
        if (numbers.length == 1) {
            return new long[] {Ids.of(op.counter(), numbers[0])};
        }
        return Arrays.stream(numbers).mapToLong(n -> Ids.of(op.counter(), n)).sorted().toArray();
    }

    /** The id of an object inside the engine; −1 if there is none. */
    final long find(ObjectId object) {
        for (long candidate : object.isRoot() ? ROOT : candidates(object.maker())) {
            if (objects().object(candidate) != null) {
                return candidate;
            }
        }
        return -1;
    }

    /** Null if there is none such. */
    private SequenceView sequence(ObjectId id) {
        return objects().sequence(find(id));
    }

    private Register register(ObjectId map, String key) {
        return objects().object(find(map)) instanceof StoredObject.MapObject m ? m.register(key) : Register.empty();
    }

    private Register register(ObjectId sequence, int index) {
        SequenceView view = sequence(sequence);
        return view == null || index < 0 || index >= view.length() ? Register.empty() : view.opsAt(index);
    }

    private Optional<Value> winningValue(Register ops) {
        Op winner = ops.winner();
        return winner == null ? Optional.empty() : Optional.of(Values.of(winner, objects().authors()));
    }

    private List<Value> allValues(Register ops) {
        return Arrays.stream(ops.visible()).map(op -> Values.of(op, objects().authors())).toList();
    }

    public Optional<Value> get(ObjectId map, String key) {
        return winningValue(register(map, key));
    }

    public Optional<Value> get(ObjectId sequence, int index) {
        return winningValue(register(sequence, index));
    }

    public List<Value> getAll(ObjectId map, String key) {
        return allValues(register(map, key));
    }

    public List<Value> getAll(ObjectId sequence, int index) {
        return allValues(register(sequence, index));
    }

    public List<OpId> puts(ObjectId map, String key) {
        return putsOf(register(map, key));
    }

    public List<OpId> puts(ObjectId sequence, int index) {
        return putsOf(register(sequence, index));
    }

    private List<OpId> putsOf(Register register) {
        return Arrays.stream(register.visibleIds()).mapToObj(objects().authors()::opId).toList();
    }

    public List<OpId> deleters(ObjectId map, String key, OpId put) {
        return deleters(register(map, key), put);
    }

    public List<OpId> deleters(ObjectId sequence, OpId element, OpId put) {
        SequenceView view = sequence(sequence);
        long id = find(view, element);
        return id == Ids.NONE ? List.of() : deleters(view.ops(id), put);
    }

    private List<OpId> deleters(Register register, OpId put) {
        Authors authors = objects().authors();
        return Arrays.stream(register.overwriters(authors.id(put), authors)).filter(later -> register.find(later, authors) == null)
                .mapToObj(authors::opId).sorted().toList();
    }

    public List<String> keys(ObjectId map) {
        return objects().object(find(map)) instanceof StoredObject.MapObject m ? m.visibleKeys() : List.of();
    }

    public int length(ObjectId object) {
        long id = find(object);
        return switch (objects().object(id)) {
            case null -> 0;
            case StoredObject.MapObject m -> m.shown();
            case StoredObject.SequenceObject s -> objects().sequence(id).length();
        };
    }

    public String text(ObjectId text) {
        SequenceView view = sequence(text);
        return view == null || !view.isText() ? "" : view.text();
    }

    public List<Mark> marks(ObjectId text) {
        SequenceView view = sequence(text);
        return view == null ? List.of() : MarkReader.marks(view, objects().authors());
    }

    public List<Span> spans(ObjectId text) {
        SequenceView view = sequence(text);
        return view == null || !view.isText() ? List.of() : SpanReader.spans(view, objects());
    }

    public Optional<Content> content(ObjectId object) {
        long id = find(object);
        return objects().object(id) == null ? Optional.empty() : Optional.of(new ContentReader(objects()).read(id));
    }

    public Map<String, Scalar> marksAt(ObjectId text, int index) {
        SequenceView view = sequence(text);
        return view == null || index < 0 || index >= view.length() ? Map.of() : MarkReader.marksAt(view, index, objects().authors());
    }

    public List<PlacedMark> placedMarks(ObjectId text) {
        SequenceView view = sequence(text);
        return view == null ? List.of() : PlacedMarks.of(text, view, objects().authors());
    }

    public List<NewestMark> newestMarks(ObjectId text, int from, int to, String name) {
        SequenceView view = sequence(text);
        int end = view == null ? 0 : Math.min(to, view.length());
        return from < 0 || from >= end ? List.of() : MarkReader.newest(view, from, end, name, objects().authors());
    }

    public Text textOf(ObjectId text) {
        SequenceView view = sequence(text);
        return new Text(view == null || !view.isText() ? Sequence.empty(true) : view.frozen());
    }

    public Optional<ObjectType> type(ObjectId object) {
        return Optional.ofNullable(objects().object(find(object))).map(StoredObject::type);
    }

    public Optional<OpId> winner(ObjectId map, String key) {
        return Optional.ofNullable(register(map, key).winner()).map(op -> objects().authors().opId(op.id()));
    }

    public OpId elementAt(ObjectId sequence, int index) {
        SequenceView view = sequence(sequence);
        if (view == null || index < 0 || index >= view.length()) {
            throw new IndexOutOfBoundsException(index);
        }
        return objects().authors().opId(view.elementAt(index));
    }

    public OptionalInt indexOf(ObjectId sequence, OpId element) {
        SequenceView view = sequence(sequence);
        long id = find(view, element);
        int index = id == Ids.NONE ? -1 : view.indexOf(id);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    public int positionAfter(ObjectId sequence, OpId element) {
        SequenceView view = sequence(sequence);
        long id = find(view, element);
        return id == Ids.NONE ? 0 : view.indexBefore(id) + view.widthOf(id);
    }

    public Cursor cursor(ObjectId sequence, int index, Cursor.Move move) {
        int length = sequence(sequence) == null ? -1 : length(sequence);
        if (index < 0 || index > length) {
            throw new IndexOutOfBoundsException("index " + index + " of " + length);
        }
        return index == length ? Cursor.END
                : Cursor.of(objects().authors().opId(register(sequence, index).winner().id()), move);
    }

    public OptionalInt position(ObjectId sequence, Cursor cursor) {
        long id = find(sequence);
        SequenceView view = objects().sequence(id);
        if (view == null) {
            return OptionalInt.empty();
        }
        if (cursor.operation().isEmpty()) {
            return OptionalInt.of(cursor.equals(Cursor.START) ? 0 : view.length());
        }
        long element = element(id, view, cursor.operation().get());
        if (element == Ids.NONE) {
            return OptionalInt.empty();
        }
        if (cursor.move() == Cursor.Move.AFTER) {
            return OptionalInt.of(view.indexBefore(element));
        }
        long shown = view.shownFrom(element);
        return OptionalInt.of(shown == Ids.NONE ? 0 : view.indexOf(shown));
    }

    /** The element that an operation made or changed; {@link Ids#NONE} if it did neither in this sequence. */
    private long element(long sequence, SequenceView view, OpId operation) {
        for (long candidate : candidates(operation)) {
            if (view.contains(candidate)) {
                return candidate;
            }
            OpRun run = log().operation(candidate);
            if (run != null && run.kind() == OpRun.Kind.UPDATE && run.object() == sequence) {
                return run.target();
            }
        }
        return Ids.NONE;
    }

    public List<OpId> deleters(ObjectId sequence, OpId element) {
        SequenceView view = sequence(sequence);
        long id = find(view, element);
        if (id == Ids.NONE) {
            return List.of();
        }
        Authors authors = objects().authors();
        return Arrays.stream(view.ops(id).deletions(authors)).mapToObj(authors::opId).sorted().toList();
    }

    /** The id of an element inside the engine; {@link Ids#NONE} if the sequence has none such. */
    final long find(SequenceView view, OpId element) {
        for (long candidate : view == null ? UNKNOWN : candidates(element)) {
            if (view.contains(candidate)) {
                return candidate;
            }
        }
        return Ids.NONE;
    }
}
