// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;

/** Everything on the test's own thread, when the test says so; time stands still until it is moved. */
final class ManualScheduler implements Scheduler {

    private record Later(Instant at, long order, Runnable task) {}

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at).thenComparing(Later::order));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long order;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void execute(String lane, Runnable task) {
        tasks.add(task);
    }

    @Override
    public Subscription after(Duration delay, String lane, Runnable task) {
        Later entry = new Later(now.plus(delay), order++, task);
        later.add(entry);
        return () -> later.remove(entry);
    }

    /** Runs one task; false if there is none now. */
    boolean step() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Runs all that is to be run now. */
    void run() {
        while (step()) {
            continue;
        }
    }

    /** Runs all that is to be run within a while. */
    void run(Duration whileLong) {
        Instant end = now.plus(whileLong);
        run();
        while (!later.isEmpty() && !later.peek().at().isAfter(end)) {
            Later next = later.poll();
            now = next.at();
            next.task().run();
            run();
        }
        now = end;
    }

    /** The process dies. */
    void forget() {
        tasks.clear();
        later.clear();
    }
}
