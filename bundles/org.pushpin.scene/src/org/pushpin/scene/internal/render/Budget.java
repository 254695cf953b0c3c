// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long one pass of the render lane may go on with what can wait: so much of a processor's time, so that a busy machine
 * makes passes slower and not emptier, and at most {@value #STRETCH} times as long on the clock. One thread.
 */
final class Budget {

    private static final int STRETCH = 8;

    private final long work;
    private final long clock;

    private Budget(long work, long clock) {
        this.work = work;
        this.clock = clock;
    }

    static Budget of(Duration time) {
        return new Budget(work() + time.toNanos(), System.nanoTime() + STRETCH * time.toNanos());
    }

    static Budget unlimited() {
        return new Budget(Long.MAX_VALUE, System.nanoTime() + Long.MAX_VALUE / 2);
    }

    /** Of this thread; where the platform cannot tell, time on the clock. */
    private static long work() {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return cpu < 0 ? System.nanoTime() : cpu;
    }

    boolean spent() {
        return System.nanoTime() - clock >= 0 || work() >= work;
    }
}
