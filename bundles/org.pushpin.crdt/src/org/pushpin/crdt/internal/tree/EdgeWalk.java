// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import org.pushpin.crdt.internal.op.Op;

/** Goes over the edges of marks, in order, and past all nodes that have none. */
public final class EdgeWalk {
    private final Sink sink;
    private final int from;
    private final int to;
    private int index;

    /** Told of edges. */
    public interface Sink {
        /** @param index units that show before it */
        void edge(int index, Op edge);
    }

    private EdgeWalk(int from, int to, Sink sink) {
        this.from = from;
        this.to = to;
        this.sink = sink;
    }

    /** Tells of all edges before which at least {@code from} and at most {@code to} units show. */
    public static void over(Node root, int from, int to, Sink sink) {
        new EdgeWalk(from, to, sink).over(root);
    }

    private void over(Node node) {
        switch (node) {
            case Leaf leaf -> over(leaf);
            case Inner inner -> {
                for (int c = 0, at = 0; c < inner.count && index <= to; c++, at += Inner.SIZE) {
                    if (inner.sums[at + Inner.SPECIALS] == 0 || index + inner.sums[at + Inner.UNITS] < from) {
                        index += inner.sums[at + Inner.UNITS];
                    } else {
                        over(inner.children[c]);
                    }
                }
            }
        }
    }

    private void over(Leaf leaf) {
        for (int span = 0, at = 0; span < leaf.count; span++, at += Span.SIZE) {
            Op edge = leaf.register(span) == null ? null : leaf.register(span).markEdge();
            if (edge != null && index >= from && index <= to) {
                sink.edge(index, edge);
            }
            index += Span.units(leaf.spans, at);
        }
    }
}
