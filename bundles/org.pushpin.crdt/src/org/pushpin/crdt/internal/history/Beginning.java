// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.stream.IntStream;
import org.pushpin.crdt.internal.append.AuthorTable;

/** Finds the handle that a {@link ChangeGraph} was when it had fewer nodes. */
final class Beginning {
    private Beginning() {
    }

    /**
     * Cost: the nodes that are left out; all nodes if one of those has a chunk that could not be encoded again.
     *
     * @param size less than the graph's, not 0
     */
    static ChangeGraph of(ChangeGraph graph, int size) {
        AuthorTable<Integer> lines = new AuthorTable<>(graph.lines);
        for (int run = graph.runCount() - 1; run > graph.run(size - 1); run--) {
            int before = Runs.get(graph.runs, run, Runs.BEFORE);
            lines.set(Runs.get(graph.runs, run, Runs.AUTHOR), before < 0 ? null : (Integer) before);
        }
        IntStream builtOn = IntStream.range(size, graph.size()).flatMap(node -> IntStream.of(graph.deps(node)));
        int[] ends = IntStream.concat(IntStream.of(graph.heads), builtOn).filter(node -> node < size).distinct().toArray();
        boolean irregular = graph.irregular && (!hasRaw(graph, size, graph.size()) || hasRaw(graph, 0, size));
        return new ChangeGraph(graph.lineage, size, graph.nodes, graph.runs, graph.deps, graph.depsLength, graph.blocks, lines.freeze(),
                graph.maximal(ends), irregular);
    }

    private static boolean hasRaw(ChangeGraph graph, int from, int to) {
        return IntStream.range(from, to).anyMatch(node -> graph.raw(node) != null);
    }
}
