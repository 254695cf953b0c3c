// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.CodePoints;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.IdIndex;
import org.pushpin.crdt.internal.tree.IdSorter;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.NodeTable;
import org.pushpin.crdt.internal.tree.Shape;
import org.pushpin.crdt.internal.tree.Span;

/**
 * Builds a sequence from all its elements in order, deleted ones too. Runs that go on are joined, long ones cut. Leaves are left an eighth
 * empty, so that the first edits split none. O(n log n) in the number of runs, for the index of ids. One thread.
 */
public final class SequenceBuilder {
    private final boolean text;
    private final Shape shape;
    private final Authors authors;
    private final int mostSpans;
    private final int mostBytes;
    private final List<Node> leaves = new ArrayList<>();
    private Leaf leaf;
    private int top;

    public SequenceBuilder(boolean text, Authors authors) {
        this(text, authors, Shape.USUAL);
    }

    SequenceBuilder(boolean text, Authors authors, Shape shape) {
        this.text = text;
        this.authors = authors;
        this.shape = shape;
        this.mostSpans = shape.spans() * 7 / 8;
        this.mostBytes = shape.bytes() * 7 / 8;
        this.leaf = newLeaf();
    }

    private Leaf newLeaf() {
        return new Leaf(leaves.size(), null, shape.spans() + 1, shape.bytes());
    }

    /**
     * Adds characters, each of which references the one before.
     *
     * @param first id of the first; the others' counters rise by one
     * @param deleter of the first; 0 if they are visible
     * @param stride 1 or −1: how the counters of the deleters step
     * @param utf8 valid UTF-8 of as many code points
     */
    public void run(long first, int elements, long reference, long deleter, int stride, byte[] utf8, int offset, int length) {
        long id = first;
        long previous = reference;
        long gone = deleter;
        int at = offset;
        int left = elements;
        for (int rest = length; rest > 0;) {
            makeRoom(rest);
            int bytes = CodePoints.whole(utf8, at, rest, mostBytes - leaf.used);
            int n = bytes == rest ? left : CodePoints.codePoints(utf8, at, bytes);
            append(id, n, previous, gone, stride, utf8, at, bytes);
            previous = id + ((long) (n - 1) << 32);
            id += (long) n << 32;
            gone += deleter == 0 ? 0 : (long) (n * stride) << 32;
            at += bytes;
            rest -= bytes;
            left -= n;
        }
    }

    private void makeRoom(int bytes) {
        int room = mostBytes - leaf.used;
        if (leaf.count >= mostSpans || room < bytes && (room < 4 || bytes < mostBytes / 4)) {
            finishLeaf();
        }
    }

    private void append(long id, int n, long previous, long deleter, int stride, byte[] utf8, int offset, int bytes) {
        int at = slot(id, previous);
        int[] s = leaf.spans;
        int units = bytes == n ? n : CodePoints.units(utf8, offset, bytes);
        s[at + Span.LENGTH] = n;
        s[at + Span.DEL_AUTHOR] = deleter == 0 ? Span.VISIBLE : (int) deleter;
        s[at + Span.DEL_COUNTER] = (int) (deleter >>> 32);
        s[at + Span.INFO] = Span.info(bytes, units, deleter != 0 && n > 1 && stride < 0 ? Span.FALLING : 0);
        leaf.insertChars(leaf.used, utf8, offset, bytes);
        leaf.join(leaf.count - 2);
        note(id, n);
    }

    /** Adds an element. @param ops all operations on it */
    public void element(long id, long reference, Register ops) {
        int point = text ? Elements.regular(ops, id) : -1;
        if (point >= 0) {
            byte[] utf8 = Elements.utf8(point);
            run(id, 1, reference, Elements.deleter((Op) ops), 1, utf8, 0, utf8.length);
            return;
        }
        if (leaf.count >= mostSpans) {
            finishLeaf();
        }
        int at = slot(id, reference);
        Elements.measure(ops, text, leaf.spans, at);
        leaf.register(leaf.count - 1, ops);
        note(id, 1);
    }

    private int slot(long id, long reference) {
        leaf.insertSlot(leaf.count);
        int at = (leaf.count - 1) * Span.SIZE;
        int[] s = leaf.spans;
        s[at + Span.AUTHOR] = (int) id;
        s[at + Span.COUNTER] = (int) (id >>> 32);
        s[at + Span.REF_AUTHOR] = (int) reference;
        s[at + Span.REF_COUNTER] = (int) (reference >>> 32);
        return at;
    }

    private void note(long id, int elements) {
        int last = (int) (id >>> 32) + elements - 1;
        top = Integer.compareUnsigned(last, top) > 0 ? last : top;
    }

    private void finishLeaf() {
        leaf.spans = Arrays.copyOf(leaf.spans, leaf.count * Span.SIZE);
        leaf.chars = Arrays.copyOf(leaf.chars, leaf.used);
        leaf.registers = leaf.registers == null ? null : Arrays.copyOf(leaf.registers, leaf.count);
        leaves.add(leaf);
        leaf = newLeaf();
    }

    /**
     * The sequence. The builder is of no use afterwards.
     *
     * @throws IllegalArgumentException if an element came twice
     */
    public Sequence build() {
        if (leaf.count > 0 || leaves.isEmpty()) {
            finishLeaf();
        }
        IdIndex index = new IdSorter(leaves).index();
        Object token = new Object();
        NodeTable parents = NodeTable.EMPTY;
        int nodes = leaves.size();
        int per = shape.children() * 7 / 8;
        List<Node> level = leaves;
        while (level.size() > 1) {
            List<Node> above = new ArrayList<>();
            for (int from = 0; from < level.size(); from += per) {
                List<Node> part = level.subList(from, Math.min(level.size(), from + per));
                Inner inner = new Inner(nodes++, null, part.getFirst().height() + 1, part.size());
                for (Node child : part) {
                    inner.insert(inner.count, child, authors);
                    parents = parents.with(child.id, inner.id, token);
                }
                above.add(inner);
            }
            level = above;
        }
        int[] sums = new int[Inner.SIZE];
        level.getFirst().sum(sums, 0, authors);
        return new Sequence(text, shape, level.getFirst(), leaves.size() == 1 ? null : index, parents, nodes, top,
                Arrays.copyOf(sums, Inner.LEAST_COUNTER));
    }
}
