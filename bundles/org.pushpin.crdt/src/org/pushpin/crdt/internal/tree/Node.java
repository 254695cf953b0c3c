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

    public Node(int id, Object owner) {
        this.id = id;
        this.owner = owner;
    }

    /** 0 for a leaf. */
    public abstract int height();

    /** The same, to be modified by another. */
    public abstract Node copy(Object newOwner);

    /** Computes the sums of all that is in it: one entry as an {@link Inner} has it for a child. */
    public abstract void sum(int[] sums, int at, Authors authors);
}
