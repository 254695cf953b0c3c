// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;

/**
 * Clocks of some runs of a {@link ChangeGraph}: for each, the last node of each author in the past of the run's first node. Immutable.
 * They stand at every 64th run of an author, or more rarely where there are many authors: about 8 bytes a run at most.
 */
final class Checkpoints {
    static final Checkpoints NONE = new Checkpoints(new int[0], new int[0][], 0, 0);
    private static final int INTERVAL = 64;

    /** Ascending; as the clocks, perhaps longer than {@link #count}. */
    private final int[] runs;
    private final int[][] clocks;
    private final int count;
    /** The runs below this one need no more. */
    private final int complete;

    private Checkpoints(int[] runs, int[][] clocks, int count, int complete) {
        this.runs = runs;
        this.clocks = clocks;
        this.count = count;
        this.complete = complete;
    }

    /** The clock of a run, or null if there is none. Not to be modified. */
    int[] at(ChangeGraph graph, int run) {
        if (count == 0 || Runs.ordinal(graph.runs, run) % INTERVAL != 0) {
            return null;
        }
        int at = Arrays.binarySearch(runs, 0, count, run);
        return at < 0 ? null : clocks[at];
    }

    /** Those of the first {@code limit} runs. */
    Checkpoints below(int limit) {
        if (complete <= limit) {
            return new Checkpoints(Arrays.copyOf(runs, count), Arrays.copyOf(clocks, count), count, complete);
        }
        int at = Arrays.binarySearch(runs, 0, count, limit);
        int kept = at < 0 ? -1 - at : at;
        return new Checkpoints(Arrays.copyOf(runs, kept), Arrays.copyOf(clocks, kept), kept, limit);
    }

    /** These and those that are missing for a graph. For one thread at a time. */
    Checkpoints extended(ChangeGraph graph) {
        Checkpoints all = this;
        int interval = Math.max(INTERVAL, Integer.highestOneBit(graph.authorLimit()));
        int end = graph.runCount();
        for (int run = complete; run < end; run++) {
            int ordinal = Runs.ordinal(graph.runs, run);
            if (ordinal != 0 && ordinal % interval == 0) {
                all = all.with(run, Ancestry.clock(graph, graph.deps(graph.firstOfRun(run)), all, false));
            }
        }
        return new Checkpoints(all.runs, all.clocks, all.count, Math.max(end, complete));
    }

    /** Writes to what is shared, but beyond what others read. */
    private Checkpoints with(int run, int[] clock) {
        boolean full = count == runs.length;
        int[] moreRuns = full ? Arrays.copyOf(runs, count * 2 + 1) : runs;
        int[][] moreClocks = full ? Arrays.copyOf(clocks, count * 2 + 1) : clocks;
        moreRuns[count] = run;
        moreClocks[count] = clock;
        return new Checkpoints(moreRuns, moreClocks, count + 1, run + 1);
    }
}
