// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeOps;
import org.pushpin.crdt.internal.history.OpLogEditor;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceEditor;

/**
 * Applies the operations of a change that came from elsewhere. On the wire an id names an actor; where that actor forked, it may stand for
 * an operation of several branches: those in the change's own past count; an object or an element is the first, by branch, in which the
 * whole operation makes sense, and a predecessor is all of them. One thread; cost O(log n) per run of operations.
 */
final class ChangeApplication {
    private static final long[] UNKNOWN = {};
    private static final String UNKNOWN_PREDECESSOR = "an operation that overwrites something unknown";

    private final OpenObjects objects;
    private final OpLogEditor log;
    private final Authors authors;
    private final ChangeChunk change;
    private final Past past;
    private final ChangeOps ops;
    /** By number in the change's actor table: the only author that is this actor; −1 if there are several or none. */
    private final int[] only;
    private long id;

    /**
     * @param ops a cursor that nobody else uses meanwhile
     * @param first the id of the change's first operation
     */
    ChangeApplication(OpenObjects objects, OpLogEditor log, ChangeOps ops, ChangeChunk change, long first, Past past) {
        this.objects = objects;
        this.log = log;
        this.authors = objects.authors();
        this.change = change;
        this.past = past;
        this.ops = ops;
        this.id = first;
        this.only = new int[change.actorCount()];
        for (int i = 0; i < only.length; i++) {
            int[] numbers = authors.numbers(change.actor(i));
            only[i] = numbers.length == 1 ? numbers[0] : -1;
        }
    }

    void run() throws MalformedException {
        ops.reset(change);
        while (ops.next()) {
            switch (objects.peek(object())) {
                case null -> throw new MalformedException("an operation on an unknown object");
                case StoredObject.MapObject map -> applyTo(map);
                case StoredObject.SequenceObject sequence -> applyTo(sequence);
            }
            id = Ids.plus(id, ops.count());
        }
    }

    private void applyTo(StoredObject.MapObject map) throws MalformedException {
        if (!ops.isKeyed()) {
            throw new MalformedException("an operation on an element of a map");
        }
        String key = ops.key();
        overwrite(objects.register(map, key), 0);
        log.map(id, map.id(), key);
        objects.make(id, ops.action(), map.id(), key, Ids.NONE);
    }

    private void applyTo(StoredObject.SequenceObject sequence) throws MalformedException {
        if (ops.isKeyed()) {
            throw new MalformedException("an operation on a key of a sequence");
        }
        SequenceEditor editor = objects.peekEditor(sequence.id());
        long element = element(editor);
        if (ops.isInsert()) {
            insert(sequence, editor, element);
        } else if (ops.action() == Action.DELETE) {
            delete(sequence.id(), editor, element);
        } else {
            overwrite(objects.register(sequence.id(), element), 0);
            log.update(id, sequence.id(), element);
            objects.make(id, ops.action(), sequence.id(), null, element);
        }
    }

    private void insert(StoredObject.SequenceObject sequence, SequenceEditor editor, long reference) throws MalformedException {
        int run = ops.textRun();
        if (run > 0 && sequence.isText()) {
            editor.insertText(reference, id, ops.bytes(), ops.valueFrom(), ops.valueLength(), run);
            log.insert(id, run, sequence.id());
            return;
        }
        if (run > 0) {
            insertStrings(sequence.id(), editor, reference, run);
            return;
        }
        Op op = new Op(id, ops.action(), ops.value(), ops.expand(), ops.mark(), Op.NONE);
        editor.insert(reference, op);
        log.insert(id, 1, sequence.id());
        boolean ends = op.action() == Action.MARK && op.mark() == null;
        if (ends && !editor.precedes(Ids.plus(id, -1), id)) {
            throw new MalformedException("a mark that ends before it begins");
        }
        objects.make(id, op.action(), sequence.id(), null, id);
    }

    /** A run of characters into a list: an element each. */
    private void insertStrings(long sequence, SequenceEditor editor, long reference, int count) {
        String strings = new String(ops.bytes(), ops.valueFrom(), ops.valueLength(), StandardCharsets.UTF_8);
        long after = reference;
        long next = id;
        for (int at = 0; at < strings.length(); at = strings.offsetByCodePoints(at, 1)) {
            String character = Character.toString(strings.codePointAt(at));
            editor.insert(after, new Op(next, Action.SET, new Scalar.Str(character)));
            after = next;
            next = Ids.plus(next, 1);
        }
        log.insert(id, count, sequence);
    }

    private void delete(long sequence, SequenceEditor editor, long element) throws MalformedException {
        int run = past.isAll() && only[ops.keyActor()] >= 0 ? ops.deleteRun() : 0;
        if (run > 1 || run == 1 && objects.isUntouched(sequence, element)) {
            for (int i = 1; i < run; i++) {
                requireElement(editor, Ids.plus(element, i * ops.stride()));
            }
            objects.editor(sequence).delete(element, run, ops.stride(), id);
            log.delete(id, run, sequence, element, ops.stride());
            return;
        }
        long first = id;
        int stride = Math.max(ops.deleteRun(), 1) == 1 ? 0 : ops.stride();
        for (int i = 0; i < ops.count(); i++) {
            deleteOne(sequence, editor, i * stride);
            id = Ids.plus(id, 1);
        }
        id = first;
    }

    /** One deletion of a step that may be several: that of the element {@code by} counters further. */
    private void deleteOne(long sequence, SequenceEditor editor, int by) throws MalformedException {
        long element = find(editor, by);
        if (element == -1) {
            throw new MalformedException("an operation on an unknown element");
        }
        overwrite(objects.register(sequence, element), by);
        log.delete(id, 1, sequence, element, 1);
    }

    private static void requireElement(SequenceEditor editor, long element) throws MalformedException {
        if (!editor.contains(element)) {
            throw new MalformedException("an operation on an unknown element");
        }
    }

    /** @param by how much further the predecessors' counters are than the step's first */
    private void overwrite(OpenRegister register, int by) throws MalformedException {
        boolean deletes = ops.action() == Action.DELETE;
        Op op = deletes ? new Op(id, Action.DELETE, Scalar.NULL) : new Op(id, ops.action(), ops.value(), ops.expand(), ops.mark(), Op.NONE);
        if (!register.add(op, predecessors(register.now(), by), authors)) {
            throw new MalformedException(UNKNOWN_PREDECESSOR);
        }
    }

    private long[] predecessors(Register register, int by) throws MalformedException {
        long[] preds = ops.predCount() == 0 ? Op.NONE : new long[ops.predCount()];
        int count = 0;
        for (int i = 0; i < ops.predCount(); i++) {
            long[] found = candidates(ops.predActor(i), ops.predCounter(i) + by);
            if (found.length > 1) {
                found = Arrays.stream(found).filter(pred -> register.find(pred, authors) != null).toArray();
            }
            if (found.length == 0) {
                throw new MalformedException(UNKNOWN_PREDECESSOR);
            }
            preds = count + found.length > preds.length ? Arrays.copyOf(preds, preds.length + found.length) : preds;
            System.arraycopy(found, 0, preds, count, found.length);
            count += found.length;
        }
        return count == preds.length ? preds : Arrays.copyOf(preds, count);
    }

    private long object() throws MalformedException {
        if (ops.objectCounter() == 0) {
            return Ids.NONE;
        }
        long[] candidates = candidates(ops.objectActor(), ops.objectCounter());
        for (long candidate : candidates.length == 1 ? UNKNOWN : candidates) {
            if (fits(objects.object(candidate))) {
                return candidate;
            }
        }
        if (candidates.length == 0) {
            throw new MalformedException("an operation on an unknown object");
        }
        return candidates[0];
    }

    /** Whether what the operation refers to is in an object: this tells objects apart that were made in branches of a fork. */
    private boolean fits(StoredObject object) throws MalformedException {
        return switch (object) {
            case null -> false;
            case StoredObject.MapObject map -> ops.isKeyed() && overwrites(map.register(ops.key()));
            case StoredObject.SequenceObject sequence -> {
                SequenceEditor editor = objects.editor(sequence.id());
                long element = ops.isKeyed() ? -1 : find(editor, 0);
                yield element >= 0 && (ops.isInsert() || overwrites(editor.ops(element)));
            }
        };
    }

    private boolean overwrites(Register register) throws MalformedException {
        for (int i = 0; i < ops.predCount(); i++) {
            boolean found = false;
            for (long pred : candidates(ops.predActor(i), ops.predCounter(i))) {
                found |= register.find(pred, authors) != null;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private long element(SequenceEditor editor) throws MalformedException {
        long element = find(editor, 0);
        if (element == -1) {
            throw new MalformedException("an operation on an unknown element");
        }
        return element;
    }

    /** The element that the operation names, or one {@code by} counters further; 0 for the beginning, −1 if it is unknown. */
    private long find(SequenceEditor editor, int by) throws MalformedException {
        if (ops.keyCounter() == 0) {
            return Ids.NONE;
        }
        for (long candidate : candidates(ops.keyActor(), ops.keyCounter() + by)) {
            if (editor.contains(candidate)) {
                return candidate;
            }
        }
        return -1;
    }

    /** What an id may stand for, in order of branch. */
    private long[] candidates(int actor, long counter) throws MalformedException {
        if (only[actor] >= 0) {
            long candidate = Ids.of(counter, only[actor]);
            return past.includes(candidate) ? new long[] {candidate} : UNKNOWN;
        }
        int[] numbers = authors.numbers(change.actor(actor));
        if (numbers.length == 0) {
            throw new MalformedException("an operation on something of an unknown actor");
        }
        return Arrays.stream(numbers).boxed().sorted((a, b) -> Integer.compare(authors.rank(a), authors.rank(b)))
                .mapToLong(n -> Ids.of(counter, n)).filter(past::includes).toArray();
    }
}
