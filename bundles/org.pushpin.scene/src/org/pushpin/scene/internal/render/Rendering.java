// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.pushpin.scene.internal.preview.Previews;

/**
 * Keeps a stage's scene up to date on the render lane. However many changes come while one scene is made, the next scene
 * has them all. What takes long is made in several passes, each of which is shown. Any thread may ask.
 */
public final class Rendering {

    /** What a pass lays out, and paints, before it shows what there is and lets newer input in. */
    private static final Duration PASS = Duration.ofMillis(8);
    private static final Logger LOG = System.getLogger(Rendering.class.getName());

    /** Runs a task once, at a time. */
    @FunctionalInterface
    public interface Timer {
        void at(Instant due, Runnable task);
    }

    private final Executor lane;
    private final Timer timer;
    private final Supplier<Instant> clock;
    private final Composer composer;
    private final Rasters rasters;
    private final Consumer<Scene> ready;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile Request request;
    private volatile boolean hurried;
    private volatile boolean closed;
    private Instant waitingFor = Instant.MAX;

    /** @param ready told of every scene, on the lane */
    public Rendering(Executor lane, Timer timer, Supplier<Instant> clock, Composer composer, Previews previews,
            Consumer<Scene> ready) {
        this.lane = lane;
        this.timer = timer;
        this.clock = clock;
        this.composer = composer;
        this.rasters = new Rasters(previews);
        this.ready = ready;
    }

    /** Asks for a scene. @return the number that a scene has, at least, that follows this request */
    public long request(Request wanted) {
        request = wanted;
        return hurry();
    }

    /** A person waits for what has changed: a pass that goes on ends soon. */
    public long hurry() {
        hurried = true;
        return changed();
    }

    /** Something that scenes depend on has changed. */
    public long changed() {
        long number = asked.incrementAndGet();
        if (!closed && queued.compareAndSet(false, true)) lane.execute(this::run);
        return number;
    }

    private void run() {
        queued.set(false);
        hurried = false;
        if (closed || request == null) return;
        make();
    }

    private void make() {
        long number = asked.get(); // before the request: a scene of this number has at least the request of it
        Request wanted = request.at(clock.get());
        try {
            Scene laid = composer.compose(number, wanted, Budget.of(PASS, () -> hurried));
            Scene scene = rasters.raster(laid, wanted, Budget.of(PASS, () -> hurried));
            composer.last(scene);
            composer.due().ifPresent(this::wake);
            rasters.due().ifPresent(this::wake);
            ready.accept(scene);
            if (!scene.complete() && queued.compareAndSet(false, true)) lane.execute(this::run);
        } catch (RuntimeException bug) { // the lane's top frame: it must go on
            LOG.log(Level.ERROR, "a scene could not be made", bug);
        }
    }

    private void wake(Instant due) {
        if (!due.isBefore(waitingFor)) return;
        waitingFor = due;
        timer.at(due, () -> lane.execute(() -> {
            waitingFor = Instant.MAX;
            changed();
        }));
    }

    public void close() {
        closed = true;
    }
}
