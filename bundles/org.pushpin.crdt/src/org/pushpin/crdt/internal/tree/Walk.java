// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/**
 * Walks over a tree from front to back, node by node: a node is gone past as a whole ({@link #skip}) or entered ({@link #enter}). In a
 * leaf it stands at an element.
 */
public final class Walk {
    private final Inner[] nodes;
    private final int[] slots;
    private int depth;
    /** What comes next; null at the end. */
    public Node node;
    /** In a leaf: the span. */
    public int span;
    /** In a leaf: the element of the span. */
    public int offset;
    /** In a leaf: where the characters from the element on begin; undefined for an irregular one. */
    public int chars;

    public Walk(Node root) {
        nodes = new Inner[root.height()];
        slots = new int[root.height()];
        node = root;
        settle();
    }

    /** At the element where a path is. */
    public Walk(Path path) {
        nodes = path.nodes.clone();
        slots = path.slots.clone();
        depth = path.depth;
        node = path.leaf;
        span = path.span;
        offset = path.offset;
        chars = path.leaf.charsOf(span) + (Span.isRegular(path.leaf.spans, at()) ? path.leaf.bytesOf(span, 0, offset) : 0);
    }

    public boolean atEnd() {
        return node == null;
    }

    public Leaf leaf() {
        return (Leaf) node;
    }

    /** Where the span begins in the leaf's ints. */
    public int at() {
        return span * Span.SIZE;
    }

    /** Whether nothing of the node was passed yet. */
    public boolean atNodeStart() {
        return span == 0 && offset == 0;
    }

    public void enter() {
        Inner inner = (Inner) node;
        nodes[depth] = inner;
        slots[depth++] = 0;
        node = inner.children[0];
        settle();
    }

    /** Down to a leaf. */
    public void enterAll() {
        while (node instanceof Inner) {
            enter();
        }
    }

    /** Past the node. */
    public void skip() {
        span = 0;
        offset = 0;
        chars = 0;
        while (depth > 0) {
            Inner parent = nodes[depth - 1];
            if (++slots[depth - 1] < parent.count) {
                node = parent.children[slots[depth - 1]];
                return;
            }
            depth--;
        }
        node = null;
    }

    /** Past some elements of the span, at most all that are left. */
    public void step(int elements, int bytes) {
        chars += bytes;
        offset += elements;
        Leaf leaf = leaf();
        if (offset == leaf.spans[at() + Span.LENGTH]) {
            offset = 0;
            span++;
            settle();
        }
    }

    /** How many elements of the span are left. */
    public int left() {
        return leaf().spans[at() + Span.LENGTH] - offset;
    }

    /** How many bytes the next elements of a regular span take. */
    public int bytes(int elements) {
        Leaf leaf = leaf();
        return Span.stored(leaf.spans, at()) == leaf.spans[at() + Span.LENGTH] ? elements : CodePoints.bytes(leaf.chars, chars, elements);
    }

    /** Units that the next elements of a regular span show, which take some bytes. */
    public int units(int elements, int bytes) {
        Leaf leaf = leaf();
        if (leaf.spans[at() + Span.DEL_AUTHOR] >= 0) {
            return 0;
        }
        return elements == bytes ? elements : CodePoints.units(leaf.chars, chars, bytes);
    }

    /** Units that the node shows, which is not the root. */
    public int units() {
        return nodes[depth - 1].sums[slots[depth - 1] * Inner.SIZE + Inner.UNITS];
    }

    public boolean isRoot() {
        return depth == 0;
    }

    public boolean isRegular() {
        return Span.isRegular(leaf().spans, at());
    }

    public long element() {
        return Span.id(leaf().spans, at(), offset);
    }

    private void settle() {
        if (node instanceof Leaf leaf && span >= leaf.count) {
            skip();
        }
    }
}
