// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.poster;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import org.pushpin.content.Rect;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.Poster;
import org.pushpin.scene.Posters;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.render.Composer;
import org.pushpin.scene.internal.render.Documents;
import org.pushpin.scene.internal.render.Request;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.text.Fonts;

/** Lays out posters on a worker; pictures are decoded there and then. */
public final class PosterMaker implements Posters {

    private static final long MOST_PIXELS = 64_000_000;
    private static final double PAGE = 824;

    private final Repo repo;
    private final ContentRegistry registry;
    private final Guard guard;
    private final Executor worker;
    private final Fonts fonts;

    public PosterMaker(Repo repo, ContentRegistry registry, Guard guard, Executor worker, Fonts fonts) {
        this.repo = repo;
        this.registry = registry;
        this.guard = guard;
        this.worker = worker;
        this.fonts = fonts;
    }

    @Override
    public CompletionStage<Poster> poster(DocumentUrl url, Theme theme) {
        return repo.open(url).thenApplyAsync(handle -> lay(url, theme, new Previews(repo.blobs(), Runnable::run)),
                worker);
    }

    /** Where the lowest item of a canvas ends, in board units; 0 where there is none. On a worker. */
    public double bottom(DocumentUrl url) {
        Scene scene = lay(url, Theme.LIGHT, new Previews(repo.blobs(), task -> { })).scene();
        return scene.canvas().isEmpty() ? 0 : scene.bounds().map(Rect::bottom).orElse(0.0);
    }

    private LaidPoster lay(DocumentUrl url, Theme theme, Previews previews) {
        Documents documents = new Documents(repo, update -> { }, () -> { });
        try {
            Composer composer = new Composer(url, RenderContext.WORKSPACE, registry, guard, fonts, previews, documents);
            Request request = new Request(theme, Locale.getDefault(), Map.of(), Request.Sight.ALL, PAGE, Map.of(),
                    Set.of(), Set.of(), Optional.empty(), Optional.empty(), false, Instant.now());
            return LaidPoster.of(composer.compose(1, request), previews);
        } finally {
            documents.close();
            previews.close();
        }
    }

    @Override
    public BufferedImage raster(Poster poster, double scale) {
        double pixels = poster.bounds().width() * poster.bounds().height() * scale * scale;
        double k = pixels > MOST_PIXELS ? scale * Math.sqrt(MOST_PIXELS / pixels) : scale;
        int width = Math.max(1, (int) Math.round(poster.bounds().width() * k));
        int height = Math.max(1, (int) Math.round(poster.bounds().height() * k));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(width / poster.bounds().width(), height / poster.bounds().height());
        g.translate(-poster.bounds().x(), -poster.bounds().y());
        poster.paint(g);
        g.dispose();
        return image;
    }
}
