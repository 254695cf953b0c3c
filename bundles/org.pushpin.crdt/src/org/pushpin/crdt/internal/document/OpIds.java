// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.history.OpRuns;
import org.pushpin.crdt.internal.op.Ids;

/**
 * Hands out the operations of a document to its changes: of each author from the lowest counter on, so that what a change did is what its
 * author had done up to its last operation. One thread; cost: the runs of operations.
 */
final class OpIds {
    private final OpRuns[] runs;
    /** By author, the counters from here to there that are next: they have no gap. */
    private final long[] next;
    private final long[] last;
    /** By author, the first counter behind a gap. */
    private final long[] ahead;

    OpIds(OpLog log, int authors) {
        runs = new OpRuns[authors];
        next = new long[authors];
        last = new long[authors];
        ahead = new long[authors];
        for (int author = 0; author < authors; author++) {
            runs[author] = log.runs(author, 1, Long.MAX_VALUE);
            ahead[author] = read(author);
            advance(author);
        }
    }

    private long read(int author) {
        return runs[author].next() ? Ids.counter(runs[author].first()) : Long.MAX_VALUE;
    }

    /** Goes to what is behind the gap, and finds the gap after that. */
    private void advance(int author) {
        next[author] = ahead[author];
        last[author] = ahead[author] - 1;
        while (ahead[author] == last[author] + 1 && ahead[author] != Long.MAX_VALUE) {
            last[author] += runs[author].length();
            ahead[author] = read(author);
        }
    }

    /** How many of an author's operations can be taken from {@code counter} on without a gap. */
    long available(int author, long counter) {
        return next[author] == counter ? last[author] - counter + 1 : 0;
    }

    /**
     * Takes an author's operations up to a counter: they must be consecutive and end with it.
     *
     * @return the first of their counters; {@code maxOp} + 1 if there are none
     */
    long take(int author, long maxOp) throws MalformedException {
        long start = next[author];
        if (start > maxOp) {
            return maxOp + 1;
        }
        if (last[author] < maxOp) {
            throw new MalformedException(ahead[author] <= maxOp ? "missing operations" : "incorrect operation counters");
        }
        next[author] = maxOp + 1;
        if (last[author] == maxOp) {
            advance(author);
        }
        return start;
    }

    /** Whether everything was taken. */
    boolean isEmpty() {
        return Arrays.stream(next).allMatch(n -> n == Long.MAX_VALUE);
    }
}
