// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import java.nio.charset.StandardCharsets;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.CodePoints;

/**
 * A {@link Sequence} while it is being changed: a copy-on-write tree that remembers where it was changed last. A change costs O(log n), and
 * next to nothing where the one before was. What is asked for an element that is unknown, or for an index that does not exist, throws
 * {@link IllegalArgumentException} or {@link IndexOutOfBoundsException}; of a run of elements, what comes before it is done. One thread.
 */
public final class SequenceEditor extends SequenceView {
    final Tree tree;
    private final Insertion insertion;
    private final Deletion deletion;
    private final Replacement replacement;

    SequenceEditor(Tree tree) {
        this.tree = tree;
        this.insertion = new Insertion(tree);
        this.replacement = new Replacement(tree);
        this.deletion = new Deletion(tree, replacement);
    }

    /** There are more authors now. */
    public void authors(Authors authors) {
        tree.authors = authors;
    }

    /**
     * Inserts characters into a text: the first behind an element, 0 for the beginning, and past all elements there with greater ids; each
     * other behind the one before it.
     *
     * @param firstId of the first; the others' counters rise by one
     * @param utf8 valid UTF-8
     * @param elements the number of code points
     */
    public void insertText(long reference, long firstId, byte[] utf8, int offset, int length, int elements) {
        insertion.text(reference, firstId, utf8, offset, length, elements);
    }

    /** Inserts one element: behind another, 0 for the beginning, and past all elements there with greater ids. */
    public void insert(long reference, Op op) {
        insert(reference, op.id(), op);
    }

    /** As {@link #insert(long, Op)}, with all operations on the element so far. */
    public void insert(long reference, long element, Register ops) {
        int point = tree.text && ops.shown() > 0 ? Elements.regular(ops, element) : -1;
        if (point < 0) {
            insertion.element(reference, element, ops);
        } else {
            byte[] utf8 = Elements.utf8(point);
            insertion.text(reference, element, utf8, 0, utf8.length, 1);
        }
    }

    /** As {@link #insertText(long, long, byte[], int, int, int)}. @return how many elements that made */
    public int insertText(long reference, long firstId, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int elements = CodePoints.codePoints(utf8, 0, utf8.length);
        insertion.text(reference, firstId, utf8, 0, utf8.length, elements);
        return elements;
    }

    /**
     * Adds a successor to the inserting operation of each element of a run.
     *
     * @param stride 1 or −1: how the counters step from element to element; those of the successors rise by one
     */
    public void delete(long element, int count, int stride, long firstDeleter) {
        deletion.delete(element, count, stride, firstDeleter);
    }

    /** Takes a {@link #delete} back. */
    public void undelete(long element, int count, int stride, long firstDeleter) {
        deletion.undelete(element, count, stride, firstDeleter);
    }

    /** Gives an element other operations. */
    public void replace(long element, Register ops) {
        replacement.put(element, ops);
    }

    /** Takes elements out as if they had never been. @param count how many, with counters rising by one */
    public void remove(long element, int count) {
        replacement.remove(element, count);
    }

    /**
     * The element behind which a local insertion before an index goes; 0 for the beginning. An index inside an element is moved behind it.
     * Marks at the place are treated as Automerge does.
     */
    public long insertionReference(int index) {
        if (index < 0 || index > length()) {
            throw new IndexOutOfBoundsException("index " + index + " of " + length());
        }
        return InsertionPoint.at(tree, index);
    }

    /**
     * Deletes what shows, one operation per element in order of position: the successor of all operations of the element that show. A range
     * that begins or ends inside an element takes all of it.
     *
     * @param sink told of the deletions
     * @return how many operations
     */
    public int deleteRange(int index, int units, long firstDeleter, RunSink sink) {
        if (index < 0 || units < 0 || index > length() - units) {
            throw new IndexOutOfBoundsException("index " + index + " + " + units + " of " + length());
        }
        return units == 0 ? 0 : deletion.deleteRange(index, units, firstDeleter, sink);
    }

    /** What it is now. The editor can go on. O(1) */
    public Sequence freeze() {
        tree.totals.settle(tree.path);
        tree.token = new Object();
        return new Sequence(tree.text, tree.shape, tree.root, tree.ids.freeze(), tree.parents, tree.nodes, tree.top, tree.totals.toArray());
    }

    @Override
    Node root() {
        tree.totals.settle(tree.path);
        return tree.root;
    }

    @Override
    public Sequence frozen() {
        return freeze();
    }

    @Override
    Object owner() {
        return tree.token;
    }

    @Override
    Path at(int unit) {
        tree.toUnit(unit);
        return tree.path;
    }

    @Override
    int start(int unit) {
        return tree.start(unit);
    }

    /** The path goes there: what is asked about is mostly changed next. */
    @Override
    Path find(long element) {
        return tree.locate(element) ? tree.path : null;
    }

    @Override
    int total(int dimension) {
        return tree.totals.get(dimension);
    }

    @Override
    public boolean isText() {
        return tree.text;
    }
}
