// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.NodeTable;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Shape;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.Totals;

/**
 * The tree while it is being changed, and the place in it where it was changed last. Nodes are copied when first touched: those that carry
 * the token are ours. All sums above a change are kept right at once. One thread.
 */
final class Tree {
    private static final int DEEPEST = 16;

    final boolean text;
    final Shape shape;
    final Path path = new Path(DEEPEST);
    final Totals totals;
    final IndexUpdates ids;
    Authors authors;
    Object token = new Object();
    Node root;
    NodeTable parents;
    int nodes;
    /** No counter of an element is or was above. */
    int top;

    Tree(Sequence from, Authors authors) {
        this.text = from.text;
        this.shape = from.shape;
        this.authors = authors;
        this.totals = new Totals(from.totals);
        this.root = from.root;
        this.ids = new IndexUpdates(this, from.index);
        this.parents = from.parents;
        this.nodes = from.nodes;
        this.top = from.top;
    }

    /** The leaf where the path is, to be modified. */
    Leaf own() {
        return path.leaf.owner == token ? path.leaf : copyPath();
    }

    private Leaf copyPath() {
        for (int d = 0; d < path.depth; d++) {
            if (path.nodes[d].owner != token) {
                path.nodes[d] = path.nodes[d].copy(token);
                hang(d, path.nodes[d]);
            }
        }
        path.leaf = path.leaf.copy(token);
        hang(path.depth, path.leaf);
        return path.leaf;
    }

    private void hang(int depth, Node node) {
        if (depth == 0) {
            root = node;
        } else {
            path.nodes[depth - 1].children[path.slots[depth - 1]] = node;
        }
    }

    /** To an element. @return false, and anywhere, if it is unknown */
    boolean locate(long element) {
        int author = (int) element;
        int counter = (int) (element >>> 32);
        Leaf leaf = path.leaf;
        int found = leaf == null ? -1 : find(leaf, author, counter);
        if (found >= 0) {
            path.to(found, counter - leaf.spans[found * Span.SIZE + Span.COUNTER]);
            return true;
        }
        if (root == leaf) {
            return false;
        }
        totals.settle(path);
        return path.toElement(root, ids.index(), parents, author, counter);
    }

    private int find(Leaf leaf, int author, int counter) {
        return path.span < leaf.count && Span.contains(leaf.spans, path.span * Span.SIZE, author, counter) ? path.span
                : leaf.find(author, counter);
    }

    /** Units that show in the leaf of the path; none as long as it has been nowhere. */
    private int unitsHere() {
        if (path.depth == 0) {
            return path.leaf == null ? -1 : totals.units;
        }
        return path.units() + totals.pendingUnits();
    }

    /** Where the visible element that covers a unit starts. The path stays, if it is where one inserts there. */
    int start(int unit) {
        return unit > path.before && unit - path.before == unitsHere() ? unit : toUnit(unit);
    }

    /** To the visible element that covers a unit. @return where it starts */
    int toUnit(int unit) {
        int rest = unit - path.before;
        if (rest >= 0 && rest < unitsHere()) {
            return path.toUnitHere(unit);
        }
        totals.settle(path);
        return path.toUnit(root, unit);
    }

    void toStart() {
        totals.settle(path);
        path.toStart(root);
    }

    void toLeaf(Node leaf) {
        totals.settle(path);
        path.toLeaf(root, parents, leaf.id);
    }

    /** Notes what a span shows. @param sign 1 when it came, −1 when it goes */
    void addShown(int span, int sign, int elements) {
        int[] s = path.leaf.spans;
        int at = span * Span.SIZE;
        totals.add(sign * Span.units(s, at), sign * Span.measure(s, at, Inner.POINTS), sign * Span.measure(s, at, Inner.BYTES),
                sign * Span.special(s, at), elements);
    }

    /** Notes a new element of the leaf, the least of a run. */
    void lower(long element) {
        for (int d = path.depth - 1; d >= 0 && path.nodes[d].lower(path.slots[d], element, authors); d--) {
            continue;
        }
    }

    /** Computes the least ids above the leaf anew. */
    void resum() {
        totals.settle(path);
        for (int d = path.depth - 1; d >= 0; d--) {
            Inner inner = path.nodes[d];
            inner.children[path.slots[d]].sum(inner.sums, path.slots[d] * Inner.SIZE, authors);
        }
    }

    private boolean isFull(int bytes) {
        return path.leaf.count + 2 > shape.spans() || path.leaf.used + bytes > shape.bytes();
    }

    /** Makes room for two spans and some bytes in the leaf, splitting it if need be. The path stays at its element. */
    void roomAt(int bytes) {
        while (isFull(bytes)) {
            Leaf leaf = own();
            split(leaf, half(leaf, 0));
        }
    }

    /** As {@link #roomAt}, but the path stays at its gap. @param more whether yet more will come: then all behind moves away */
    void room(int bytes, boolean more) {
        while (isFull(bytes)) {
            Leaf leaf = own();
            if (path.span >= leaf.count - 1 && path.offset == leaf.spans[path.span * Span.SIZE + Span.LENGTH]) {
                split(leaf, leaf.count);
                path.span = 0;
                path.offset = 0;
            } else if (more && (path.span > 0 || path.offset > 0)) {
                split(leaf, cutHere(leaf));
            } else {
                split(leaf, half(leaf, 1));
            }
        }
    }

    /** Cuts the span where the path is. @return the span that begins there; the path is before it */
    private int cutHere(Leaf leaf) {
        if (path.offset == 0) {
            path.span--;
            path.offset = leaf.spans[path.span * Span.SIZE + Span.LENGTH];
        } else if (path.offset < leaf.spans[path.span * Span.SIZE + Span.LENGTH]) {
            leaf.cut(path.span, path.offset);
        }
        return path.span + 1;
    }

    /**
     * The span before which half of the leaf's weight is. A heavy one is cut.
     *
     * @param gap 1 if the path is at a gap, which is part of what is before it; 0 if at an element
     */
    private int half(Leaf leaf, int gap) {
        int weight = leaf.count * Span.SIZE * Integer.BYTES + leaf.used;
        int half = weight / 2;
        int span = 0;
        while (true) {
            int own = Span.SIZE * Integer.BYTES + Span.stored(leaf.spans, span * Span.SIZE);
            if (own > weight / 2 && leaf.spans[span * Span.SIZE + Span.LENGTH] > 1) {
                cutInMiddle(leaf, span, gap);
                return span + 1;
            }
            if (half < own) {
                return Math.clamp(half > own / 2 ? span + 1 : span, 1, leaf.count - 1);
            }
            half -= own;
            span++;
        }
    }

    private void cutInMiddle(Leaf leaf, int span, int gap) {
        int middle = leaf.spans[span * Span.SIZE + Span.LENGTH] / 2;
        leaf.cut(span, middle);
        if (path.span > span) {
            path.span++;
        } else if (path.span == span && path.offset >= middle + gap) {
            path.span++;
            path.offset -= middle;
        }
    }

    /** Moves spans to a new leaf on the right, and the path with its span. */
    private void split(Leaf leaf, int from) {
        totals.settle(path);
        Leaf right = new Leaf(nodes++, token, from == leaf.count ? 4 : 0, 0);
        if (from < leaf.count) {
            leaf.moveTo(right, from);
        }
        boolean moves = path.span >= from || from == leaf.count && right.count == 0;
        new Branching(this).insertAfter(right);
        ids.moved(right, leaf);
        int span = path.span;
        int offset = path.offset;
        path.toLeaf(root, parents, moves ? right.id : leaf.id);
        path.to(moves ? Math.max(0, span - from) : span, offset);
    }
}
