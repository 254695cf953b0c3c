// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

/**
 * The identity of an operation inside the engine, as a {@code long}: the Lamport counter in the upper half (1 to 2³² − 1, unsigned), the
 * number of the author in {@link Authors} in the lower. {@link #NONE} stands for the root object and for the beginning of a sequence.
 */
public final class Ids {
    public static final long NONE = 0;

    private Ids() {
    }

    public static long of(long counter, int author) {
        return counter << 32 | author;
    }

    /** 1 to 2³² − 1; 0 for {@link #NONE}. */
    public static long counter(long id) {
        return id >>> 32;
    }

    public static int author(long id) {
        return (int) id;
    }

    /** The id of the same author whose counter is greater by {@code by}, which may be negative. */
    public static long plus(long id, int by) {
        return id + ((long) by << 32);
    }

    /** Whether an id is one of {@code count} whose counters rise by one. */
    static boolean isAmong(long id, long first, int count) {
        long by = counter(id) - counter(first);
        return author(id) == author(first) && by >= 0 && by < count;
    }
}
