// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.append.AuthorTable;
import org.pushpin.crdt.internal.op.Ids;

/** Makes an {@link OpLog} of runs in any order, as a document gives them. One thread. Cost: a sort of the runs. */
public final class OpLogBuilder {
    private static final OpRun.Kind[] KINDS = OpRun.Kind.values();
    private static final int KIND_MASK = (1 << AuthorRuns.KIND_BITS) - 1;

    private static final int STRIDE = 4;

    /** Four a run: the first operation, the object, the target, and the length above stride + 1 and kind. */
    private long[] rows = new long[64 * STRIDE];
    private String[] keys = {};
    private int count;

    /** Adds operations; for the parameters see {@link OpRun}. */
    public void add(OpRun.Kind kind, long first, int length, long object, long target, String key, int stride) {
        int at = count * STRIDE;
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, at * 2);
        }
        rows[at] = first;
        rows[at + 1] = object;
        rows[at + 2] = target;
        rows[at + 3] = (long) length << 32 | stride + 1 << AuthorRuns.KIND_BITS | kind.ordinal();
        if (key != null) {
            if (count >= keys.length) {
                keys = Arrays.copyOf(keys, rows.length / STRIDE);
            }
            keys[count] = key;
        }
        count++;
    }

    private long first(int run) {
        return rows[run * STRIDE];
    }

    private int length(int run) {
        return (int) (rows[run * STRIDE + 3] >> 32);
    }

    private OpRun.Kind kind(int run) {
        return KINDS[(int) rows[run * STRIDE + 3] & KIND_MASK];
    }

    private int stride(int run) {
        return ((int) rows[run * STRIDE + 3] >> AuthorRuns.KIND_BITS) - 1;
    }

    /**
     * The log of what was added. The builder is of no use afterwards.
     *
     * @throws MalformedException if one operation would do several things; to add the same twice is allowed
     */
    public OpLog finish() throws MalformedException {
        int limit = 0;
        for (int i = 0; i < count; i++) {
            limit = Math.max(limit, Ids.author(first(i)) + 1);
        }
        int[] starts = starts(limit);
        long[] order = order(starts);
        AuthorTable<AuthorRuns> authors = new AuthorTable<>(AuthorTable.NONE);
        for (int author = 0; author < limit; author++) {
            if (starts[author] < starts[author + 1]) {
                Arrays.sort(order, starts[author], starts[author + 1]);
                authors.set(author, merged(author, order, starts[author], starts[author + 1]));
            }
        }
        return new OpLog(authors.freeze());
    }

    /** By author, where its runs begin when they are put in order of authors. */
    private int[] starts(int limit) {
        int[] starts = new int[limit + 1];
        for (int i = 0; i < count; i++) {
            starts[Ids.author(first(i)) + 1]++;
        }
        for (int author = 0; author < limit; author++) {
            starts[author + 1] += starts[author];
        }
        return starts;
    }

    /** Counter and place of each run, such that longs compare as counters, in order of authors. */
    private long[] order(int[] starts) {
        long[] order = new long[count];
        int[] next = starts.clone();
        for (int i = 0; i < count; i++) {
            order[next[Ids.author(first(i))]++] = (Ids.counter(first(i)) << 32 | i) ^ Long.MIN_VALUE;
        }
        return order;
    }

    private AuthorRuns merged(int author, long[] order, int from, int to) throws MalformedException {
        RunAppender appender = new RunAppender(author, null);
        int last = -1;
        for (int i = from; i < to; i++) {
            int run = (int) order[i];
            long counter = Ids.counter(first(run));
            if (appender.accepts(counter, length(run))) {
                appender.append(kind(run), counter, length(run), rows[run * STRIDE + 1], rows[run * STRIDE + 2], key(run), stride(run));
                last = run;
            } else {
                last = overlapping(appender, last, run);
            }
        }
        return appender.freeze();
    }

    /** Checks that a run repeats the end of the one before, appends what is more, and answers the one that ends last. */
    private int overlapping(RunAppender appender, int last, int run) throws MalformedException {
        long counter = Ids.counter(first(run));
        if (length(run) <= 0 || last < 0 || counter + length(run) - 1 > 0xffff_ffffL) {
            throw new MalformedException("an operation whose number is out of range");
        }
        int before = (int) (counter - Ids.counter(first(last)));
        int shared = Math.min(length(last) - before, length(run));
        if (!run(last).part(before, shared).equals(run(run).part(0, shared))) {
            throw new MalformedException("one operation that does several things");
        }
        int rest = length(run) - shared;
        if (rest > 0) {
            OpRun more = run(run).part(shared, rest);
            appender.append(more.kind(), Ids.counter(more.first()), rest, more.object(), more.target(), more.key(), more.stride());
        }
        return rest > 0 ? run : last;
    }

    private OpRun run(int run) {
        return new OpRun(first(run), length(run), kind(run), rows[run * STRIDE + 1], rows[run * STRIDE + 2], key(run), stride(run));
    }

    private String key(int run) {
        return run < keys.length ? keys[run] : null;
    }
}
