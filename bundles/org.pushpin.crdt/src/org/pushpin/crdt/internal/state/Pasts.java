// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.op.Authors;

/**
 * What the heads know, kept while changes are added one after the other, so that the next change's {@link Past} follows from those of the
 * heads that it builds on. A change that builds on something older costs a look at what each author had done by then. One thread.
 */
final class Pasts {
    /** Heads whose past is kept; what a document with more heads does not keep is found anew. */
    private static final int KEPT = 64;

    private final Map<Integer, Past> ofHeads = new HashMap<>();

    /**
     * The past of a change that was just added.
     *
     * @param graph with the change as its last node
     * @param deps what it builds on
     */
    Past added(ChangeGraph graph, int author, int[] deps, Authors authors) {
        int node = graph.size() - 1;
        if (graph.headCount() == 1) {
            ofHeads.clear();
            return Past.all(author);
        }
        Past past = known(deps, author);
        if (past == null) {
            past = Past.of(graph, author, deps, authors);
        }
        for (int dep : deps) {
            ofHeads.remove(dep);
        }
        long start = graph.startOp(node);
        if (graph.maxOp(node) >= start) {
            ofHeads.replaceAll((head, other) -> other.without(author, start, authors));
        }
        if (ofHeads.size() < KEPT) {
            ofHeads.put(node, past);
        }
        return past;
    }

    private Past known(int[] deps, int author) {
        Past past = null;
        for (int dep : deps) {
            Past of = ofHeads.get(dep);
            if (of == null) {
                return null;
            }
            past = past == null ? of : past.union(of);
        }
        return past == null ? null : past.of(author);
    }
}
