// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.append.IntChunks;


/**
 * The table of runs of a {@link ChangeGraph}: consecutive nodes of one author, each built on just the one before, with operations that
 * follow on. Eight integers a run; a run's end is the next one's beginning, or the end of the graph.
 *
 * <p>{@link #BEFORE} is the author's run before this one, {@link #JUMP} one much earlier, by which any of an author's runs is found in
 * O(log n) from its last (E. Myers, <i>An applicative random-access stack</i>, 1983). {@link #ORDINAL} counts the author's runs; its sign
 * bit is set if everything older than a node of the run is in that node's past.
 */
final class Runs {
    static final int STRIDE_BITS = 3;
    static final int FIRST = 0;
    static final int AUTHOR = 1;
    static final int SEQ = 2;
    static final int START_OP = 3;
    /** What the first node builds on: a node; {@link #NOTHING}; or −2 − the place of a counted list. */
    static final int DEPS = 4;
    static final int BEFORE = 5;
    static final int JUMP = 6;
    static final int ORDINAL = 7;
    static final int NOTHING = -1;
    static final int SOLE = 1 << 31;

    private Runs() {
    }

    static int get(int[][] runs, int run, int field) {
        return IntChunks.at(runs, (run << STRIDE_BITS) + field);
    }

    static int ordinal(int[][] runs, int run) {
        return get(runs, run, ORDINAL) & ~SOLE;
    }

    /** Where the jump of a run that follows {@code before} leads. */
    static int jump(int[][] runs, int before) {
        if (before < 0) {
            return -1;
        }
        int jump = get(runs, before, JUMP);
        if (jump < 0) {
            return before;
        }
        int far = get(runs, jump, JUMP);
        int length = ordinal(runs, before) - ordinal(runs, jump);
        int next = far < 0 ? -1 : ordinal(runs, jump) - ordinal(runs, far);
        return length == next ? far : before;
    }

    /** An author's last run, from {@code run} back, in which {@code field} is at most {@code limit} (unsigned); −1 if there is none. */
    static int atMost(int[][] runs, int run, int field, int limit) {
        int at = run;
        while (at >= 0 && Integer.compareUnsigned(get(runs, at, field), limit) > 0) {
            int jump = get(runs, at, JUMP);
            at = jump >= 0 && Integer.compareUnsigned(get(runs, jump, field), limit) > 0 ? jump : get(runs, at, BEFORE);
        }
        return at;
    }

    /** The node of an author's change, given the author's last run; −1 if there is none. */
    static int node(ChangeGraph graph, int last, long seq) {
        int run = seq != (int) seq ? -1 : atMost(graph.runs, last, SEQ, (int) seq);
        if (run < 0) {
            return -1;
        }
        long node = graph.firstOfRun(run) + seq - get(graph.runs, run, SEQ);
        return node <= graph.lastOfRun(run) ? (int) node : -1;
    }

    /** The node whose operations include a counter, given the author's last run; −1 if there is none. */
    static int nodeOf(ChangeGraph graph, int last, long counter) {
        int run = counter == 0 ? -1 : atMost(graph.runs, last, START_OP, (int) counter);
        if (run < 0) {
            return -1;
        }
        int low = graph.firstOfRun(run);
        int end = graph.lastOfRun(run) + 1;
        for (int high = end; low < high;) {
            int middle = low + high >>> 1;
            if (graph.maxOp(middle) < counter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == end ? -1 : low;
    }
}
