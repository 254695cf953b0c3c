// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.plugin;

/**
 * How long one call of a card type's code may take: so much of a processor's time, or as long on the clock if it only
 * waits for something; and in any case no longer than {@value #STRETCH} times as long on the clock. So a busy machine,
 * on which code that works comes on slowly, is not held against the code. One call, one thread.
 */
final class Patience {

    /** What can be seen of the thread that runs the code. @param work its processor time in this call, in nanoseconds; negative: nobody knows */
    record Sight(long clock, long work, boolean waiting) {}

    private static final int STRETCH = 10;

    private final long limit;
    private Sight before = new Sight(0, -1, false);

    /** @param limit in nanoseconds */
    Patience(long limit) {
        this.limit = limit;
    }

    /** How long to wait until the next look, in nanoseconds. */
    long next() {
        return before.clock < limit ? limit - before.clock : Math.max(1, limit / STRETCH);
    }

    /** Takes a look. @return whether the code has had its time */
    boolean ends(Sight now) {
        boolean stands = now.waiting && before.waiting && now.work == before.work;
        boolean over = now.clock >= limit && (now.work < 0 || now.work >= limit || stands);
        before = now;
        return over || now.clock >= STRETCH * limit;
    }
}
