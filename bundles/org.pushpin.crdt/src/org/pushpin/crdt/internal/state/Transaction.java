// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.nio.charset.StandardCharsets;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.history.OpLogEditor;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.RunSink;
import org.pushpin.crdt.internal.sequence.SequenceEditor;

/**
 * Operations of the person at this machine: each takes the next counter, is applied at once and noted in the log. Objects and elements are
 * those of {@code objects}; the caller has checked that they exist and are of the right kind. One thread.
 */
public final class Transaction implements RunSink {
    private final OpenObjects objects;
    private final OpLogEditor log;
    private final int author;
    private long next;
    private long deletesIn;
    private long steps;
    private long lastInserted;
    private long lastDeleted;
    private byte[] utf8 = new byte[16];

    Transaction(OpenObjects objects, OpLogEditor log, int author, long startOp) {
        this.objects = objects;
        this.log = log;
        this.author = author;
        this.next = Ids.of(startOp, author);
    }

    /** The counter that the next operation gets. */
    public long nextCounter() {
        return Ids.counter(next);
    }

    /**
     * How many steps a reader of the change would take at most, runs of typing and deleting being one: see
     * {@link org.pushpin.crdt.internal.column.Limits#steps}.
     */
    public long steps() {
        return steps;
    }

    private long take(int count) {
        long first = next;
        next = Ids.plus(next, count);
        return first;
    }

    /** A put, a deletion or an increment at a key. @return the id of the operation, and of the object that it makes if it makes one */
    public long write(StoredObject.MapObject map, String key, int action, Scalar value, long[] preds) {
        requireDepth(map, action);
        steps += Math.max(1, preds.length);
        long id = take(1);
        objects.put(map.with(key, overwritten(map.register(key), id, action, value, preds)));
        log.map(id, map.id(), key);
        make(id, action, map.id(), key, Ids.NONE);
        return id;
    }

    /** A put, a deletion or an increment of an element. */
    public long write(long sequence, long element, int action, Scalar value, long[] preds) {
        requireDepth(objects.object(sequence), action);
        SequenceEditor editor = objects.editor(sequence);
        steps += Math.max(1, preds.length);
        long id = take(1);
        editor.replace(element, overwritten(editor.ops(element), id, action, value, preds));
        if (action == Action.DELETE) {
            log.delete(id, 1, sequence, element, 1);
        } else {
            log.update(id, sequence, element);
        }
        make(id, action, sequence, null, element);
        return id;
    }

    /** An element before a visible index. @param mark the name of a mark that begins, else null */
    public long insert(long sequence, int index, int action, Scalar value, boolean expand, String mark) {
        SequenceEditor editor = objects.editor(sequence);
        return insertAfter(sequence, editor.insertionReference(index), action, value, expand, mark);
    }

    /** An element right after another, or at the beginning. */
    public long insertAfter(long sequence, long reference, int action, Scalar value, boolean expand, String mark) {
        requireDepth(objects.object(sequence), action);
        steps++;
        long id = take(1);
        objects.editor(sequence).insert(reference, new Op(id, action, value, expand, mark, Op.NONE));
        log.insert(id, 1, sequence);
        make(id, action, sequence, null, id);
        return id;
    }

    /**
     * Marks what shows from one index to another: an element before it, and one behind it with the next id. The end never comes before the
     * beginning, even where both go to one place.
     *
     * @param before whether it takes in what is inserted at its beginning
     * @param after whether it takes in what is inserted at its end
     * @return the id of its beginning; that of its end is the next
     */
    public long mark(long sequence, int from, int to, boolean before, boolean after, String name, Scalar value) {
        long begin = insert(sequence, from, Action.MARK, value, before, name);
        SequenceEditor editor = objects.editor(sequence);
        long end = from == to ? begin : editor.insertionReference(to);
        boolean behind = end == begin || editor.precedes(begin, end);
        insertAfter(sequence, behind ? end : begin, Action.MARK, Scalar.NULL, after, null);
        return begin;
    }

    /** Deletes the elements that cover some units from a visible index on. */
    public void delete(long sequence, int index, int units) {
        deletesIn = sequence;
        int count = objects.editor(sequence).deleteRange(index, units, next, this);
        assert Ids.counter(next) >= count;
    }

    /** A run of deletions, as the editor made it. */
    @Override
    public void run(long element, int count, int stride) {
        boolean goesOn = element == Ids.plus(lastDeleted, 1) || element == Ids.plus(lastDeleted, -1);
        steps += goesOn ? 0 : 1;
        lastDeleted = Ids.plus(element, (count - 1) * stride);
        log.delete(take(count), count, deletesIn, element, stride);
    }

    /** One element per code point. @param text well-formed, not empty */
    public void insertText(long sequence, int index, String text) {
        insertTextAfter(sequence, objects.editor(sequence).insertionReference(index), text);
    }

    /** The same right after an element, or at the beginning. @return the id of the first character; the others have the next */
    public long insertTextAfter(long sequence, long reference, String text) {
        int length = encode(text);
        int count = text.codePointCount(0, text.length());
        long first = take(count);
        steps += reference == lastInserted ? 0 : 1;
        lastInserted = Ids.plus(first, count - 1);
        objects.editor(sequence).insertText(reference, first, utf8, 0, length, count);
        log.insert(first, count, sequence);
        return first;
    }

    private int encode(String text) {
        if (text.length() == 1 && text.charAt(0) < 128) {
            utf8[0] = (byte) text.charAt(0);
            return 1;
        }
        utf8 = text.getBytes(StandardCharsets.UTF_8);
        return utf8.length;
    }

    private Register overwritten(Register register, long id, int action, Scalar value, long[] preds) {
        return register.with(new Op(id, action, value), preds, objects.authors());
    }

    private void requireDepth(StoredObject parent, int action) {
        int depth = parent.place() == null ? 1 : parent.place().depth() + 1;
        if (Action.made(action) != null && depth > Limits.NESTING) {
            throw new IllegalArgumentException("objects nested deeper than " + Limits.NESTING);
        }
    }

    private void make(long id, int action, long parent, String key, long element) {
        try {
            objects.make(id, action, parent, key, element);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
