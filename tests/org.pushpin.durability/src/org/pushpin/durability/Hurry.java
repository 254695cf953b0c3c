// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.time.Duration;
import java.time.Instant;

import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.ThreadScheduler;

/** Threads for which time goes faster than it does, so that what waits for a while happens while a process lives that is to be killed. */
final class Hurry implements Scheduler, AutoCloseable {

    private final ThreadScheduler threads = new ThreadScheduler();
    private final Instant began = Instant.now();
    private final int factor;

    /** @param factor 1 for time as it is */
    Hurry(int factor) {
        this.factor = factor;
    }

    @Override
    public Instant now() {
        return began.plus(Duration.between(began, Instant.now()).multipliedBy(factor));
    }

    @Override
    public void execute(String lane, Runnable task) {
        threads.execute(lane, task);
    }

    @Override
    public Subscription after(Duration delay, String lane, Runnable task) {
        return threads.after(delay.dividedBy(factor), lane, task);
    }

    @Override
    public void close() {
        threads.close();
    }
}
