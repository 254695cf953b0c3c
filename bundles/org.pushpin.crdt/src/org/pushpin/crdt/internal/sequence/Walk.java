// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

/**
 * Walks over a tree from front to back, node by node: a node is gone past as a whole ({@link #skip}) or entered ({@link #enter}). In a
 * leaf it stands at an element.
 */
final class Walk {
    private final Inner[] nodes;
    private final int[] slots;
    private int depth;
    /** What comes next; null at the end. */
    Node node;
    /** In a leaf: the span. */
    int span;
    /** In a leaf: the element of the span. */
    int offset;
    /** In a leaf: where the characters from the element on begin; undefined for an irregular one. */
    int chars;

    Walk(Node root) {
        nodes = new Inner[root.height()];
        slots = new int[root.height()];
        node = root;
        settle();
    }

    /** At the element where a path is. */
    Walk(Path path) {
        nodes = path.nodes.clone();
        slots = path.slots.clone();
        depth = path.depth;
        node = path.leaf;
        span = path.span;
        offset = path.offset;
        chars = path.leaf.charsOf(span) + (Span.isRegular(path.leaf.spans, at()) ? path.leaf.bytesOf(span, 0, offset) : 0);
    }

    boolean atEnd() {
        return node == null;
    }

    Leaf leaf() {
        return (Leaf) node;
    }

    /** Where the span begins in the leaf's ints. */
    int at() {
        return span * Span.SIZE;
    }

    /** Whether nothing of the node was passed yet. */
    boolean atNodeStart() {
        return span == 0 && offset == 0;
    }

    void enter() {
        Inner inner = (Inner) node;
        nodes[depth] = inner;
        slots[depth++] = 0;
        node = inner.children[0];
        settle();
    }

    /** Down to a leaf. */
    void enterAll() {
        while (node instanceof Inner) {
            enter();
        }
    }

    /** Past the node. */
    void skip() {
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
    void step(int elements, int bytes) {
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
    int left() {
        return leaf().spans[at() + Span.LENGTH] - offset;
    }

    /** How many bytes the next elements of a regular span take. */
    int bytes(int elements) {
        Leaf leaf = leaf();
        return Span.stored(leaf.spans, at()) == leaf.spans[at() + Span.LENGTH] ? elements : Utf8.bytes(leaf.chars, chars, elements);
    }

    /** Units that the next elements of a regular span show, which take some bytes. */
    int units(int elements, int bytes) {
        Leaf leaf = leaf();
        if (leaf.spans[at() + Span.DEL_AUTHOR] >= 0) {
            return 0;
        }
        return elements == bytes ? elements : Utf8.units(leaf.chars, chars, bytes);
    }

    /** Units that the node shows, which is not the root. */
    int units() {
        return nodes[depth - 1].sums[slots[depth - 1] * Inner.SIZE + Inner.UNITS];
    }

    boolean isRoot() {
        return depth == 0;
    }

    boolean isRegular() {
        return Span.isRegular(leaf().spans, at());
    }

    long element() {
        return Span.id(leaf().spans, at(), offset);
    }

    private void settle() {
        if (node instanceof Leaf leaf && span >= leaf.count) {
            skip();
        }
    }
}
