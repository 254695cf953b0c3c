// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

/** Bounds on what is decoded from outside. */
public final class Limits {
    /** Operation counters and sequence numbers fit 32 bits, as in every Automerge engine. */
    public static final long MAX_COUNTER = 0xFFFF_FFFFL;
    /** Operations in one change, and operations and changes in one document chunk. A pasted novel is a change of 1.2 million. */
    public static final int OPS = 5_000_000;
    /** Steps that need no bytes to speak of, of a change or a document: see {@link #steps}. */
    private static final int STEPS_FREE = 50_000;
    /** Steps beyond them for each byte: where operations repeat one another, they take memory but no bytes. */
    private static final int STEPS_PER_BYTE = 2;
    /** Predecessors of one operation, and changes that one change builds on. Successors are counted with {@link #steps}. */
    public static final int LINKS = 100_000;
    /** Actors that one change may name. */
    public static final int ACTORS = 1 << 16;
    /** What the compressed columns or the compressed change of one chunk may inflate to, in bytes. */
    public static final int INFLATED = 16 << 20;
    /** Inflated bytes that are free of the ratio below. */
    public static final int RATIO_FREE = 1 << 20;
    /** Inflated : compressed bytes past {@link #RATIO_FREE}. */
    public static final int RATIO = 100;
    /** Levels of nested objects. */
    public static final int NESTING = 64;
    /** Steps and values of a delta column stay within ± this, so that sums cannot overflow. */
    static final long STEP = 1L << 53;

    /** Seconds before or after 1970: the difference of two times must be a step of a column. */
    private static final long TIME = STEP >> 1;

    private Limits() {
    }

    /** Whether a document can hold a change of this time, in seconds. */
    public static boolean isTime(long seconds) {
        return seconds >= -TIME && seconds <= TIME;
    }

    /**
     * How many steps so many bytes may hold. A step is an operation, or a run of typed characters or deleted elements, which costs no
     * more than one; or a change of a document.
     */
    public static long steps(long bytes) {
        return STEPS_FREE + STEPS_PER_BYTE * bytes;
    }

    /** Whether so much may not come from so little. */
    static boolean isBeyondRatio(long size, long compressed) {
        return size > RATIO_FREE && size > RATIO * compressed;
    }
}
