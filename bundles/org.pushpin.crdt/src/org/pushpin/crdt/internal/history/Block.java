// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What few changes have, or have late, for 64 consecutive nodes: times, messages, and hashes once they are known.
 *
 * <p>Times and notes are written by the appender before a handle shows the node. A hash may be set at any time by any thread; as it is a
 * function of the node, threads can only write the same bytes. The bit of a node in {@link #done} is set, with release, after its bytes,
 * and read, with acquire, before them.
 */
final class Block {
    static final int BITS = 6;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;
    static final int HASH = 32;
    private static final VarHandle DONE;
    private static final VarHandle HASHES;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            DONE = lookup.findVarHandle(Block.class, "done", long.class);
            HASHES = lookup.findVarHandle(Block.class, "hashes", byte[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What a change has besides: each part may be null. */
    record Note(String message, byte[] extra, byte[] raw) {
        static final Note NONE = new Note(null, null, null);
    }

    private long done;
    private byte[] hashes;
    private Times times;
    private Note[] notes;

    /** A copy of the first {@code count} nodes. */
    Block copy(int count) {
        Block copy = new Block();
        copy.done = (long) DONE.getAcquire(this) & (1L << count) - 1;
        byte[] bytes = (byte[]) HASHES.getAcquire(this);
        copy.hashes = copy.done == 0 ? null : bytes.clone();
        copy.times = times == null ? null : times.copy();
        copy.notes = notes == null ? null : Arrays.copyOf(Arrays.copyOf(notes, count), SIZE);
        return copy;
    }

    long time(int node) {
        return Times.at(times, node & MASK);
    }

    void time(int node, long time) {
        times = Times.with(times, node & MASK, time);
    }

    /** Whether there is one time for all. */
    boolean hasOneTime() {
        Times all = times;
        return all == null || all.near == null && all.far == null;
    }

    boolean hasNotes() {
        return notes != null;
    }

    Note note(int node) {
        Note[] all = notes;
        return all == null ? null : all[node & MASK];
    }

    void note(int node, Note note) {
        if (notes == null) {
            notes = new Note[SIZE];
        }
        notes[node & MASK] = note;
    }

    boolean isHashed(int node) {
        return ((long) DONE.getAcquire(this) >>> (node & MASK) & 1) != 0;
    }

    /** The bytes that hold the hash of a hashed node, at {@link #hashAt}. */
    byte[] hashes() {
        return (byte[]) HASHES.getAcquire(this);
    }

    static int hashAt(int node) {
        return (node & MASK) * HASH;
    }

    void hash(int node, byte[] from, int offset) {
        byte[] bytes = hashes();
        if (bytes == null) {
            byte[] fresh = new byte[SIZE * HASH];
            byte[] other = (byte[]) HASHES.compareAndExchange(this, (byte[]) null, fresh);
            bytes = other == null ? fresh : other;
        }
        System.arraycopy(from, offset, bytes, hashAt(node), HASH);
        long before;
        do {
            before = (long) DONE.getAcquire(this);
        } while (!DONE.weakCompareAndSetRelease(this, before, before | 1L << (node & MASK)));
    }

    /**
     * The times of a block of 64 changes: one for all, or small differences from the first, or each in full. What is below the length of a
     * reader does not change; what does not fit the present form is written to another object.
     */
    private static final class Times {
        private final long base;
        private final int[] near;
        private final long[] far;

        private Times(long base, int[] near, long[] far) {
            this.base = base;
            this.near = near;
            this.far = far;
        }

        static long at(Times times, int index) {
            if (times == null) {
                return 0;
            }
            return times.far != null ? times.far[index] : times.near != null ? times.base + times.near[index] : times.base;
        }

        /** @param times null stands for zeros */
        static Times with(Times times, int index, long time) {
            if (times == null) {
                return time == 0 ? null : index == 0 ? new Times(time, null, null) : new Times(0, null, null).with(index, time);
            }
            return times.with(index, time);
        }

        private Times with(int index, long time) {
            if (far != null) {
                far[index] = time;
                return this;
            }
            if (near == null && time == base) {
                return this;
            }
            long delta = time - base;
            if ((int) delta == delta && (time >= base) == (delta >= 0)) {
                Times next = near != null ? this : new Times(base, new int[SIZE], null);
                next.near[index] = (int) delta;
                return next;
            }
            long[] all = new long[SIZE];
            for (int i = 0; i < index; i++) {
                all[i] = at(this, i);
            }
            all[index] = time;
            return new Times(base, null, all);
        }

        Times copy() {
            return new Times(base, near == null ? null : near.clone(), far == null ? null : far.clone());
        }
    }
}
