// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;

/**
 * The lanes of one simulated process. Tasks of a lane keep their order; lanes interleave by chance, and lanes for io are slow. When the process
 * dies, nothing that it had still to do is done.
 */
public final class SimulatedScheduler implements Scheduler {
    private static final Duration LONGEST_STEP = Duration.ofNanos(200_000);
    private static final Duration LONGEST_IO = Duration.ofMillis(8);
    private static final String IO = "io/";

    private final Simulation simulation;
    private final Map<String, ArrayDeque<Runnable>> lanes = new HashMap<>();
    private boolean dead;

    public SimulatedScheduler(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public Instant now() {
        return simulation.now();
    }

    @Override
    public void execute(String lane, Runnable task) {
        if (dead) {
            return;
        }
        ArrayDeque<Runnable> queue = lanes.computeIfAbsent(lane, name -> new ArrayDeque<>());
        queue.add(task);
        if (queue.size() == 1) {
            next(queue, lane.startsWith(IO) ? LONGEST_IO : LONGEST_STEP);
        }
    }

    private void next(ArrayDeque<Runnable> queue, Duration longest) {
        simulation.after(simulation.between(Duration.ZERO, longest), () -> {
            if (!dead) {
                queue.peek().run();
                queue.poll();
                if (!queue.isEmpty()) {
                    next(queue, longest);
                }
            }
        });
    }

    @Override
    public Subscription after(Duration delay, String lane, Runnable task) {
        boolean[] cancelled = new boolean[1];
        simulation.after(delay, () -> {
            if (!cancelled[0]) {
                execute(lane, task);
            }
        });
        return () -> cancelled[0] = true;
    }

    /** The process is killed. */
    public void kill() {
        dead = true;
        lanes.clear();
    }

    public boolean dead() {
        return dead;
    }
}
