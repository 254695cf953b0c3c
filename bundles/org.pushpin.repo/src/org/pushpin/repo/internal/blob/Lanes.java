// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.pushpin.crypto.BlobId;
import org.pushpin.repo.Scheduler;

/**
 * The lanes on which files are read and written. What is long is done in steps of a chunk, so that nobody waits for a large file; there
 * are fewer lanes than io threads, so that commits never wait for files. Any thread.
 */
final class Lanes {

    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());
    private static final String LANE = "io/blobs-";
    private static final int LANES = 2;

    private final Scheduler scheduler;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    Lanes(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Something short. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws IOException;
    }

    /** Something long. Closed in the end, however it ends; before {@code true} nothing of it counts. */
    interface Work<T> extends AutoCloseable {

        /** Does a little. @return the result, once all is done */
        Optional<T> step() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** On the one lane of this blob: what is done so happens one after the other. */
    <T> CompletableFuture<T> of(BlobId blob, Task<T> task) {
        return execute(LANE + Math.floorMod(blob.hashCode(), LANES), task);
    }

    /** On whichever lane. */
    <T> CompletableFuture<T> any(Task<T> task) {
        return execute(anyLane(), task);
    }

    private String anyLane() {
        return LANE + Math.floorMod(next.getAndIncrement(), LANES);
    }

    private <T> CompletableFuture<T> execute(String lane, Task<T> task) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        scheduler.execute(lane, () -> {
            try {
                if (!stage.isDone()) {
                    stage.complete(task.run());
                }
            } catch (IOException | RuntimeException e) {
                stage.completeExceptionally(e);
            }
        });
        return stage;
    }

    /** Step by step, until it is done, fails, or the stage is cancelled. */
    <T> CompletableFuture<T> run(Work<T> work) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        String lane = anyLane();
        scheduler.execute(lane, () -> step(lane, work, stage));
        return stage;
    }

    private <T> void step(String lane, Work<T> work, CompletableFuture<T> stage) {
        Optional<T> result = Optional.empty();
        Throwable failure = null;
        try {
            if (closed.get()) {
                throw new IOException("The profile is closed.");
            }
            if (!stage.isDone()) {
                result = work.step();
                if (result.isEmpty() && !stage.isDone()) {
                    scheduler.execute(lane, () -> step(lane, work, stage));
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        close(work);
        if (failure != null) {
            stage.completeExceptionally(failure);
        } else {
            result.ifPresent(stage::complete);
        }
    }

    private static void close(Work<?> work) {
        try {
            work.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "something may be left of a file that was being written: {0}", e.getMessage());
        }
    }

    /** What is under way ends soon, and leaves nothing. */
    void close() {
        closed.set(true);
    }
}
