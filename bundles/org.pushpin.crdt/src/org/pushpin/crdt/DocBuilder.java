// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of a document while operations are applied to them. One thread. */
final class DocBuilder {
    private final Map<ObjectId, StoredObject> changed = new HashMap<>();
    private final Map<ObjectId, SequenceEditor> editors = new HashMap<>();
    private Trie<ObjectId, StoredObject> objects;
    /** Of the change that was applied last. */
    private Ancestry past;

    DocBuilder(Trie<ObjectId, StoredObject> objects) {
        this.objects = objects;
    }

    static Trie<ObjectId, StoredObject> emptyDocument() {
        return Trie.<ObjectId, StoredObject>empty().with(ObjectId.ROOT, StoredObject.empty(ObjectId.ROOT, ObjectType.MAP, null));
    }

    /** The state with everything that was applied. The builder may be used on. */
    Trie<ObjectId, StoredObject> build() {
        editors.forEach((id, editor) -> changed.put(id, settled(id, editor)));
        changed.forEach((id, object) -> objects = objects.get(id) == object ? objects : objects.with(id, object));
        changed.clear();
        return objects;
    }

    private StoredObject settled(ObjectId id, SequenceEditor editor) {
        StoredObject.SequenceObject object = (StoredObject.SequenceObject) stored(id);
        Sequence sequence = editor.sequence();
        return object.sequence() == sequence ? object
                : new StoredObject.SequenceObject(id, object.type(), object.place(), sequence);
    }

    /** The present state of an object; null if there is none. */
    StoredObject object(ObjectId id) {
        SequenceEditor editor = editors.get(id);
        if (editor == null) {
            return stored(id);
        }
        StoredObject object = settled(id, editor);
        changed.put(id, object);
        return object;
    }

    private StoredObject stored(ObjectId id) {
        StoredObject object = changed.get(id);
        return object == null ? objects.get(id) : object;
    }

    void put(StoredObject object) {
        changed.put(object.id(), object);
    }

    SequenceEditor editor(StoredObject.SequenceObject object) {
        return editors.computeIfAbsent(object.id(), id -> new SequenceEditor(object.sequence(), object.isText()));
    }

    /** Creates the object that an operation makes, if it makes one. */
    void make(OpId id, int action, ObjectId parent, String key, OpId element) throws MalformedException {
        ObjectType made = Action.made(action);
        if (made == null) {
            return;
        }
        StoredObject.Place above = stored(parent).place();
        int depth = above == null ? 1 : above.depth() + 1;
        if (depth > Limits.NESTING) {
            throw new MalformedException("objects nested deeper than " + Limits.NESTING);
        }
        put(StoredObject.empty(ObjectId.of(id), made, new StoredObject.Place(parent, key, element, depth)));
    }

    /** Applies all operations of a change that is part of {@code history}. */
    void apply(Node node, History history, List<ChangeOp> ops) throws MalformedException {
        past = Ancestry.of(node, history, past);
        ActorId actor = history.authors.get(node.change.actor()).actor();
        long counter = node.change.startOp();
        for (ChangeOp op : ops) {
            new Application(new OpId(counter++, actor, node.branch), op, past, history).run();
        }
    }

    /** One operation of a change, while it is applied. */
    private final class Application {
        private final OpId id;
        private final ChangeOp op;
        private final Ancestry past;
        private final History history;

        private Application(OpId id, ChangeOp op, Ancestry past, History history) {
            this.id = id;
            this.op = op;
            this.past = past;
            this.history = history;
        }

        private void run() throws MalformedException {
            switch (target()) {
                case null -> throw new MalformedException("an operation on an unknown object");
                case StoredObject.MapObject map -> applyTo(map);
                case StoredObject.SequenceObject sequence -> applyTo(sequence);
            }
        }

        private StoredObject target() throws MalformedException {
            if (op.object().isRoot()) {
                return stored(ObjectId.ROOT);
            }
            List<OpId> candidates = candidates(op.object().maker());
            for (OpId candidate : candidates.size() == 1 ? List.<OpId>of() : candidates) {
                if (fits(stored(ObjectId.of(candidate)))) {
                    return stored(ObjectId.of(candidate));
                }
            }
            return candidates.isEmpty() ? null : stored(ObjectId.of(candidates.getFirst()));
        }

        /** Whether what the operation refers to is in an object: this tells objects apart that were made in branches of a fork. */
        private boolean fits(StoredObject object) throws MalformedException {
            return switch (object) {
                case null -> false;
                case StoredObject.MapObject map -> op.key() != null && overwrites(map.register(op.key()));
                case StoredObject.SequenceObject sequence -> {
                    SequenceEditor editor = editor(sequence);
                    yield op.key() == null && moveToElement(editor) && (op.insert() || overwrites(editor.current().ops()));
                }
            };
        }

        private List<OpId> candidates(OpId wire) throws MalformedException {
            return past.filter(history.candidates(wire));
        }

        private boolean overwrites(Op[] ops) throws MalformedException {
            for (OpId pred : op.preds()) {
                if (candidates(pred).stream().noneMatch(p -> Register.indexOf(ops, p) >= 0)) {
                    return false;
                }
            }
            return true;
        }

        private boolean moveToElement(SequenceEditor editor) throws MalformedException {
            if (op.element() == null) {
                return editor.moveTo((OpId) null);
            }
            for (OpId candidate : candidates(op.element())) {
                if (editor.moveTo(candidate)) {
                    return true;
                }
            }
            return false;
        }

        private void applyTo(StoredObject.MapObject map) throws MalformedException {
            if (op.key() == null) {
                throw new MalformedException("an operation on an element of a map");
            }
            put(map.with(op.key(), overwritten(map.register(op.key()))));
            make(id, op.action(), map.id(), op.key(), null);
        }

        private void applyTo(StoredObject.SequenceObject sequence) throws MalformedException {
            if (op.key() != null) {
                throw new MalformedException("an operation on a key of a sequence");
            }
            SequenceEditor editor = editor(sequence);
            if (!moveToElement(editor)) {
                throw new MalformedException("an operation on an unknown element");
            }
            OpId element = op.element() == null ? null : editor.current().id();
            if (op.insert()) {
                insert(editor, element);
            } else {
                editor.replace(editor.current().with(overwritten(editor.current().ops()), editor.isText()));
            }
            make(id, op.action(), sequence.id(), null, op.insert() ? id : element);
        }

        private void insert(SequenceEditor editor, OpId reference) throws MalformedException {
            editor.insert(new Element(Op.of(id, op), reference, editor.isText()));
            boolean ends = op.action() == Action.MARK && op.mark() == null;
            if (ends && !editor.precedes(new OpId(id.counter() - 1, id.actor(), id.branch()), id)) {
                throw new MalformedException("a mark that ends before it begins");
            }
        }

        private Op[] overwritten(Op[] ops) throws MalformedException {
            Op[] after = Register.succeeded(ops, overwrittenIds(ops), id);
            return op.action() == Action.DELETE ? after : Register.with(after, Op.of(id, op));
        }

        /** Where a predecessor may be one of several, of branches of a fork, all of them are meant. */
        private OpId[] overwrittenIds(Op[] ops) throws MalformedException {
            List<OpId> ids = new ArrayList<>(op.preds().length);
            for (OpId pred : op.preds()) {
                List<OpId> candidates = candidates(pred);
                List<OpId> present = candidates.stream().filter(p -> Register.indexOf(ops, p) >= 0).toList();
                if (present.isEmpty()) {
                    throw new MalformedException("an operation that overwrites something unknown");
                }
                ids.addAll(present);
            }
            return ids.toArray(Op.NONE);
        }
    }

    /** The ids of what shows in a register. */
    static OpId[] visibleIds(Op[] ops) {
        List<OpId> ids = new ArrayList<>(1);
        for (Op op : Register.visible(ops)) {
            ids.add(op.id());
        }
        return ids.toArray(Op.NONE);
    }
}
