// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.CodePoints;

/** Puts elements into a {@link Tree}. */
final class Insertion {
    private final Tree tree;
    private final Path path;

    Insertion(Tree tree) {
        this.tree = tree;
        this.path = tree.path;
    }

    /** See {@link SequenceEditor#insertText}. */
    void text(long reference, long first, byte[] utf8, int offset, int length, int elements) {
        boolean newest = isNewest(first);
        seek(reference, first, newest);
        long previous = reference;
        long id = first;
        int at = offset;
        int left = elements;
        for (int rest = length; rest > 0;) {
            int bytes = CodePoints.whole(utf8, at, rest, tree.shape.piece());
            int count = bytes == rest ? left : CodePoints.codePoints(utf8, at, bytes);
            tree.room(bytes, bytes < rest);
            put(previous, id, utf8, at, bytes, count, newest);
            previous = id + ((long) (count - 1) << 32);
            id += (long) count << 32;
            left -= count;
            at += bytes;
            rest -= bytes;
        }
    }

    /** See {@link SequenceEditor#insert}. */
    void element(long reference, long id, Register ops) {
        boolean newest = isNewest(id);
        seek(reference, id, newest);
        tree.room(0, false);
        Leaf leaf = tree.own();
        int slot = newSlot(leaf, reference, id);
        Elements.measure(ops, tree.text, leaf.spans, slot * Span.SIZE);
        leaf.register(slot, ops);
        path.to(slot, 1);
        tree.addShown(slot, 1, 1);
        entered(id, 1, newest);
        noteTop(id, 1);
    }

    private boolean isNewest(long id) {
        return Integer.compareUnsigned((int) (id >>> 32), tree.top) > 0;
    }

    /** To the gap for a new element: behind the one it references, and behind all after that whose ids are greater. */
    private void seek(long reference, long id, boolean newest) {
        if (reference == 0) {
            tree.toStart();
        } else if (tree.locate(reference)) {
            path.offset++;
        } else {
            throw new IllegalArgumentException("unknown element");
        }
        if (!newest && skipHere(id)) {
            long next = following();
            if (next != 0 && tree.authors.compare(next, id) > 0) {
                skipNodes(id);
            }
        }
    }

    /** Past greater elements in the leaf. @return whether there was no other behind the path */
    private boolean skipHere(long id) {
        int[] s = path.leaf.spans;
        int count = path.leaf.count;
        int at = path.span * Span.SIZE;
        if (path.span < count && path.offset < s[at + Span.LENGTH]) {
            if (tree.authors.compare(Span.id(s, at, path.offset), id) < 0) {
                return false;
            }
            path.offset = s[at + Span.LENGTH];
        }
        for (int span = path.span + 1; span < count; span++) {
            at += Span.SIZE;
            if (tree.authors.compare(Span.id(s, at, 0), id) < 0) {
                return false;
            }
            path.span = span;
            path.offset = s[at + Span.LENGTH];
        }
        return true;
    }

    /** The first element behind the leaf; 0 if there is none. */
    private long following() {
        for (int d = path.depth - 1; d >= 0; d--) {
            if (path.slots[d] + 1 < path.nodes[d].count) {
                Node n = path.nodes[d].children[path.slots[d] + 1];
                while (n instanceof Inner inner) {
                    n = inner.children[0];
                }
                return Span.id(((Leaf) n).spans, 0, 0);
            }
        }
        return 0;
    }

    /** From the end of a leaf, past all that is greater. Whole subtrees are passed by their least ids. */
    private void skipNodes(long id) {
        Node n = tree.root;
        for (int d = path.depth - 1; d >= 0 && n == tree.root; d--) {
            int slot = firstLess(path.nodes[d], path.slots[d] + 1, id);
            if (slot < path.nodes[d].count) {
                n = path.nodes[d].children[slot];
            }
        }
        if (n == tree.root) {
            toEnd();
            return;
        }
        while (n instanceof Inner inner) {
            n = inner.children[firstLess(inner, 0, id)];
        }
        tree.toLeaf(n);
        toLess(id);
    }

    private int firstLess(Inner inner, int from, long id) {
        int slot = from;
        while (slot < inner.count && tree.authors.compare(inner.least(slot), id) > 0) {
            slot++;
        }
        return slot;
    }

    /** Within the leaf, to the gap before the first lesser element. */
    private void toLess(long id) {
        int[] s = path.leaf.spans;
        int at = 0;
        while (tree.authors.compare(Span.id(s, at, 0), id) > 0) {
            at += Span.SIZE;
        }
        path.span = Math.max(0, at / Span.SIZE - 1);
        path.offset = at == 0 ? 0 : s[at - Span.SIZE + Span.LENGTH];
    }

    private void toEnd() {
        Node n = tree.root;
        while (n instanceof Inner inner) {
            n = inner.children[inner.count - 1];
        }
        tree.toLeaf(n);
        path.span = path.leaf.count - 1;
        path.offset = path.leaf.spans[path.span * Span.SIZE + Span.LENGTH];
    }

    /** Puts characters into the gap where the path is, and moves the path behind them. */
    private void put(long previous, long id, byte[] utf8, int offset, int bytes, int elements, boolean newest) {
        Leaf leaf = tree.own();
        int units = bytes == elements ? elements : CodePoints.units(utf8, offset, bytes);
        int at = path.span * Span.SIZE;
        if (path.span < leaf.count && path.offset == leaf.spans[at + Span.LENGTH] && continues(leaf, at, previous, id, bytes)) {
            leaf.insertChars(path.chars() + Span.stored(leaf.spans, at), utf8, offset, bytes);
            leaf.spans[at + Span.LENGTH] += elements;
            leaf.spans[at + Span.INFO] += Span.info(bytes, units, 0);
            path.offset += elements;
            if (!newest) {
                tree.ids.added((int) id, (int) (id >>> 32), elements, false);
            }
        } else {
            int slot = newSlot(leaf, previous, id);
            at = slot * Span.SIZE;
            leaf.insertChars(leaf.charsOf(slot), utf8, offset, bytes);
            leaf.spans[at + Span.LENGTH] = elements;
            leaf.spans[at + Span.DEL_AUTHOR] = Span.VISIBLE;
            leaf.spans[at + Span.DEL_COUNTER] = 0;
            leaf.spans[at + Span.INFO] = Span.info(bytes, units, 0);
            path.to(slot, elements);
            entered(id, elements, newest);
        }
        tree.totals.add(units, elements, bytes, 0, elements);
        noteTop(id, elements);
    }

    /** Whether characters behind a span become part of it. */
    private static boolean continues(Leaf leaf, int at, long previous, long id, int bytes) {
        int[] s = leaf.spans;
        return Span.isRegular(s, at) && s[at + Span.DEL_AUTHOR] < 0 && s[at + Span.AUTHOR] == (int) id
                && s[at + Span.COUNTER] + s[at + Span.LENGTH] == (int) (id >>> 32)
                && previous == Span.id(s, at, s[at + Span.LENGTH] - 1) && Span.stored(s, at) + bytes <= Span.MOST_BYTES;
    }

    /** A new span in the gap where the path is, with its id and reference. */
    private int newSlot(Leaf leaf, long reference, long id) {
        int slot = path.span;
        if (leaf.count > 0 && path.offset > 0) {
            if (path.offset < leaf.spans[slot * Span.SIZE + Span.LENGTH]) {
                leaf.cut(slot, path.offset);
            }
            slot++;
        }
        leaf.insertSlot(slot);
        int at = slot * Span.SIZE;
        leaf.spans[at + Span.AUTHOR] = (int) id;
        leaf.spans[at + Span.COUNTER] = (int) (id >>> 32);
        leaf.spans[at + Span.REF_AUTHOR] = (int) reference;
        leaf.spans[at + Span.REF_COUNTER] = (int) (reference >>> 32);
        return slot;
    }

    /** Notes a new span above the leaf. */
    private void entered(long id, int elements, boolean newest) {
        tree.ids.added((int) id, (int) (id >>> 32), elements, newest);
        tree.lower(id);
    }

    private void noteTop(long id, int elements) {
        int last = (int) (id >>> 32) + elements - 1;
        if (Integer.compareUnsigned(last, tree.top) > 0) {
            tree.top = last;
        }
    }
}
