// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

/** How a thread fared, maybe in several runs. */
final class Fares {
    /** How long a change took, by the clock. */
    final Histogram changes = new Histogram();
    /** How much of the processor it took. */
    final Histogram work = new Histogram();
    /** How late the thread was that should have run. */
    final Histogram late = new Histogram();
    private long milliseconds;
    private long collecting;

    void add(long runMilliseconds, long collectingMilliseconds) {
        milliseconds += runMilliseconds;
        collecting += collectingMilliseconds;
    }

    long milliseconds() {
        return milliseconds;
    }

    long collecting() {
        return collecting;
    }
}
