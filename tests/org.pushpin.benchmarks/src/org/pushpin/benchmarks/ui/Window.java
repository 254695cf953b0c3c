// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.pushpin.benchmarks.repo.Histogram;
import org.pushpin.content.Place;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.Frame;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageFactory;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.Transfer;

/** A window without one: its loop runs what is posted and what people do, and counts how long each keeps it. */
final class Window implements StageHost, AutoCloseable {

    static final int WIDTH = 1440;
    static final int HEIGHT = 800;
    /** Between two inputs of a gesture: sixty a second. */
    private static final long BEAT_NANOS = 16_000_000;

    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final Screen screen = new Screen(WIDTH, HEIGHT);
    /** How long what came from elsewhere kept the loop: scenes and what they show. */
    private final Histogram arrivals = new Histogram();
    private final Stage stage;
    private boolean damaged;
    private long changed;

    Window(StageFactory stages, DocumentUrl board) {
        stage = stages.open(board, "workspace", Theme.LIGHT, this);
        stage.resize(WIDTH, HEIGHT, 1);
    }

    Stage stage() {
        return stage;
    }

    Screen screen() {
        return screen;
    }

    Histogram arrivals() {
        return arrivals;
    }

    /** When other cards were painted than before, last. */
    long changed() {
        return changed;
    }

    /** An input and its frame, then a beat of the loop. */
    void input(Histogram times, Runnable input) throws InterruptedException {
        long start = System.nanoTime();
        long work = work();
        input.run();
        show();
        times.add(work() - work);
        loop(start + BEAT_NANOS, () -> false);
    }

    /** Time that this thread has had a processor: what else the machine does is not in it. */
    private static long work() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void show() {
        if (damaged) {
            damaged = false;
            Frame before = screen.shown();
            screen.paint(stage.frame());
            boolean same = before != null && before.sprites().equals(screen.shown().sprites());
            if (!same) changed = System.nanoTime();
        }
    }

    /** Runs the loop until a time, or until something is so. @return whether it is */
    boolean loop(long until, BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            Runnable task = posted.poll(left, TimeUnit.NANOSECONDS);
            if (task == null) {
                return done.getAsBoolean();
            }
            long work = work();
            task.run();
            show();
            arrivals.add(work() - work);
        }
        return true;
    }

    /** The same, until what came of it is seen. */
    void input(Histogram times, Runnable input, BooleanSupplier seen) throws InterruptedException {
        long start = System.nanoTime();
        long work = work();
        input.run();
        show();
        times.add(work() - work);
        loop(start + TimeUnit.SECONDS.toNanos(2), seen);
    }

    /** Runs the loop for a while. */
    void settle(long time) throws InterruptedException {
        loop(System.nanoTime() + time, () -> false);
    }

    void key(String chord) throws InterruptedException {
        input(new Histogram(), () -> stage.key(KeyEvent.of(chord)));
    }

    void pointer(PointerEvent.Kind kind, double x, double y, int clicks) {
        stage.pointer(new PointerEvent(kind, x, y, PointerEvent.Button.LEFT, clicks, Modifiers.NONE));
    }

    @Override
    public void execute(Runnable task) {
        posted.add(task);
    }

    @Override
    public void damaged() {
        damaged = true;
    }

    @Override
    public CompletionStage<Transfer> clipboard() {
        return CompletableFuture.completedFuture(Transfer.NOTHING);
    }

    @Override
    public void clipboard(Transfer content) {
        // nobody pastes here
    }

    @Override
    public void open(DocumentUrl url, Place place) {
        throw new IllegalStateException("nothing is opened here");
    }

    @Override
    public void browse(URI link) {
        throw new IllegalStateException("nothing is opened here");
    }

    @Override
    public void cursor(CursorShape shape) {
        // there is no pointer to be seen
    }

    @Override
    public void notice(String text) {
        System.out.println(text);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void close() {
        stage.close();
    }
}
