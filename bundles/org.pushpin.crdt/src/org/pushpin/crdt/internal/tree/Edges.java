// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/**
 * The edges of marks in a stretch of a text that have no other edge in it. A mark is two elements: its beginning, which has a name, and its
 * end, whose id is the next. What two neighbouring stretches have follows from what each has, so that the marks at a place cost O(log n),
 * and the edges that are open in the stretches before it. Immutable.
 *
 * @param begins of marks that end behind the stretch, in order; not to be modified
 * @param ends ids of the ends of marks that begin before the stretch, in order; not to be modified
 */
public record Edges(Op[] begins, long[] ends) {
    public static final Edges NONE = new Edges(Op.NONE_AT_ALL, Op.NONE);

    /** Puts stretches together, from the first on. One thread. */
    public static final class Sum {
        private final Map<Long, Op> begins = new LinkedHashMap<>();
        private final List<Long> ends = new ArrayList<>();

        /** The next edge. */
        public void add(Op edge) {
            if (edge.mark() != null) {
                begins.putIfAbsent(edge.id(), edge);
            } else {
                end(edge.id());
            }
        }

        /** The next stretch. */
        public void add(Edges next) {
            for (long end : next.ends) {
                end(end);
            }
            for (Op begin : next.begins) {
                begins.putIfAbsent(begin.id(), begin);
            }
        }

        private void end(long id) {
            if (begins.remove(Ids.plus(id, -1)) == null) {
                ends.add(id);
            }
        }

        /** The spans of a leaf before one. */
        public void add(Leaf leaf, int before) {
            for (int span = 0; leaf.registers != null && span < before; span++) {
                Op edge = leaf.registers[span] == null ? null : leaf.registers[span].markEdge();
                if (edge != null) {
                    add(edge);
                }
            }
        }

        public Edges toEdges() {
            if (begins.isEmpty() && ends.isEmpty()) {
                return NONE;
            }
            return new Edges(begins.values().toArray(Op.NONE_AT_ALL), ends.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /** @param editor whose nodes may still change, and so remember nothing */
    public static Edges of(Node node, Object editor) {
        Sum sum = new Sum();
        switch (node) {
            case Leaf leaf -> sum.add(leaf, leaf.count);
            case Inner inner -> addChildren(inner, inner.count, editor, sum);
        }
        return sum.toEdges();
    }

    private static void addChildren(Inner inner, int before, Object editor, Sum sum) {
        for (int c = 0, at = Inner.SPECIALS; c < before; c++, at += Inner.SIZE) {
            if (inner.sums[at] > 0) {
                sum.add(inner.children[c].edges(editor));
            }
        }
    }

    /** Of all that is before an element. */
    public static Edges before(Path path, Object editor) {
        Sum sum = new Sum();
        for (int d = 0; d < path.depth; d++) {
            addChildren(path.nodes[d], path.slots[d], editor, sum);
        }
        sum.add(path.leaf, path.span);
        return sum.toEdges();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edges e && Arrays.equals(begins, e.begins) && Arrays.equals(ends, e.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(begins) + Arrays.hashCode(ends);
    }
}
