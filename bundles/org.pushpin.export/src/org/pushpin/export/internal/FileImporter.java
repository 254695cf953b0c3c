// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.export.Importer;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.canvas.CanvasImport;
import org.pushpin.export.internal.cards.CardMaker;
import org.pushpin.export.internal.markdown.BoardLayout;
import org.pushpin.export.internal.markdown.FolderImport;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Posters;

import com.google.gson.JsonObject;

/** Reads on virtual threads, one for each import. */
@Component
public final class FileImporter implements Importer {

    private final CardMaker maker;
    private final BoardLayout layout;
    private final ExecutorService io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-", 0).factory());

    @Activate
    public FileImporter(@Reference Repo repo, @Reference ContentRegistry registry, @Reference DocumentFactory factory, @Reference Posters posters) {
        maker = new CardMaker(repo, registry, factory);
        layout = new BoardLayout(repo, registry, posters);
    }

    @Deactivate
    public void close() {
        io.shutdownNow();
    }

    @Override
    public CompletionStage<Imported> read(Path path, Progress progress) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return imported(path, progress);
            } catch (IOException e) {
                throw new CompletionException(new IOException(path.getFileName() + ": " + e.getMessage(), e));
            }
        }, io);
    }

    private Imported imported(Path path, Progress progress) throws IOException {
        if (!Files.exists(path)) throw new IOException("there is no such file");
        if (Files.isDirectory(path)) return new FolderImport(maker, layout, progress).read(path);
        boolean canvas = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".canvas");
        if (canvas) return new CanvasImport(maker, progress).read(path);
        return new Imported(maker.file(path, new JsonObject()), List.of());
    }
}
