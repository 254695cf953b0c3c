// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What work is timed by: the clock on the wall, or, where others keep the machine busy and the environment's {@value #VARIABLE} says
 * {@value #PROCESSOR}, the processor time of the thread that works.
 */
final class WorkClock {
    static final String VARIABLE = "PUSHPIN_CLOCK";
    static final String PROCESSOR = "cpu";

    private final ThreadMXBean threads = PROCESSOR.equals(System.getenv(VARIABLE)) ? ManagementFactory.getThreadMXBean() : null;

    /** Nanoseconds since some moment. */
    long now() {
        return threads == null ? System.nanoTime() : threads.getCurrentThreadCpuTime();
    }
}
