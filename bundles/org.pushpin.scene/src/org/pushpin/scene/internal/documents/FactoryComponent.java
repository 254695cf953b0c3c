// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.poster.PosterMaker;
import org.pushpin.scene.internal.text.Fonts;

/** The document factory as a service. */
@Component
public final class FactoryComponent implements DocumentFactory {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ExecutorService io = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("io-import-", 0).factory());
    private final Guard guard = new Guard(PATIENCE);
    private final Factory factory;

    @Activate
    public FactoryComponent(@Reference Repo repo, @Reference ContentRegistry registry) {
        PosterMaker layouts = new PosterMaker(repo, registry, guard, io, new Fonts());
        factory = new Factory(repo, registry, guard, io, layouts::bottom);
    }

    @Deactivate
    void stop() {
        io.shutdownNow();
        guard.close();
    }

    @Override
    public DocumentUrl create(String type, Seed seed) {
        return factory.create(type, seed);
    }

    @Override
    public DocumentUrl copy(DocumentUrl url) {
        return factory.copy(url);
    }

    @Override
    public DocumentUrl importText(String text) {
        return factory.importText(text);
    }

    @Override
    public CompletionStage<DocumentUrl> importFile(Path file, DoubleConsumer progress) {
        return factory.importFile(file, progress);
    }

    @Override
    public CompletionStage<DocumentUrl> importBytes(Bytes content, String mediaType, String name) {
        return factory.importBytes(content, mediaType, name);
    }

    @Override
    public CompletionStage<Point> room(DocumentUrl board) {
        return factory.room(board);
    }

    @Override
    public CompletionStage<Void> place(DocumentUrl board, List<DocumentUrl> cards, Point at) {
        return factory.place(board, cards, at);
    }
}
