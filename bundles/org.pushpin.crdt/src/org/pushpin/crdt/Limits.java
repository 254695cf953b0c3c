// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** Bounds on what is decoded from outside. */
final class Limits {
    /** Operation counters and sequence numbers fit 32 bits, as in every Automerge engine. */
    static final long MAX_COUNTER = 0xFFFF_FFFFL;
    /** Seconds before or after 1970: the difference of two times must fit the 53 bits that a step of a column may have. */
    static final long MAX_TIME = 1L << 52;
    /** Operations in one change, and operations and changes in one document chunk. A pasted novel is a change of 1.2 million. */
    static final int OPS = 5_000_000;
    /** What the compressed columns or the compressed change of one chunk may inflate to, in bytes. */
    static final int INFLATED = 16 << 20;
    /** Inflated bytes that are free of the ratio below. */
    static final int RATIO_FREE = 1 << 20;
    /** Inflated : compressed bytes past {@link #RATIO_FREE}. */
    static final int RATIO = 100;
    /** Levels of nested objects. */
    static final int NESTING = 64;

    private Limits() {
    }

    static boolean isTime(long seconds) {
        return seconds >= -MAX_TIME && seconds <= MAX_TIME;
    }
}
