// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.imageio.ImageIO;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.content.Theme;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Exporter;
import org.pushpin.export.JsonDocument;
import org.pushpin.export.internal.html.HtmlFormat;
import org.pushpin.export.internal.pdf.PdfFormat;
import org.pushpin.export.internal.svg.SvgFormat;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.Poster;
import org.pushpin.scene.Posters;

/** Writes beside the file first and then in its place, on a virtual thread. */
@Component
public final class FileExporter implements Exporter {

    /** Pixels of a PNG per board unit, so that text is crisp. */
    private static final double SHARP = 2;

    private final Repo repo;
    private final Posters posters;
    private final ExecutorService io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("export-", 0).factory());

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    @Activate
    public FileExporter(@Reference Repo repo, @Reference Posters posters) {
        this.repo = repo;
        this.posters = posters;
    }

    @Deactivate
    public void close() {
        io.close();
    }

    @Override
    public CompletionStage<Void> export(DocumentUrl url, Path file, Theme theme) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "png" -> posters.poster(url, theme).thenAcceptAsync(poster -> replace(file, out -> png(poster, out)), io);
            case "svg" -> posters.poster(url, theme).thenAcceptAsync(poster -> replace(file, out -> SvgFormat.write(poster, out)), io);
            case "pdf" -> posters.poster(url, theme).thenAcceptAsync(poster -> replace(file, out -> PdfFormat.write(poster, out)), io);
            case "html" -> posters.poster(url, Theme.LIGHT).thenAcceptBothAsync(posters.poster(url, Theme.DARK), (light, dark) -> replace(
                    file, out -> HtmlFormat.write(light, dark, Theme.LIGHT.palette().paper().hex(), Theme.DARK.palette().paper().hex(), out)), io);
            case "json" -> CompletableFuture.runAsync(() -> replace(file, out -> json(document(url), out)), io);
            case "automerge" -> CompletableFuture.runAsync(() -> replace(file, out -> out.write(document(url).save())), io);
            default -> CompletableFuture.failedFuture(
                    new IOException("cannot export to “" + name + "”: the name must end with .png, .svg, .pdf, .html, .json or .automerge"));
        };
    }

    private Doc document(DocumentUrl url) throws IOException {
        return repo.local(url.id()).map(DocHandle::current)
                .orElseThrow(() -> new IOException("this document is not in the profile yet"));
    }

    private void png(Poster poster, OutputStream out) throws IOException {
        if (!ImageIO.write(posters.raster(poster, SHARP), "png", out)) throw new IOException("this Java cannot write PNG");
    }

    private static void json(Doc document, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        JsonDocument.write(document, text);
        text.write('\n');
        text.flush();
    }

    /** What was there stays until all of the new file is written. */
    private static void replace(Path file, Content content) {
        try {
            Path target = file.toAbsolutePath();
            if (!Files.isDirectory(target.getParent())) throw new IOException("there is no folder " + target.getParent());
            Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.write(out);
                }
                move(fresh, target);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException across) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
