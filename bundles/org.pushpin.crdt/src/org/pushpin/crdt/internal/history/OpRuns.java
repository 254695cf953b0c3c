// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.append.KeyChunks;
import org.pushpin.crdt.internal.op.Ids;

/** Goes through runs of operations of an author, cut to a range of counters, in order. One thread; makes no garbage. */
public final class OpRuns {
    private final int author;
    private final AuthorRuns runs;
    private long from;
    private long to;
    private int run;
    private int skip;
    private int length;

    /** @param runs null if there are none */
    OpRuns(int author, AuthorRuns runs, long from, long to) {
        this.author = author;
        this.runs = runs;
        this.from = Math.max(1, from);
        this.to = Math.min(to, 0xffff_ffffL);
        run = runs == null ? 0 : Math.max(0, runs.atMost((int) this.from)) - 1;
    }

    /** To the next run: to the first, at the beginning. @return whether there is one */
    public boolean next() {
        while (runs != null && ++run < runs.count) {
            long first = Integer.toUnsignedLong(runs.get(run, AuthorRuns.FIRST));
            long end = first + runs.length(run) - 1;
            if (first > to) {
                break;
            }
            if (end >= from) {
                skip = (int) (Math.max(first, from) - first);
                length = (int) (Math.min(end, to) - first) + 1 - skip;
                return true;
            }
        }
        return false;
    }

    /** Goes on with the operations behind those so far, up to a counter. {@link #next()} must have told that there are no more. */
    public void goOn(long limit) {
        from = to + 1;
        to = Math.min(limit, 0xffff_ffffL);
        run = Math.max(-1, run - 2); // the run before may not be told to its end
    }

    /** The id of the first operation. */
    public long first() {
        return Ids.of(Integer.toUnsignedLong(runs.get(run, AuthorRuns.FIRST)) + skip, author);
    }

    public int length() {
        return length;
    }

    public OpRun.Kind kind() {
        return runs.kind(run);
    }

    public long object() {
        return runs.object(run);
    }

    /** See {@link OpRun#target()}. */
    public long target() {
        if (kind() == OpRun.Kind.MAP) {
            return Ids.NONE;
        }
        long first = Ids.of(Integer.toUnsignedLong(runs.get(run, AuthorRuns.TARGET_COUNTER)), runs.get(run, AuthorRuns.TARGET_AUTHOR));
        return skip == 0 ? first : Ids.plus(first, skip * runs.stride(run));
    }

    /** See {@link OpRun#stride()}. */
    public int stride() {
        return kind() == OpRun.Kind.MAP ? 0 : length == 1 ? 1 : runs.stride(run);
    }

    /** Of a map, else null. */
    public String key() {
        return kind() == OpRun.Kind.MAP ? KeyChunks.at(runs.keys, runs.get(run, AuthorRuns.TARGET_AUTHOR)) : null;
    }

    /** The present run as a value. */
    public OpRun run() {
        return new OpRun(first(), length, kind(), object(), target(), key(), stride());
    }
}
