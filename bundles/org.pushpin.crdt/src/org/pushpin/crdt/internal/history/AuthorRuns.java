// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.concurrent.atomic.AtomicInteger;
import org.pushpin.crdt.internal.append.IntChunks;
import org.pushpin.crdt.internal.append.KeyChunks;
import org.pushpin.crdt.internal.op.Ids;

/**
 * The runs of operations of one author, by counter. An immutable view of what it shares with later ones: eight integers a run.
 *
 * <p>Unlike other tables, the last run may be lengthened in place by a later view: its length and, while it is 1, its stride. So a reader
 * takes the length of its last run from {@link #end}, and no stride where the length is 1.
 */
final class AuthorRuns {
    static final int STRIDE_BITS = 3;
    static final int FIRST = 0;
    static final int LENGTH = 1;
    /** The kind, and the stride + 1 above it. */
    static final int INFO = 2;
    static final int OBJECT_COUNTER = 3;
    static final int OBJECT_AUTHOR = 4;
    static final int TARGET_COUNTER = 5;
    /** The place of the key in a map. */
    static final int TARGET_AUTHOR = 6;
    static final int KIND_BITS = 2;
    private static final OpRun.Kind[] KINDS = OpRun.Kind.values();

    /** The last counter that is claimed. */
    final AtomicInteger claimed;
    final int[][] chunks;
    final String[][] keys;
    final int keyCount;
    final int count;
    /** The last counter. */
    final int end;

    AuthorRuns(AtomicInteger claimed, int[][] chunks, String[][] keys, int keyCount, int count, int end) {
        this.claimed = claimed;
        this.chunks = chunks;
        this.keys = keys;
        this.keyCount = keyCount;
        this.count = count;
        this.end = end;
    }

    int get(int run, int field) {
        return IntChunks.at(chunks, (run << STRIDE_BITS) + field);
    }

    int length(int run) {
        return run == count - 1 ? end - get(run, FIRST) + 1 : get(run, LENGTH);
    }

    /** The last run that begins at a counter or before it; −1 if there is none. */
    int atMost(int counter) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (Integer.compareUnsigned(get(middle, FIRST), counter) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The same without what comes after a counter; null if nothing is left. */
    AuthorRuns upTo(long counter) {
        int last = atMost((int) counter);
        if (last < 0) {
            return null;
        }
        long whole = Integer.toUnsignedLong(get(last, FIRST)) + length(last) - 1;
        return new AuthorRuns(claimed, chunks, keys, keyCount, last + 1, (int) Math.min(whole, counter));
    }

    OpRun.Kind kind(int run) {
        return KINDS[get(run, INFO) & (1 << KIND_BITS) - 1];
    }

    int stride(int run) {
        return (get(run, INFO) >> KIND_BITS) - 1;
    }

    long object(int run) {
        return Ids.of(Integer.toUnsignedLong(get(run, OBJECT_COUNTER)), get(run, OBJECT_AUTHOR));
    }

    /** The whole of a run, as far as this view goes. */
    OpRun run(int author, int run) {
        OpRun.Kind kind = kind(run);
        int length = length(run);
        boolean map = kind == OpRun.Kind.MAP;
        long target = map ? Ids.NONE : Ids.of(Integer.toUnsignedLong(get(run, TARGET_COUNTER)), get(run, TARGET_AUTHOR));
        String key = map ? KeyChunks.at(keys, get(run, TARGET_AUTHOR)) : null;
        return new OpRun(Ids.of(Integer.toUnsignedLong(get(run, FIRST)), author), length, kind, object(run), target, key,
                map ? 0 : length == 1 ? 1 : stride(run));
    }
}
