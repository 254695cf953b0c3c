// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.concurrent.atomic.AtomicInteger;
import org.pushpin.crdt.internal.append.IntChunks;
import org.pushpin.crdt.internal.append.KeyChunks;
import org.pushpin.crdt.internal.op.Ids;

/** Appends operations of one author. What continues the last run lengthens it. One thread; O(1) amortised, no garbage. */
final class RunAppender {
    final int author;
    private AtomicInteger claimed;
    private IntChunks runs;
    private KeyChunks keys;
    private int count;
    private int end;

    /** @param runs null if there are none */
    RunAppender(int author, AuthorRuns runs) {
        this.author = author;
        boolean none = runs == null;
        claimed = none ? new AtomicInteger() : runs.claimed;
        count = none ? 0 : runs.count;
        end = none ? 0 : runs.end;
        this.runs = none ? new IntChunks() : new IntChunks(runs.chunks, count << AuthorRuns.STRIDE_BITS);
        keys = none ? new KeyChunks(KeyChunks.NONE, 0) : new KeyChunks(runs.keys, runs.keyCount);
    }

    AuthorRuns freeze() {
        return new AuthorRuns(claimed, runs.chunks, keys.chunks, keys.length, count, end);
    }

    /** Whether these counters come after all others. */
    boolean accepts(long counter, int length) {
        return length > 0 && counter > Integer.toUnsignedLong(end) && counter + length - 1 <= 0xffff_ffffL;
    }

    void append(OpRun.Kind kind, long counter, int length, long object, long target, String key, int stride) {
        claim((int) counter + length - 1);
        int steps = length == 1 ? UNKNOWN : stride;
        if (count > 0 && (int) counter == end + 1 && continues(kind, object, target, key, steps)) {
            int last = count - 1 << AuthorRuns.STRIDE_BITS;
            int before = get(AuthorRuns.LENGTH);
            set(last + AuthorRuns.LENGTH, before + length);
            set(last + AuthorRuns.INFO, info(kind, kind == OpRun.Kind.MAP ? 0 : step(kind, target, before)));
        } else {
            begin(kind, (int) counter, length, object, target, key, stride);
        }
        end = (int) counter + length - 1;
    }

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private boolean continues(OpRun.Kind kind, long object, long target, String key, int steps) {
        if ((get(AuthorRuns.INFO) & (1 << AuthorRuns.KIND_BITS) - 1) != kind.ordinal()
                || get(AuthorRuns.OBJECT_COUNTER) != (int) Ids.counter(object) || get(AuthorRuns.OBJECT_AUTHOR) != Ids.author(object)) {
            return false;
        }
        int length = get(AuthorRuns.LENGTH);
        return switch (kind) {
            case INSERT -> true;
            case MAP -> KeyChunks.at(keys.chunks, get(AuthorRuns.TARGET_AUTHOR)).equals(key);
            case DELETE, UPDATE -> {
                int step = get(AuthorRuns.TARGET_AUTHOR) == Ids.author(target) ? step(kind, target, length) : UNKNOWN;
                yield step != UNKNOWN && (steps == UNKNOWN || steps == step);
            }
        };
    }

    /** The stride of the last run if {@code target} is what comes after its {@code length} operations. */
    private int step(OpRun.Kind kind, long target, int length) {
        if (kind == OpRun.Kind.INSERT) {
            return 1;
        }
        long first = Integer.toUnsignedLong(get(AuthorRuns.TARGET_COUNTER));
        int known = (get(AuthorRuns.INFO) >> AuthorRuns.KIND_BITS) - 1;
        long step = length == 1 ? Ids.counter(target) - first : known;
        boolean fits = step == 1 || step == -1 || step == 0 && kind == OpRun.Kind.UPDATE;
        return fits && first + step * length == Ids.counter(target) ? (int) step : UNKNOWN;
    }

    private void begin(OpRun.Kind kind, int counter, int length, long object, long target, String key, int stride) {
        boolean map = kind == OpRun.Kind.MAP;
        runs.append(counter);
        runs.append(length);
        runs.append(info(kind, map ? 0 : stride));
        runs.append((int) Ids.counter(object));
        runs.append(Ids.author(object));
        runs.append(map ? 0 : (int) Ids.counter(target));
        runs.append(map ? keys.place(key) : Ids.author(target));
        runs.append(0);
        count++;
    }

    private static int info(OpRun.Kind kind, int stride) {
        return stride + 1 << AuthorRuns.KIND_BITS | kind.ordinal();
    }

    /** A field of the last run. */
    private int get(int field) {
        return IntChunks.at(runs.chunks, (count - 1 << AuthorRuns.STRIDE_BITS) + field);
    }

    private void set(int index, int value) {
        runs.chunks[index >>> IntChunks.BITS][index & IntChunks.MASK] = value;
    }

    private void claim(int to) {
        if (!claimed.compareAndSet(end, to)) {
            claimed = new AtomicInteger(to);
            runs = runs.copy(runs.length - 1);
            keys = keys.copy();
            if (count > 0) {
                set((count - 1 << AuthorRuns.STRIDE_BITS) + AuthorRuns.LENGTH, end - get(AuthorRuns.FIRST) + 1);
            }
        }
    }
}
