// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

import org.pushpin.content.Place;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.Transfer;

/** A window that nobody sees. What the ui thread and the render lane do elsewhere is done by whoever calls {@link #settle}. */
final class PaperWindow implements StageHost {

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    /** Does what there is to do. @param stopped asked before each task */
    void settle(BooleanSupplier stopped) {
        for (Runnable task = tasks.poll(); task != null && !stopped.getAsBoolean(); task = tasks.poll()) task.run();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void damaged() {
        // nobody sees it
    }

    @Override
    public CompletionStage<Transfer> clipboard() {
        return CompletableFuture.completedFuture(Transfer.NOTHING);
    }

    @Override
    public void clipboard(Transfer content) {
        // the clipboard is a person's
    }

    @Override
    public void open(DocumentUrl url, Place place) {
        // there is one window
    }

    @Override
    public void browse(URI link) {
        // nobody asked for it
    }

    @Override
    public void cursor(CursorShape shape) {
        // nobody points
    }

    @Override
    public void notice(String text) {
        // nobody reads
    }

    @Override
    public Instant now() {
        return Instant.now();
    }
}
