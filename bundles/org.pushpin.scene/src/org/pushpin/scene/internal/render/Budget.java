// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long one pass of the render lane may go on with what can wait: so much of a processor's time, so that a busy machine
 * makes passes slower and not emptier, and at most {@value #STRETCH} times as long on the clock. One thread.
 */
final class Budget {

    private static final int STRETCH = 8;
    /** What is done of it even when somebody waits. */
    private static final long LEAST = 2_000_000;

    private final long least;
    private final long work;
    private final long clock;
    private final BooleanSupplier hurried;

    private Budget(long least, long work, long clock, BooleanSupplier hurried) {
        this.least = least;
        this.work = work;
        this.clock = clock;
        this.hurried = hurried;
    }

    static Budget of(Duration time) {
        return of(time, () -> false);
    }

    /** @param hurried whether somebody waits meanwhile for what the next pass makes */
    static Budget of(Duration time, BooleanSupplier hurried) {
        long now = work();
        return new Budget(now + LEAST, now + time.toNanos(), System.nanoTime() + STRETCH * time.toNanos(), hurried);
    }

    static Budget unlimited() {
        return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, System.nanoTime() + Long.MAX_VALUE / 2, () -> false);
    }

    /** Of this thread; where the platform cannot tell, time on the clock. */
    private static long work() {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return cpu < 0 ? System.nanoTime() : cpu;
    }

    boolean spent() {
        return System.nanoTime() - clock >= 0 || work() >= (hurried.getAsBoolean() ? least : work);
    }
}
