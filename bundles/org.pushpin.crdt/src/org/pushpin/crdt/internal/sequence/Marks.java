// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.Span;

/** Finds the edges of marks in a tree; nodes without any are passed as a whole. */
final class Marks {
    private final MarkSink sink;
    private int index;

    Marks(MarkSink sink) {
        this.sink = sink;
    }

    void find(Node node) {
        if (node instanceof Leaf leaf) {
            find(leaf);
            return;
        }
        Inner inner = (Inner) node;
        for (int c = 0, at = 0; c < inner.count; c++, at += Inner.SIZE) {
            if (inner.sums[at + Inner.SPECIALS] > 0) {
                find(inner.children[c]);
            } else {
                index += inner.sums[at + Inner.UNITS];
            }
        }
    }

    private void find(Leaf leaf) {
        for (int span = 0, at = 0; span < leaf.count; span++, at += Span.SIZE) {
            if (Span.special(leaf.spans, at) > 0 && Elements.isMark(leaf.register(span))) {
                sink.mark(index, leaf.register(span)[0]);
            }
            index += Span.units(leaf.spans, at);
        }
    }
}
