// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The objects of a document, built from operations in document order, and the proof that this order is the right one: a replica that
 * got the same changes one by one must have the same state.
 */
final class DocumentState {
    /** An element on the way from the beginning to the present one, and the last that was inserted after it. */
    private static final class Frame {
        private final OpId id;
        private OpId lastChild;

        private Frame(OpId id) {
            this.id = id;
        }
    }

    private final Map<ObjectId, StoredObject> objects = new HashMap<>();
    private ObjectId current = ObjectId.ROOT;
    private StoredObject shell;
    private Trie<String, Op[]> registers = Trie.empty();
    private String key;
    private final List<Op> register = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<Frame> path = new ArrayList<>();
    private final Set<OpId> marks = new HashSet<>();
    private OpId element;
    private OpId reference;

    DocumentState() {
        shell = StoredObject.empty(ObjectId.ROOT, ObjectType.MAP, null);
        objects.put(ObjectId.ROOT, shell);
    }

    void add(OpColumnsReader in) throws MalformedException {
        if (in.object != current) {
            require(in.object.compareTo(current) > 0, "objects out of order");
            close();
            open(in.object);
        }
        if (shell instanceof StoredObject.SequenceObject) {
            addToSequence(in);
        } else {
            addToMap(in);
        }
        Op op = in.documentOp();
        require(register.isEmpty() || register.getLast().id().compareTo(op.id()) < 0, "operations out of order");
        require(current.isRoot() || current.maker().compareTo(op.id()) < 0, "an operation older than its object");
        for (OpId succ : in.links) {
            require(succ.compareTo(op.id()) > 0, "an operation that succeeds a later one");
        }
        register.add(op);
        make(in);
    }

    private void open(ObjectId id) throws MalformedException {
        current = id;
        shell = objects.get(id);
        require(shell != null, "an operation on an unknown object");
        path.add(new Frame(null));
    }

    private void make(OpColumnsReader in) throws MalformedException {
        ObjectType made = Action.made(in.action);
        if (made == null) {
            return;
        }
        int depth = shell.place() == null ? 1 : shell.place().depth() + 1;
        require(depth <= Limits.NESTING, "objects nested deeper than " + Limits.NESTING);
        ObjectId id = ObjectId.of(in.id);
        StoredObject.Place place = new StoredObject.Place(current, in.key, in.insert ? in.id : in.element, depth);
        require(objects.put(id, StoredObject.empty(id, made, place)) == null, "an object twice");
    }

    private void addToMap(OpColumnsReader in) throws MalformedException {
        require(in.key != null, "an operation on an element of a map");
        if (!in.key.equals(key)) {
            closeRegister();
            require(key == null || Utf8Order.INSTANCE.compare(key, in.key) < 0, "keys out of order");
            key = in.key;
        }
    }

    private void addToSequence(OpColumnsReader in) throws MalformedException {
        require(in.key == null, "an operation on a key of a sequence");
        if (!in.insert) {
            require(in.element.equals(element), "an operation apart from its element");
            return;
        }
        closeRegister();
        element = in.id;
        reference = in.element;
        follow(in.id, in.element);
        if (in.action == Action.MARK) {
            boolean begins = in.mark != null;
            require(begins || marks.contains(new OpId(in.id.counter() - 1, in.id.actor())), "a mark that ends before it begins");
            marks.add(in.id);
        }
    }

    /** Elements are in the preorder of the tree of "inserted after", later siblings first (RGA). */
    private void follow(OpId id, OpId after) throws MalformedException {
        while (!path.isEmpty() && !Objects.equals(path.getLast().id, after)) {
            path.removeLast();
        }
        require(!path.isEmpty() && (after == null || after.compareTo(id) < 0), "elements out of order");
        Frame parent = path.getLast();
        require(parent.lastChild == null || parent.lastChild.compareTo(id) > 0, "elements out of order");
        parent.lastChild = id;
        path.add(new Frame(id));
    }

    private void closeRegister() {
        if (register.isEmpty()) {
            return;
        }
        Op[] ops = register.toArray(Op[]::new);
        register.clear();
        if (shell instanceof StoredObject.SequenceObject s) {
            elements.add(ops.length == 1 ? new Element(ops[0], reference, s.isText()) : new Element(ops, reference, s.isText()));
        } else {
            registers = registers.with(key, ops);
        }
    }

    private void close() {
        closeRegister();
        StoredObject done = shell instanceof StoredObject.SequenceObject s
                ? new StoredObject.SequenceObject(s.id(), s.type(), s.place(), Sequence.of(elements))
                : new StoredObject.MapObject(shell.id(), shell.type(), shell.place(), registers);
        objects.put(done.id(), done);
        registers = Trie.empty();
        key = null;
        elements.clear();
        path.clear();
        marks.clear();
        element = null;
    }

    /** The objects, when everything was added. */
    Trie<ObjectId, StoredObject> finish() {
        close();
        Trie<ObjectId, StoredObject> all = Trie.empty();
        for (StoredObject object : objects.values()) {
            all = all.with(object.id(), object);
        }
        return all;
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
