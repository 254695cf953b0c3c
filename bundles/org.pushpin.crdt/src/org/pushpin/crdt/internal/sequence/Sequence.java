// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.tree.IdIndex;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.NodeTable;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Shape;

/**
 * The elements of a list or a text at one moment, deleted ones too. Immutable, to be read from any thread; versions share what did not
 * change.
 */
public final class Sequence extends SequenceView {
    final boolean text;
    final Shape shape;
    final Node root;
    final IdIndex index;
    final NodeTable parents;
    /** Ids of nodes given so far. */
    final int nodes;
    final int top;
    final int[] totals;

    Sequence(boolean text, Shape shape, Node root, IdIndex index, NodeTable parents, int nodes, int top, int[] totals) {
        this.text = text;
        this.shape = shape;
        this.root = root;
        this.index = index;
        this.parents = parents;
        this.nodes = nodes;
        this.top = top;
        this.totals = totals;
    }

    /** @param text whether single characters are regular; a list has irregular elements only */
    public static Sequence empty(boolean text) {
        return empty(text, Shape.USUAL);
    }

    static Sequence empty(boolean text, Shape shape) {
        return new Sequence(text, shape, new Leaf(0, null, 0, 0), null, NodeTable.EMPTY, 1, 0, new int[Inner.LEAST_COUNTER]);
    }

    /** To change it, while this stays as it is. @param authors all whose ids are in it, and will come */
    public SequenceEditor edit(Authors authors) {
        return new SequenceEditor(new Tree(this, authors));
    }

    /**
     * What to do to this to get another version, which may be later, earlier, or beside it. Costs O((d + 1) log n) for d leaves that differ.
     * Both must number authors alike.
     */
    public void diff(Sequence later, SequenceChanges to) {
        new SequenceDiff(this, later, to).run();
    }

    @Override
    Node root() {
        return root;
    }

    @Override
    public Sequence frozen() {
        return this;
    }

    @Override
    Object owner() {
        return this;
    }

    @Override
    Path at(int unit) {
        Path path = new Path(root.height());
        path.toUnit(root, unit);
        return path;
    }

    @Override
    int start(int unit) {
        return new Path(root.height()).toUnit(root, unit);
    }

    @Override
    Path find(long element) {
        Path path = new Path(root.height());
        return path.toElement(root, index, parents, (int) element, (int) (element >>> 32)) ? path : null;
    }

    @Override
    int total(int dimension) {
        return totals[dimension];
    }

    @Override
    public boolean isText() {
        return text;
    }
}
