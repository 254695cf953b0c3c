// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Optional;

import org.pushpin.crdt.MalformedException;

import com.sun.management.ThreadMXBean;

/**
 * What one input may cost: processor time of the calling thread and bytes allocated by it, all of them, not only those alive at once.
 * What seems too slow is run again, and the best time counts: a compiler that is still warming up is not a finding.
 *
 * @param nanos of processor time
 * @param bytes allocated
 */
record Budget(long nanos, long bytes) {
    /** For taking bytes in, be they accepted or refused. */
    static final Budget INTAKE = new Budget(100_000_000, 64L << 20);
    /** For what an accepted document is then put through. */
    static final Budget USE = new Budget(2_000_000_000L, 1L << 30);

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int TRIES = 4;

    /** Something that hostile bytes go through. */
    interface Step<T> {
        T run() throws MalformedException;
    }

    /** What it cost. */
    record Cost(long nanos, long bytes) {
        @Override
        public String toString() {
            return "%.1f ms, %.1f MiB".formatted(nanos / 1e6, bytes / 1048576.0);
        }
    }

    /**
     * Runs a step.
     *
     * @return nothing if it refused its input
     * @throws Finding if it costs too much
     */
    <T> Optional<T> run(String what, Step<T> step) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        Optional<T> result = outcome(step);
        Cost cost = new Cost(THREADS.getCurrentThreadCpuTime() - start, THREADS.getCurrentThreadAllocatedBytes() - before);
        if (cost.nanos > nanos || cost.bytes > bytes) {
            cost = best(step, cost);
        }
        if (cost.nanos > nanos || cost.bytes > bytes) {
            throw new Finding(what + " took " + cost + ", and " + (result.isPresent() ? "accepted" : "refused") + " it");
        }
        return result;
    }

    private Cost best(Step<?> step, Cost first) {
        Cost best = first;
        for (int i = 1; i < TRIES && (best.nanos > nanos || best.bytes > bytes); i++) {
            Cost cost = cost(step);
            best = new Cost(Math.min(cost.nanos, best.nanos), Math.min(cost.bytes, best.bytes));
        }
        return best;
    }

    static Cost cost(Step<?> step) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        outcome(step);
        return new Cost(THREADS.getCurrentThreadCpuTime() - start, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    private static <T> Optional<T> outcome(Step<T> step) {
        try {
            return Optional.of(step.run());
        } catch (MalformedException e) {
            if (e.getMessage() == null || e.getMessage().length() > 200) {
                throw new Finding("a message nobody wants to read: " + e.getMessage(), e);
            }
            return Optional.empty();
        }
    }
}
