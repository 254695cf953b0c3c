// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;

/**
 * Lanes on real threads: those whose name begins with {@code io/} on threads named {@code io-N}, which may wait for a disk; all
 * others on {@code doc-worker-N}, which may not. Delays are kept by one thread named {@code timer}. Idle lanes cost nothing.
 */
public final class ThreadScheduler implements Scheduler, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ThreadScheduler.class.getName());
    private static final String IO = "io/";
    private static final int IO_THREADS = 4;
    private static final int CLOSING_SECONDS = 30;
    private static final long CLOSING_POLL_MILLIS = 1000;

    private final ExecutorService workers;
    private final ExecutorService io;
    private final ScheduledExecutorService timer;
    private final Map<String, ArrayDeque<Runnable>> lanes = new HashMap<>();

    public ThreadScheduler() {
        workers = Executors.newFixedThreadPool(Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())),
                named("doc-worker-"));
        io = Executors.newFixedThreadPool(IO_THREADS, named("io-"));
        timer = Executors.newSingleThreadScheduledExecutor(named("timer-"));
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void execute(String lane, Runnable task) {
        synchronized (lanes) {
            ArrayDeque<Runnable> busy = lanes.get(lane);
            if (busy != null) {
                busy.add(task);
                return;
            }
            ArrayDeque<Runnable> queue = new ArrayDeque<>();
            queue.add(task);
            lanes.put(lane, queue);
            start(lane, queue);
        }
    }

    private void start(String lane, ArrayDeque<Runnable> queue) {
        try {
            (lane.startsWith(IO) ? io : workers).execute(() -> runNext(lane, queue));
        } catch (RejectedExecutionException closed) {
            lanes.remove(lane);
        }
    }

    private void runNext(String lane, ArrayDeque<Runnable> queue) {
        Runnable task;
        synchronized (lanes) {
            task = queue.peek();
        }
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "a task on lane " + lane + " failed", e);
        } finally {
            synchronized (lanes) {
                queue.poll();
                if (queue.isEmpty()) {
                    lanes.remove(lane);
                    lanes.notifyAll();
                } else {
                    start(lane, queue);
                }
            }
        }
    }

    @Override
    public Subscription after(Duration delay, String lane, Runnable task) {
        try {
            Future<?> future = timer.schedule(() -> execute(lane, task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> { };
        }
    }

    /** Forgets what was to be done later, and finishes what has been given to the lanes. Not to be called on a lane. */
    @Override
    public void close() {
        timer.shutdownNow();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSING_SECONDS);
        awaitIdle(deadline);
        workers.shutdown();
        io.shutdown();
    }

    /** Waits until no lane has anything left to do; gives up at the deadline. */
    private void awaitIdle(long deadlineNanos) {
        try {
            synchronized (lanes) {
                while (!lanes.isEmpty() && System.nanoTime() < deadlineNanos) {
                    lanes.wait(CLOSING_POLL_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
