// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageFactory;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.internal.core.Histories;
import org.pushpin.scene.internal.core.Self;
import org.pushpin.scene.internal.core.Services;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.rehearsal.Rehearsal;
import org.pushpin.scene.internal.text.Fonts;

/** Opens stages, and has the threads that they share. */
@Component
public final class StageFactoryComponent implements StageFactory {

    /** How long a card type may take for one view, or for one intent. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ExecutorService lane = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("render").factory());
    private final ExecutorService pictures = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("render-pictures").priority(Thread.MIN_PRIORITY).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timer-scene").factory());
    private final Services services;
    /** A person waits for a board: what is done beforehand is no longer of use. */
    private volatile boolean opened;

    @Activate
    public StageFactoryComponent(@Reference Repo repo, @Reference ContentRegistry registry,
            @Reference DocumentFactory factory) {
        Previews previews = new Previews(repo.blobs(), pictures);
        services = new Services(repo, registry, factory, new Guard(PATIENCE), new Fonts(), previews, lane, this::at,
                new Histories(), new Self(repo));
    }

    private void at(Instant due, Runnable task) {
        long millis = Math.clamp(Duration.between(Instant.now(), due).toMillis(), 10L, Duration.ofDays(1).toMillis());
        timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void warmUp(Theme theme) {
        new Rehearsal(services, (url, parts, host) -> new OpenedStage(url, "workspace", theme, parts, host), () -> opened).begin();
    }

    @Override
    public Stage open(DocumentUrl url, String context, Theme theme, StageHost host) {
        opened = true;
        return new OpenedStage(url, context, theme, services, host);
    }

    @Deactivate
    void stop() {
        opened = true;
        timer.shutdownNow();
        lane.shutdown();
        pictures.shutdownNow();
        services.previews().close();
        services.guard().close();
    }
}
