// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Span;

/**
 * Where a local insertion at an index goes: behind the last element that shows before it, and then past marks that take in, or must not
 * take in, what is inserted at their edge: beginnings that expand and ends that do not. A pair with nothing that shows in between is
 * passed over as if it were not there (Automerge, {@code op_set/insert.rs}).
 */
final class InsertionPoint {
    private final Path path;
    /** The edges passed, in order. */
    private final List<Long> edges = new ArrayList<>();
    /** Where the edges at which a mark begins stand among them. */
    private final Map<Long, Integer> begins = new HashMap<>();

    private InsertionPoint(Tree tree) {
        tree.totals.settle(tree.path);
        this.path = tree.path.copy();
    }

    /** The element to insert after; 0 for the beginning. The tree's path goes to the element that shows before. */
    static long at(Tree tree, int index) {
        long last = 0;
        if (index == 0) {
            tree.toStart();
        } else {
            tree.toUnit(index - 1);
            last = Span.id(tree.path.leaf.spans, tree.path.span * Span.SIZE, tree.path.offset);
        }
        return tree.totals.specials == 0 ? last : new InsertionPoint(tree).past(last, index == 0);
    }

    private long past(long last, boolean atStart) {
        if (atStart || path.offset + 1 == path.leaf.spans[path.span * Span.SIZE + Span.LENGTH]) {
            int span = atStart ? 0 : path.span + 1;
            while (passes(span) && path.nextShown()) {
                span = 0;
            }
        }
        return edges.isEmpty() ? last : edges.getLast();
    }

    /** Passes marks and what does not show in the leaf. @return false if something shows */
    private boolean passes(int from) {
        Leaf leaf = path.leaf;
        for (int span = from; span < leaf.count; span++) {
            int at = span * Span.SIZE;
            if (Span.units(leaf.spans, at) > 0) {
                return false;
            }
            if (Span.special(leaf.spans, at) > 0 && !passes(Span.id(leaf.spans, at, 0), leaf.register(span).markEdge())) {
                return false;
            }
        }
        return true;
    }

    private boolean passes(long element, Op edge) {
        if (edge == null) {
            return false;
        }
        boolean begin = edge.mark() != null;
        Integer pair = begin ? null : begins.get(element - (1L << 32));
        if (pair != null) {
            List<Long> within = edges.subList(pair, edges.size());
            within.forEach(begins::remove);
            within.clear();
        } else if (begin == edge.expand()) {
            if (begin) {
                begins.put(element, edges.size());
            }
            edges.add(element);
        }
        return true;
    }
}
