// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;


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
}
