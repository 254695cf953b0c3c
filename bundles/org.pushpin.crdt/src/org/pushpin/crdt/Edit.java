// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One transaction on a snapshot: sees its own writes, and becomes one change. An actor must commit its edits one on top of the other. A
 * wrong use (a key on a list, an index past the end, an increment of what is no counter) throws {@link IllegalArgumentException} or
 * {@link IndexOutOfBoundsException} and leaves the edit as it was. One thread.
 */
public final class Edit extends Reader implements Read {
    private final Doc base;
    private final ActorId actor;
    private final DocBuilder builder;
    private final long startOp;
    private final List<ChangeOp> ops = new ArrayList<>();

    Edit(Doc base, ActorId actor) {
        Author known = base.history.authors.get(actor);
        this.base = base;
        this.actor = known == null ? actor : known.actor();
        this.builder = new DocBuilder(base.objects);
        this.startOp = base.history.maxOp + 1;
    }

    @Override
    StoredObject object(ObjectId id) {
        StoredObject object = builder.object(id);
        if (object == null && !id.isRoot()) {
            for (OpId candidate : base.candidates(id.maker())) {
                object = object == null ? builder.object(ObjectId.of(candidate)) : object;
            }
        }
        return object;
    }

    @Override
    List<OpId> candidates(OpId id) {
        return id.counter() >= startOp ? List.of(id) : base.candidates(id);
    }

    private OpId nextId() {
        return new OpId(startOp + ops.size(), actor);
    }

    private StoredObject.MapObject map(ObjectId id) {
        if (object(id) instanceof StoredObject.MapObject m) {
            return m;
        }
        throw new IllegalArgumentException("not a map of this document: " + id);
    }

    private StoredObject.SequenceObject sequence(ObjectId id) {
        if (object(id) instanceof StoredObject.SequenceObject s) {
            return s;
        }
        throw new IllegalArgumentException("not a list or text of this document: " + id);
    }

    /** Puts a value. Putting the value that is there, alone, does nothing, unless it is a counter: that starts anew. */
    public Edit put(ObjectId map, String key, Scalar value) {
        StoredObject.MapObject target = map(map);
        Op[] register = target.register(WellFormed.text(key));
        if (!isNoop(register, value)) {
            write(target, WellFormed.text(key), Action.SET, wellFormed(value), DocBuilder.visibleIds(register));
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
        SequenceEditor editor = moveTo(sequence, index);
        if (!isNoop(editor.current().ops(), value)) {
            write(sequence(sequence), editor, Action.SET, wellFormed(value), DocBuilder.visibleIds(editor.current().ops()));
        }
        return this;
    }

    /** Puts a new, empty object. */
    public ObjectId putObject(ObjectId map, String key, ObjectType type) {
        StoredObject.MapObject target = map(map);
        String name = WellFormed.text(key);
        return ObjectId.of(write(target, name, Action.making(type), Scalar.NULL, DocBuilder.visibleIds(target.register(name))));
    }

    /** Replaces the element at an index by a new, empty object. */
    public ObjectId putObject(ObjectId sequence, int index, ObjectType type) {
        SequenceEditor editor = moveTo(sequence, index);
        return ObjectId.of(write(sequence(sequence), editor, Action.making(type), Scalar.NULL,
                DocBuilder.visibleIds(editor.current().ops())));
    }

    /** Inserts a value before an index; the length of the sequence is the index of its end. */
    public Edit insert(ObjectId sequence, int index, Scalar value) {
        StoredObject.SequenceObject target = sequence(sequence);
        insert(target, moveToInsertion(target, index), Action.SET, wellFormed(value));
        return this;
    }

    /** Inserts a new, empty object before an index. */
    public ObjectId insertObject(ObjectId sequence, int index, ObjectType type) {
        StoredObject.SequenceObject target = sequence(sequence);
        return ObjectId.of(insert(target, moveToInsertion(target, index), Action.making(type), Scalar.NULL));
    }

    /** Deletes what is at a key, if anything. */
    public Edit delete(ObjectId map, String key) {
        StoredObject.MapObject target = map(map);
        OpId[] visible = DocBuilder.visibleIds(target.register(WellFormed.text(key)));
        if (visible.length > 0) {
            write(target, WellFormed.text(key), Action.DELETE, Scalar.NULL, visible);
        }
        return this;
    }

    /** Deletes the element that covers an index. */
    public Edit delete(ObjectId sequence, int index) {
        SequenceEditor editor = moveTo(sequence, index);
        write(sequence(sequence), editor, Action.DELETE, Scalar.NULL, DocBuilder.visibleIds(editor.current().ops()));
        return this;
    }

    /** Adds to a counter. Concurrent increments add up. */
    public Edit increment(ObjectId map, String key, long by) {
        StoredObject.MapObject target = map(map);
        OpId[] counters = counters(target.register(WellFormed.text(key)));
        write(target, WellFormed.text(key), Action.INCREMENT, new Scalar.Int(by), counters);
        return this;
    }

    public Edit increment(ObjectId sequence, int index, long by) {
        SequenceEditor editor = moveTo(sequence, index);
        write(sequence(sequence), editor, Action.INCREMENT, new Scalar.Int(by), counters(editor.current().ops()));
        return this;
    }

    /**
     * Replaces {@code delete} UTF-16 units of a text, from {@code at}, by other text: one element per code point. Positions inside a
     * surrogate pair are moved out of it, so that no half of one is ever left. In a list, {@code delete} elements are replaced by one
     * string per code point.
     */
    public Edit splice(ObjectId text, int at, int delete, String insert) {
        StoredObject.SequenceObject target = sequence(text);
        SequenceEditor editor = builder.editor(target);
        if (at < 0 || delete < 0 || at + delete > editor.width()) {
            throw new IndexOutOfBoundsException("splice " + at + " + " + delete + " of " + editor.width());
        }
        int start = at < editor.width() ? editor.moveTo(at) : at;
        for (int left = at + delete - start; delete > 0 && left > 0;) {
            editor.moveTo(start);
            left -= editor.current().width;
            write(target, editor, Action.DELETE, Scalar.NULL, DocBuilder.visibleIds(editor.current().ops()));
        }
        if (!insert.isEmpty()) {
            moveToInsertion(target, start);
            WellFormed.text(insert).codePoints()
                    .forEach(c -> insert(target, editor, Action.SET, ScalarCodec.text(Character.toString(c))));
        }
        return this;
    }

    public boolean isEmpty() {
        return ops.isEmpty();
    }

    /**
     * Makes the change, on top of all heads of the snapshot; empty if nothing was done. The edit is of no use afterwards.
     *
     * @param message may be null
     * @param time kept to the second
     */
    public Optional<Commit> commit(String message, Instant time) {
        if (ops.isEmpty()) {
            return Optional.empty();
        }
        String note = message == null || message.isEmpty() ? null : WellFormed.text(message);
        ChangeCodec.Header header = new ChangeCodec.Header(actor, base.sequence(actor) + 1, startOp, time.getEpochSecond(), note,
                dependencies(), new byte[0]);
        Change change = ChangeCodec.encode(header, base.history.irregular ? ops.stream().map(ChangeOp::asOnWire).toList() : List.copyOf(ops));
        return Optional.of(new Commit(after(change), change.slim()));
    }

    /** All heads, and, as Automerge does, the actor's own last change. */
    private List<ChangeHash> dependencies() {
        TreeSet<ChangeHash> deps = new TreeSet<>(base.heads());
        Author author = base.history.authors.get(actor);
        if (author != null) {
            author.at(author.maxSeq()).stream().map(Node::hash).sorted().findFirst().ifPresent(deps::add);
        }
        return List.copyOf(deps);
    }

    /** Ids are ambiguous on the wire where an actor forked: then the change is read as every other replica will read it. */
    private Doc after(Change change) {
        try {
            if (base.history.irregular) {
                return base.apply(List.of(change));
            }
            return new Doc(base.history.with(change), builder.build());
        } catch (MalformedException e) {
            throw new IllegalStateException("an edit that breaks a rule", e);
        }
    }

    private static boolean isNoop(Op[] register, Scalar value) {
        List<Op> visible = Register.visible(register);
        return visible.size() == 1 && visible.getFirst().action() == Action.SET && !(value instanceof Scalar.Counter)
                && visible.getFirst().value().equals(value);
    }

    private static Scalar wellFormed(Scalar value) {
        return value instanceof Scalar.Str s ? ScalarCodec.text(WellFormed.text(s.value())) : value;
    }

    private static OpId[] counters(Op[] register) {
        OpId[] counters = Register.visible(register).stream().filter(Op::isCounter).map(Op::id).toArray(OpId[]::new);
        if (counters.length == 0) {
            throw new IllegalArgumentException("only a counter can be incremented");
        }
        return counters;
    }

    private SequenceEditor moveTo(ObjectId sequence, int index) {
        SequenceEditor editor = builder.editor(sequence(sequence));
        if (editor.moveTo(index) < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return editor;
    }

    private SequenceEditor moveToInsertion(StoredObject.SequenceObject target, int index) {
        SequenceEditor editor = builder.editor(target);
        if (index < 0 || index > editor.width()) {
            throw new IndexOutOfBoundsException(index);
        }
        if (index == 0) {
            editor.moveTo((OpId) null);
        } else {
            editor.moveTo(index - 1);
        }
        editor.passMarks();
        return editor;
    }

    private OpId write(StoredObject.MapObject map, String key, int action, Scalar value, OpId[] preds) {
        ChangeOp op = ChangeOp.onKey(map.id(), key, action, value, preds);
        OpId id = nextId();
        builder.put(map.with(key, overwritten(map.register(key), op, id)));
        return record(op, id, null);
    }

    private OpId write(StoredObject.SequenceObject target, SequenceEditor editor, int action, Scalar value, OpId[] preds) {
        Element element = editor.current();
        ChangeOp op = ChangeOp.onElement(target.id(), element.id(), action, value, preds);
        OpId id = nextId();
        editor.replace(element.with(overwritten(element.ops(), op, id), editor.isText()));
        return record(op, id, element.id());
    }

    private OpId insert(StoredObject.SequenceObject target, SequenceEditor editor, int action, Scalar value) {
        OpId reference = editor.current() == null ? null : editor.current().id();
        ChangeOp op = ChangeOp.insertion(target.id(), reference, action, value);
        OpId id = nextId();
        editor.insert(new Element(Op.of(id, op), reference, editor.isText()));
        return record(op, id, id);
    }

    private static Op[] overwritten(Op[] register, ChangeOp op, OpId id) {
        try {
            Op[] after = Register.succeeded(register, op.preds(), id);
            return op.action() == Action.DELETE ? after : Register.with(after, Op.of(id, op));
        } catch (MalformedException e) {
            throw new IllegalStateException("a visible value that is not there", e);
        }
    }

    private OpId record(ChangeOp op, OpId id, OpId element) {
        try {
            builder.make(id, op.action(), op.object(), op.key(), element);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
        ops.add(op);
        return id;
    }
}
