// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.internal.tree.IdIndex;
import org.pushpin.crdt.internal.tree.IdSorter;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Span;

/**
 * Keeps the index of ids of a {@link Tree}. Many edits in a row that ask for no id leave it as it is and note the leaves that changed; it is
 * brought up to date when next an element is looked for, or the tree is frozen: from scratch if much changed.
 */
final class IndexUpdates {
    private static final int[] NONE = {};

    private final Tree tree;
    private IdIndex index;
    /** Changes since the tree was last frozen; negative once an element was looked for. */
    private int changes;
    private boolean late;
    private int[] changed = NONE;
    private int changedCount;
    /** An author of whom no counter above {@link #lastCounter} is there, as long as the tree's greatest counter is {@link #lastTop}. */
    private int lastAuthor = -1;
    private int lastCounter;
    private int lastTop;

    IndexUpdates(Tree tree, IdIndex index) {
        this.tree = tree;
        this.index = index;
    }

    /** The index as it must be. */
    IdIndex index() {
        if (late) {
            catchUp();
            changes = Integer.MIN_VALUE;
        }
        return index;
    }

    /** As {@link #index()}, for a tree that others will see. */
    IdIndex freeze() {
        IdIndex frozen = index();
        changes = 0;
        return frozen;
    }

    /** There is only one leaf left. */
    void clear() {
        index = null;
        late = false;
        changedCount = 0;
    }

    /** Spans were moved from one leaf to another. */
    void moved(Leaf leaf, Leaf from) {
        if (isLate()) {
            change(leaf.id);
            change(from.id);
            return;
        }
        if (index == null) {
            enterAll(from, from);
        }
        enterAll(leaf, from);
    }

    /** New elements came into the leaf of the path. @param newest whether no counter was ever as great */
    void added(int author, int counter, int length, boolean newest) {
        int leafId = tree.path.leaf.id;
        if (tree.root == tree.path.leaf) {
            return;
        }
        if (isLate()) {
            change(leafId);
            return;
        }
        long key = IdIndex.key(author, counter);
        if (!newest) {
            addConcurrent(key, length, leafId);
        } else if (IdIndex.floor(index, key) != leafId) {
            index = IdIndex.put(index, key, leafId, tree.token);
        }
    }

    private void addConcurrent(long key, int length, int leafId) {
        int counter = (int) key;
        boolean last = lastAuthor == (int) (key >>> 32) && lastTop == tree.top && Integer.compareUnsigned(counter, lastCounter) > 0;
        int behind = enter(key, length, leafId);
        if (last) {
            lastCounter = counter + length - 1;
        } else if (behind >= 0) {
            keep(leaf(behind), behind, key + length);
        }
    }

    private boolean isLate() {
        late |= ++changes > tree.shape.spans() / 4;
        return late;
    }

    private void change(int leafId) {
        if (changedCount > 0 && changed[changedCount - 1] == leafId || changedCount > tree.nodes) {
            return;
        }
        if (changedCount == changed.length) {
            changed = Arrays.copyOf(changed, Math.max(64, changedCount * 2));
        }
        changed[changedCount++] = leafId;
    }

    private void catchUp() {
        late = false;
        Arrays.sort(changed, 0, changedCount);
        if (changedCount > tree.nodes / 4) {
            List<Node> leaves = new ArrayList<>();
            collect(tree.root, leaves);
            index = leaves.size() == 1 ? null : new IdSorter(leaves).index();
        } else {
            for (int i = 0; i < changedCount; i++) {
                Leaf leaf = i > 0 && changed[i] == changed[i - 1] ? null : leaf(changed[i]);
                if (leaf != null) {
                    enterAll(leaf, null);
                }
            }
        }
        changedCount = 0;
    }

    private static void collect(Node node, List<Node> leaves) {
        if (node instanceof Inner inner) {
            for (int c = 0; c < inner.count; c++) {
                collect(inner.children[c], leaves);
            }
        } else {
            leaves.add(node);
        }
    }

    private void enterAll(Leaf leaf, Leaf from) {
        for (int at = 0; at < leaf.count * Span.SIZE; at += Span.SIZE) {
            long key = IdIndex.key(leaf.spans[at + Span.AUTHOR], leaf.spans[at + Span.COUNTER]);
            int length = leaf.spans[at + Span.LENGTH];
            int behind = enter(key, length, leaf.id);
            if (behind >= 0) {
                keep(from != null && from.id == behind ? from : leaf(behind), behind, key + length);
            }
        }
    }

    /** Enters a run of ids. @return the leaf of ids beyond, if by an entry before the run, else −1: they may need one of their own now */
    private int enter(long key, int length, int leafId) {
        long beyond = key + length;
        int was = IdIndex.plainFloor(index, key, beyond);
        int next = was;
        if (was == -2) {
            was = IdIndex.floor(index, key);
            next = IdIndex.floor(index, beyond);
            index = IdIndex.fill(index, key + 1, beyond, leafId, tree.token);
        }
        if (was != leafId) {
            index = IdIndex.put(index, key, leafId, tree.token);
        }
        return next != leafId && IdIndex.floor(index, beyond) != next ? next : -1;
    }

    /** Gives ids of a leaf an entry, if there are any. @param key where they begin */
    private void keep(Leaf leaf, int leafId, long key) {
        int author = (int) (key >>> 32);
        if (hasFrom(leaf, author, (int) key)) {
            index = IdIndex.put(index, key, leafId, tree.token);
        } else if (!IdIndex.hasAbove(index, key)) {
            lastAuthor = author;
            lastCounter = (int) key - 1;
            lastTop = tree.top;
        }
    }

    /** Null if there is no such leaf any more. */
    private Leaf leaf(int id) {
        Path path = new Path(tree.root.height());
        return path.toLeaf(tree.root, tree.parents, id) ? path.leaf : null;
    }

    private static boolean hasFrom(Leaf leaf, int author, int counter) {
        if (leaf == null) {
            return false;
        }
        for (int at = 0; at < leaf.count * Span.SIZE; at += Span.SIZE) {
            if (leaf.spans[at + Span.AUTHOR] == author && Integer.compareUnsigned(leaf.spans[at + Span.COUNTER], counter) >= 0) {
                return true;
            }
        }
        return false;
    }
}
