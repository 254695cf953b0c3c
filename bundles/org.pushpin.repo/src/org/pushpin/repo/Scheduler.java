// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.time.Duration;
import java.time.Instant;

/**
 * Time and threads, as a seam: the product runs lanes on real threads; a simulator runs everything on one thread with a
 * virtual clock, so that a run is a function of its seed.
 */
public interface Scheduler {

    Instant now();

    /** Runs tasks of one lane one at a time, in order; lanes run beside each other. */
    void execute(String lane, Runnable task);

    /** Runs a task on a lane, once, after a delay. */
    Subscription after(Duration delay, String lane, Runnable task);
}
