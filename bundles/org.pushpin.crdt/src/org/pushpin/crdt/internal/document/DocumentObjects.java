// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.history.OpLogBuilder;
import org.pushpin.crdt.internal.history.OpRun.Kind;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceBuilder;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Trie;
import org.pushpin.crdt.internal.state.Utf8Order;

/**
 * The objects of a document, built from its operations in document order, and the proof that this order is the right one: a replica that
 * got the same changes one by one must have the same state. One thread.
 */
final class DocumentObjects {
    private final DocumentOps ops;
    private final Authors authors;
    private final OpLogBuilder log;
    private final boolean repair;
    private final Map<Long, StoredObject> objects = new HashMap<>();
    private final Map<Long, SequenceBuilder> sequences = new HashMap<>();
    private final ElementOrder order;
    private final RegisterReader register;
    private final TextRun run = new TextRun();
    private final Set<Long> marks = new HashSet<>();
    private StoredObject current;
    private SequenceBuilder sequence;
    private Trie<String, Register> registers;
    private int shown;
    private String key;
    private long element;
    private long reference;

    /**
     * @param log where to collect all operations, deletions included
     * @param repair whether to accept marks that end before they begin
     */
    DocumentObjects(DocumentOps ops, Authors authors, OpLogBuilder log, boolean repair) {
        this.ops = ops;
        this.authors = authors;
        this.log = log;
        this.repair = repair;
        this.order = new ElementOrder(authors);
        this.register = new RegisterReader(authors);
        open(StoredObject.empty(Ids.NONE, ObjectType.MAP, null));
    }

    /** Reads all operations. */
    void read() throws MalformedException {
        while (ops.next()) {
            if (ops.object() != current.id()) {
                require(authors.compare(ops.object(), current.id()) > 0, "objects out of order");
                close();
                StoredObject next = objects.get(ops.object());
                require(next != null, "an operation on an unknown object");
                open(next);
            }
            if (sequence == null) {
                readMapRow();
            } else {
                readSequenceRow();
            }
        }
        close();
    }

    /** The objects, once it is certain that no operation is there twice. */
    Trie<Long, StoredObject> build() {
        sequences.forEach((id, builder) -> {
            StoredObject object = objects.get(id);
            objects.put(id, new StoredObject.SequenceObject(id, object.type(), object.place(), builder.build()));
        });
        Trie<Long, StoredObject> all = Trie.empty();
        for (StoredObject object : objects.values()) {
            all = all.with(object.id(), object);
        }
        return all;
    }

    private void open(StoredObject object) {
        current = object;
        registers = Trie.empty();
        shown = 0;
        key = null;
        element = Ids.NONE;
        sequence = object.type().isSequence() ? new SequenceBuilder(isText(), authors) : null;
        order.clear();
        marks.clear();
    }

    private boolean isText() {
        return current.type() == ObjectType.TEXT;
    }

    private void close() throws MalformedException {
        closeElement();
        if (sequence == null) {
            objects.put(current.id(), new StoredObject.MapObject(current.id(), current.type(), current.place(), registers, shown));
        } else {
            sequences.put(current.id(), sequence);
        }
    }

    private void readMapRow() throws MalformedException {
        require(ops.key() != null, "an operation on an element of a map");
        if (!ops.key().equals(key)) {
            closeElement();
            require(key == null || Utf8Order.INSTANCE.compare(key, ops.key()) < 0, "keys out of order");
            key = ops.key();
        }
        addToRegister();
    }

    private void readSequenceRow() throws MalformedException {
        require(ops.key() == null, "an operation on a key of a sequence");
        if (!ops.insert()) {
            require(element != Ids.NONE && ops.element() == element, "an operation apart from its element");
            addToRegister();
        } else if (isText() && ops.successors().count() < 2 && ops.isFollowedByInsertion() && ops.insertsCodePoint()) {
            readText();
        } else {
            closeElement();
            element = ops.id();
            reference = ops.element();
            checkMark();
            addToRegister();
        }
    }

    private void checkMark() throws MalformedException {
        if (ops.action() == Action.MARK) {
            boolean begun = ops.mark() != null || marks.contains(Ids.plus(element, -1));
            require(begun || repair, "a mark that ends before it begins");
            marks.add(element);
        }
    }

    private void readText() throws MalformedException {
        long first = ops.id();
        long after = ops.element();
        long deleter = ops.successors().only();
        int from = ops.values().from();
        int more = ops.following();
        int stride = more > 0 && ops.successors().isFalling() ? -1 : 1;
        ops.skip(more);
        if (!register.isEmpty() || !run.join(first, more + 1, after, deleter, stride, from, ops.values().end())) {
            closeElement();
            run.begin(first, more + 1, after, deleter, stride, from, ops.values().end());
        }
        element = Ids.NONE;
    }

    private void closeRun() throws MalformedException {
        if (run.length == 0) {
            return;
        }
        checkAge(run.first);
        order.add(run.first, run.length, run.reference);
        log.add(Kind.INSERT, run.first, run.length, current.id(), run.first, null, 1);
        if (run.deleter != Ids.NONE) {
            noteDeletions();
        }
        sequence.run(run.first, run.length, run.reference, run.deleter, run.stride < 0 ? -1 : 1, ops.values().bytes(), run.from,
                run.end - run.from);
        run.length = 0;
    }

    /** A run of deletions may go backwards through the elements; the log has it in the order of the deletions. */
    private void noteDeletions() throws MalformedException {
        long last = Ids.plus(run.first, run.length - 1);
        boolean later = authors.compare(run.deleter, run.first) > 0 && authors.compare(run.lastDeleter(), last) > 0;
        require(later, "an operation that succeeds a later one");
        if (run.stride < 0) {
            log.add(Kind.DELETE, run.lastDeleter(), run.length, current.id(), last, null, -1);
        } else {
            log.add(Kind.DELETE, run.deleter, run.length, current.id(), run.first, null, 1);
        }
    }

    private void addToRegister() throws MalformedException {
        checkAge(ops.id());
        register.add(ops.op());
        make();
    }

    private void checkAge(long id) throws MalformedException {
        require(current.id() == Ids.NONE || authors.compare(current.id(), id) < 0, "an operation older than its object");
    }

    private void make() throws MalformedException {
        ObjectType made = Action.made(ops.action());
        if (made == null) {
            return;
        }
        int depth = current.place() == null ? 1 : current.place().depth() + 1;
        require(depth <= Limits.NESTING, "objects nested deeper than " + Limits.NESTING);
        StoredObject.Place place = new StoredObject.Place(current.id(), ops.key(), sequence == null ? Ids.NONE : element, depth);
        require(objects.put(ops.id(), StoredObject.empty(ops.id(), made, place)) == null, "an object twice");
    }

    private void closeElement() throws MalformedException {
        closeRun();
        if (register.isEmpty()) {
            return;
        }
        Op[] ops = register.take();
        Register done = Register.of(ops, authors);
        if (sequence == null) {
            registers = registers.with(key, done);
            shown += Math.min(done.shown(), 1);
        } else {
            order.add(element, 1, reference);
            sequence.element(element, reference, done);
        }
        for (Op op : ops) {
            note(op.id() == element ? Kind.INSERT : Kind.UPDATE, op.id());
        }
        for (long deletion : done.deletions(authors)) {
            note(Kind.DELETE, deletion);
        }
    }

    private void note(Kind kind, long id) {
        if (sequence == null) {
            log.add(Kind.MAP, id, 1, current.id(), Ids.NONE, key, 0);
        } else {
            log.add(kind, id, 1, current.id(), element, null, 1);
        }
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
