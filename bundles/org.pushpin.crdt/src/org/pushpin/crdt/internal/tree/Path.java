// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/**
 * A place in a tree: the inner nodes from the root to a leaf, an element of it, and how much shows before. An editor keeps one where it
 * worked last; readers make one for each question about an id.
 */
public final class Path {
    public final Inner[] nodes;
    public final int[] slots;
    public int depth;
    public Leaf leaf;
    /** Units that show before the leaf. */
    public int before;
    public int span;
    /** Of an element in the span; or its length: the gap behind the last. */
    public int offset;
    /**
     * A span of the leaf, units that show and characters before which in the leaf are known. While the leaf is changed it is before the
     * path's span, and so stays right: changes are made at the path's span and the one before.
     */
    private int known;
    private int knownUnits;
    private int knownChars;

    /** @param height greatest height of a tree that it serves for */
    public Path(int height) {
        nodes = new Inner[height];
        slots = new int[height];
    }

    /** Another at the same place, to go from there while nothing is changed. */
    public Path copy() {
        Path copy = new Path(depth);
        System.arraycopy(nodes, 0, copy.nodes, 0, depth);
        System.arraycopy(slots, 0, copy.slots, 0, depth);
        copy.depth = depth;
        copy.leaf = leaf;
        copy.before = before;
        copy.span = span;
        copy.offset = offset;
        return copy;
    }

    /** To the beginning of all. */
    public void toStart(Node root) {
        depth = 0;
        before = 0;
        descend(root);
    }

    /** From a node that the path has come to, down to its first element. */
    private void descend(Node node) {
        Node n = node;
        while (n instanceof Inner inner) {
            nodes[depth] = inner;
            slots[depth++] = 0;
            n = inner.children[0];
        }
        enter((Leaf) n);
    }

    private void enter(Leaf entered) {
        leaf = entered;
        span = 0;
        offset = 0;
        known = 0;
        knownUnits = 0;
        knownChars = 0;
    }

    /** Whether it comes before another path in the same tree. */
    public boolean precedes(Path other) {
        for (int i = 0; i < depth; i++) {
            if (slots[i] != other.slots[i]) {
                return slots[i] < other.slots[i];
            }
        }
        return span != other.span ? span < other.span : offset < other.offset;
    }

    /** Units that show in the leaf, which is not the root. */
    public int units() {
        return nodes[depth - 1].sums[slots[depth - 1] * Inner.SIZE + Inner.UNITS];
    }

    /** To the visible element that covers a unit, which must exist. @return the unit at which the element starts */
    public int toUnit(Node root, int index) {
        depth = 0;
        before = 0;
        Node n = root;
        int rest = index;
        while (n instanceof Inner inner) {
            int slot = 0;
            for (int at = Inner.UNITS; rest >= inner.sums[at]; at += Inner.SIZE) {
                rest -= inner.sums[at];
                slot++;
            }
            nodes[depth] = inner;
            slots[depth++] = slot;
            n = inner.children[slot];
        }
        enter((Leaf) n);
        before = index - rest;
        return toUnitHere(index);
    }

    /** As {@link #toUnit}, if the leaf is the one that has it. */
    public int toUnitHere(int index) {
        int unit = index - before;
        while (unit < knownUnits) {
            knowLess();
        }
        int[] s = leaf.spans;
        int at = known * Span.SIZE;
        int start = knownUnits;
        int chars = knownChars;
        for (int units = Span.units(s, at); unit >= start + units; units = Span.units(s, at)) {
            start += units;
            chars += Span.stored(s, at);
            at += Span.SIZE;
        }
        if (at > known * Span.SIZE) {
            known = at / Span.SIZE - 1;
            knownUnits = start - Span.units(s, at - Span.SIZE);
            knownChars = chars - Span.stored(s, at - Span.SIZE);
        }
        return within(at, index, unit - start);
    }

    /** To an element of a span, or its end. */
    public void to(int newSpan, int newOffset) {
        span = newSpan;
        offset = newOffset;
        while (known > 0 && known >= newSpan) {
            knowLess();
        }
    }

    private void knowLess() {
        known--;
        knownUnits -= Span.units(leaf.spans, known * Span.SIZE);
        knownChars -= Span.stored(leaf.spans, known * Span.SIZE);
    }

    /** Where the characters of the span begin. */
    public int chars() {
        int chars = knownChars;
        for (int at = known * Span.SIZE; at < span * Span.SIZE; at += Span.SIZE) {
            chars += Span.stored(leaf.spans, at);
        }
        return chars;
    }

    /** To the element of a span that covers a unit. @return where the element starts */
    private int within(int at, int index, int unit) {
        int[] s = leaf.spans;
        to(at / Span.SIZE, 0);
        if (!Span.isRegular(s, at)) {
            return index - unit;
        } else if (Span.storedUnits(s, at) == s[at + Span.LENGTH]) {
            offset = unit;
            return index;
        }
        return index - offsetOf(unit);
    }

    /** Sets the offset to the element that covers a unit of the span. @return how many units of the element are before it */
    private int offsetOf(int unit) {
        int left = unit;
        int at = chars();
        offset = 0;
        while (true) {
            int size = CodePoints.size(leaf.chars[at]);
            int units = size == 4 ? 2 : 1;
            if (left < units) {
                return left;
            }
            left -= units;
            at += size;
            offset++;
        }
    }

    /** To the first element of a leaf. @return false, and to the start, if there is no such leaf any more */
    public boolean toLeaf(Node root, NodeTable parents, int leafId) {
        int[] climbed = new int[root.height()];
        int n = 0;
        for (int id = leafId; id != root.id; id = parents.get(id)) {
            if (id < 0 || n == climbed.length) {
                toStart(root);
                return false;
            }
            climbed[n++] = id;
        }
        depth = 0;
        before = 0;
        Node node = root;
        while (--n >= 0) {
            Inner inner = node instanceof Inner i ? i : null;
            int slot = inner == null ? -1 : inner.slotOf(climbed[n]);
            if (slot < 0) {
                toStart(root);
                return false;
            }
            push(inner, slot);
            node = inner.children[slot];
        }
        if (!(node instanceof Leaf found)) {
            toStart(root);
            return false;
        }
        enter(found);
        return true;
    }

    private void push(Inner inner, int slot) {
        for (int at = 0; at < slot * Inner.SIZE; at += Inner.SIZE) {
            before += inner.sums[at + Inner.UNITS];
        }
        nodes[depth] = inner;
        slots[depth++] = slot;
    }

    /** To an element. @return false if there is no such element; where the path is then is undefined */
    public boolean toElement(Node root, IdIndex index, NodeTable parents, int author, int counter) {
        if (root instanceof Leaf only) {
            if (leaf != only) {
                toStart(root);
            }
        } else {
            int leafId = IdIndex.floor(index, IdIndex.key(author, counter));
            if (leafId < 0 || (leaf == null || leaf.id != leafId) && !toLeaf(root, parents, leafId)) {
                return false;
            }
        }
        int found = leaf.find(author, counter);
        if (found < 0) {
            return false;
        }
        to(found, counter - leaf.spans[found * Span.SIZE + Span.COUNTER]);
        return true;
    }

    /** Units that show before the element. */
    public int index() {
        int[] s = leaf.spans;
        int end = span * Span.SIZE;
        int units = before + knownUnits;
        for (int at = known * Span.SIZE; at < end; at += Span.SIZE) {
            units += Span.units(s, at);
        }
        if (offset == 0 || Span.units(s, end) == 0) {
            return units;
        } else if (Span.storedUnits(s, end) == s[end + Span.LENGTH]) {
            return units + offset;
        }
        int start = chars();
        return units + CodePoints.units(leaf.chars, start, CodePoints.bytes(leaf.chars, start, offset));
    }

    /** To the next leaf in which something shows, be it without width. @return false, and nowhere, at the end */
    public boolean nextShown() {
        while (depth > 0) {
            Inner parent = nodes[depth - 1];
            int slot = shown(parent, slots[depth - 1] + 1);
            if (slot < parent.count) {
                depth--;
                descendShown(parent, slot);
                return true;
            }
            depth--;
        }
        return false;
    }

    private void descendShown(Inner from, int first) {
        Node n = from;
        int slot = first;
        while (n instanceof Inner inner) {
            slot = inner == from ? slot : shown(inner, 0);
            nodes[depth] = inner;
            slots[depth++] = slot;
            n = inner.children[slot];
        }
        enter((Leaf) n);
    }

    private static int shown(Inner inner, int from) {
        int slot = from;
        while (slot < inner.count && (inner.sums[slot * Inner.SIZE + Inner.UNITS] | inner.sums[slot * Inner.SIZE + Inner.SPECIALS]) == 0) {
            slot++;
        }
        return slot;
    }
}
