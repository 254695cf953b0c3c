// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.poster;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.Poster;
import org.pushpin.scene.Posters;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.text.Fonts;

/** Posters as a service. */
@Component
public final class PostersComponent implements Posters {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("render-posters").factory());
    private final Guard guard = new Guard(PATIENCE);
    private final PosterMaker maker;

    @Activate
    public PostersComponent(@Reference Repo repo, @Reference ContentRegistry registry) {
        maker = new PosterMaker(repo, registry, guard, worker, new Fonts());
    }

    @Deactivate
    void stop() {
        worker.shutdown();
        guard.close();
    }

    @Override
    public CompletionStage<Poster> poster(DocumentUrl url, Theme theme) {
        return maker.poster(url, theme);
    }

    @Override
    public BufferedImage raster(Poster poster, double scale) {
        return maker.raster(poster, scale);
    }
}
