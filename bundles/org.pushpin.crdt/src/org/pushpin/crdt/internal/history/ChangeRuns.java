// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

/**
 * Goes through a {@link ChangeGraph} by runs: consecutive nodes of one author, each built on just the one before, with operations that
 * follow on. Only the first of a run may build on anything else. One thread; makes no garbage.
 */
public final class ChangeRuns {
    private final ChangeGraph graph;
    private int run = -1;

    ChangeRuns(ChangeGraph graph) {
        this.graph = graph;
    }

    /** To the next run: to the first, at the beginning. @return whether there is one */
    public boolean next() {
        return ++run < graph.runCount();
    }

    /** The first node. */
    public int first() {
        return graph.firstOfRun(run);
    }

    /** The node after the last. */
    public int end() {
        return graph.lastOfRun(run) + 1;
    }

    public int author() {
        return Runs.get(graph.runs, run, Runs.AUTHOR);
    }

    /** The sequence number of the first node. */
    public long seq() {
        return Integer.toUnsignedLong(Runs.get(graph.runs, run, Runs.SEQ));
    }

    /** The first operation of the first node. */
    public long startOp() {
        return Integer.toUnsignedLong(Runs.get(graph.runs, run, Runs.START_OP));
    }

    /** The end of the nodes from {@code node} on that have its time. It may be in a later run. Cost: a step for 64 nodes of one time. */
    public int endOfTime(int node) {
        long time = graph.time(node);
        int end = node + 1;
        while (end < graph.size() && graph.time(end) == time) {
            boolean whole = graph.blocks[end >>> Block.BITS].hasOneTime();
            end = whole ? Math.min(graph.size(), (end | Block.MASK) + 1) : end + 1;
        }
        return end;
    }

    /** The first node from {@code node} on that has a message, extra bytes or a raw chunk; the graph's size if none has. */
    public int nextNoted(int node) {
        int at = node;
        while (at < graph.size()) {
            Block block = graph.blocks[at >>> Block.BITS];
            if (!block.hasNotes()) {
                at = (at | Block.MASK) + 1;
            } else if (block.note(at) == null) {
                at++;
            } else {
                return at;
            }
        }
        return graph.size();
    }
}
