// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Span;

/** Gives elements of a {@link Tree} other operations, and takes elements out. */
final class Replacement {
    private final Tree tree;
    private final Path path;

    Replacement(Tree tree) {
        this.tree = tree;
        this.path = tree.path;
    }

    /** See {@link SequenceEditor#replace}. */
    void put(long element, Register ops) {
        if (!tree.locate(element)) {
            throw new IllegalArgumentException("unknown element");
        }
        tree.roomAt(4);
        Leaf leaf = tree.own();
        isolate(leaf);
        tree.addShown(path.span, -1, 0);
        dropChars(leaf);
        int at = path.span * Span.SIZE;
        int point = tree.text ? Elements.regular(ops, element) : -1;
        if (point < 0) {
            Elements.measure(ops, tree.text, leaf.spans, at);
            leaf.register(path.span, ops);
            tree.addShown(path.span, 1, 0);
        } else {
            leaf.register(path.span, null);
            byte[] utf8 = Elements.utf8(point);
            leaf.insertChars(path.chars(), utf8, 0, utf8.length);
            long deleter = Elements.deleter((Op) ops);
            leaf.spans[at + Span.DEL_AUTHOR] = deleter == 0 ? Span.VISIBLE : (int) deleter;
            leaf.spans[at + Span.DEL_COUNTER] = (int) (deleter >>> 32);
            leaf.spans[at + Span.INFO] = Span.info(utf8.length, Character.charCount(point), 0);
            tree.addShown(path.span, 1, 0);
            join(leaf);
        }
    }

    /** Makes the element where the path is a span of its own. */
    private void isolate(Leaf leaf) {
        if (path.offset + 1 < leaf.spans[path.span * Span.SIZE + Span.LENGTH]) {
            leaf.cut(path.span, path.offset + 1);
        }
        if (path.offset > 0) {
            leaf.cut(path.span, path.offset);
            path.span++;
            path.offset = 0;
        }
    }

    private void dropChars(Leaf leaf) {
        int bytes = Span.stored(leaf.spans, path.span * Span.SIZE);
        if (bytes > 0) {
            leaf.removeChars(path.chars(), bytes);
        }
    }

    private void join(Leaf leaf) {
        leaf.join(path.span);
        int before = path.span == 0 ? 0 : leaf.spans[(path.span - 1) * Span.SIZE + Span.LENGTH];
        if (leaf.join(path.span - 1)) {
            path.span--;
            path.offset += before;
        }
    }

    /** See {@link SequenceEditor#remove}. */
    void remove(long element, int count) {
        long id = element;
        for (int left = count; left > 0;) {
            if (!tree.locate(id)) {
                throw new IllegalArgumentException("unknown element");
            }
            tree.roomAt(0);
            Leaf leaf = tree.own();
            int n = Math.min(left, leaf.spans[path.span * Span.SIZE + Span.LENGTH] - path.offset);
            removeHere(leaf, n);
            left -= n;
            id += (long) n << 32;
        }
    }

    private void removeHere(Leaf leaf, int n) {
        boolean least = path.offset == 0;
        if (path.offset + n < leaf.spans[path.span * Span.SIZE + Span.LENGTH]) {
            leaf.cut(path.span, path.offset + n);
        }
        if (path.offset > 0) {
            leaf.cut(path.span, path.offset);
            path.span++;
            path.offset = 0;
        }
        tree.addShown(path.span, -1, -n);
        dropChars(leaf);
        leaf.removeSlot(path.span);
        if (leaf.count == 0 && path.depth > 0) {
            new Branching(tree).drop();
            return;
        }
        if (least) {
            tree.resum();
        }
        path.span = Math.max(0, path.span - 1);
        path.offset = 0;
        leaf.join(path.span);
    }
}
