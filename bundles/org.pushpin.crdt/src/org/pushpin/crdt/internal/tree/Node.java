// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import org.pushpin.crdt.internal.op.Authors;

/**
 * A node of the tree. It may be modified only by the editor whose token it carries; without it, it is shared and final.
 */
public abstract sealed class Node permits Leaf, Inner {
    /** Stays the same from copy to copy. */
    public final int id;
    /** Whose it is to modify. */
    public final Object owner;
    /** Null if it was not asked for yet. What it is can be computed twice, by two threads, to no harm: it is immutable. */
    private Edges edges;

    public Node(int id, Object owner) {
        this.id = id;
        this.owner = owner;
    }

    /** 0 for a leaf. */
    public abstract int height();

    /** The same, to be modified by another. */
    public abstract Node copy(Object newOwner);

    /** Its edges of marks. @param editor who asks: its own nodes may still change, and so remember nothing */
    final Edges edges(Object editor) {
        if (owner == editor) {
            return Edges.of(this, editor);
        }
        Edges known = edges;
        if (known == null) {
            known = Edges.of(this, editor);
            edges = known;
        }
        return known;
    }

    /** Computes the sums of all that is in it: one entry as an {@link Inner} has it for a child. */
    public abstract void sum(int[] sums, int at, Authors authors);
}
