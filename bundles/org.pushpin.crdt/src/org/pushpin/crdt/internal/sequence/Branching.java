// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.Path;

/** Adds and removes nodes of a {@link Tree} where its path is, and keeps the table of parents. */
final class Branching {
    private final Tree tree;
    private final Path path;

    Branching(Tree tree) {
        this.tree = tree;
        this.path = tree.path;
    }

    /** Puts a leaf behind that of the path, all of which must be owned. The path is stale afterwards. */
    void insertAfter(Leaf right) {
        Node left = path.leaf;
        Node added = right;
        int d = path.depth - 1;
        while (added != null && d >= 0) {
            Inner parent = path.nodes[d];
            left.sum(parent.sums, path.slots[d] * Inner.SIZE, tree.authors);
            added = insert(parent, path.slots[d] + 1, added);
            left = parent;
            d--;
        }
        if (added != null) {
            grow(left, added);
        }
    }

    /** @return what was split off, if the node was full */
    private Inner insert(Inner parent, int slot, Node child) {
        setParent(child, parent);
        parent.insert(slot, child, tree.authors);
        if (parent.count <= tree.shape.children()) {
            return null;
        }
        int from = slot == parent.count - 1 ? parent.count - 2 : parent.count / 2;
        Inner right = new Inner(tree.nodes++, tree.token, parent.height, parent.count - from + 2);
        parent.moveTo(right, from);
        for (int c = 0; c < right.count; c++) {
            setParent(right.children[c], right);
        }
        return right;
    }

    private void grow(Node left, Node right) {
        Inner above = new Inner(tree.nodes++, tree.token, left.height() + 1, 4);
        above.insert(0, left, tree.authors);
        above.insert(1, right, tree.authors);
        setParent(left, above);
        setParent(right, above);
        tree.root = above;
    }

    private void setParent(Node child, Inner parent) {
        tree.parents = tree.parents.with(child.id, parent.id, tree.token);
    }

    /** Takes the leaf of the path, which is empty, out of the tree, and inner nodes that are empty then. The path goes to the start. */
    void drop() {
        tree.totals.settle(path);
        int d = path.depth - 1;
        int gone = path.leaf.id;
        while (d >= 0) {
            tree.parents = tree.parents.with(gone, -1, tree.token);
            path.nodes[d].remove(path.slots[d]);
            gone = path.nodes[d].id;
            if (path.nodes[d].count > 0) {
                break;
            }
            d--;
        }
        if (d < 0 && path.depth > 0) {
            tree.root = new Leaf(tree.nodes++, tree.token, 4, 0);
        }
        path.depth = Math.max(0, d);
        tree.resum();
        lowerRoot();
        tree.toStart();
    }

    private void lowerRoot() {
        while (tree.root instanceof Inner inner && inner.count == 1) {
            tree.root = inner.children[0];
            tree.parents = tree.parents.with(tree.root.id, -1, tree.token);
        }
        if (tree.root instanceof Leaf) {
            tree.ids.clear();
        }
    }
}
