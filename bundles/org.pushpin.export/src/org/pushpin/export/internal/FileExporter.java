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
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.content.Theme;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Exporter;
import org.pushpin.export.Format;
import org.pushpin.export.JsonDocument;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.canvas.CanvasExport;
import org.pushpin.export.internal.html.HtmlFormat;
import org.pushpin.export.internal.pdf.PdfFormat;
import org.pushpin.export.internal.svg.SvgFormat;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.Poster;
import org.pushpin.scene.Posters;

/** Writes beside the file first and then in its place, on virtual threads. */
@Component
public final class FileExporter implements Exporter {

    private static final String ENDINGS = Arrays.stream(Format.values()).map(format -> "." + format.id()).collect(Collectors.joining(", "));

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
        return Format.of(file).map(format -> export(url, file, format, Look.of(theme), Progress.NONE)).orElseGet(() ->
                CompletableFuture.failedFuture(new IOException("cannot export to “" + file.getFileName() + "”: the name must end with one of "
                        + ENDINGS)));
    }

    @Override
    public CompletionStage<Void> export(DocumentUrl url, Path file, Format format, Look look, Progress progress) {
        if (!look.items().isEmpty() && !format.isDrawn()) {
            return CompletableFuture.failedFuture(new IOException("what is selected can be drawn, but it is no " + format.id() + " of its own"));
        }
        return switch (format) {
            case PNG -> drawn(url, file, look, progress, (poster, out) -> png(poster, look.scale(), out));
            case SVG -> drawn(url, file, look, progress, SvgFormat::write);
            case PDF -> drawn(url, file, look, progress, PdfFormat::write);
            case HTML -> poster(url, Theme.LIGHT, look).thenAcceptBothAsync(poster(url, Theme.DARK, look), (light, dark) -> replace(file, progress,
                    out -> HtmlFormat.write(light, dark, Theme.LIGHT.palette().paper().hex(), Theme.DARK.palette().paper().hex(), out)), io);
            case CANVAS -> CompletableFuture.runAsync(() -> canvas(url, file, progress), io);
            case JSON -> CompletableFuture.runAsync(() -> replace(file, progress, out -> json(document(url), out)), io);
            case AUTOMERGE -> CompletableFuture.runAsync(() -> replace(file, progress, out -> out.write(document(url).save())), io);
        };
    }

    private interface Drawing {
        void write(Poster poster, OutputStream out) throws IOException;
    }

    private CompletionStage<Void> drawn(DocumentUrl url, Path file, Look look, Progress progress, Drawing drawing) {
        return poster(url, look.theme(), look).thenAcceptAsync(poster -> replace(file, progress, out -> drawing.write(poster, out)), io);
    }

    private CompletionStage<Poster> poster(DocumentUrl url, Theme theme, Look look) {
        CompletionStage<Poster> whole = posters.poster(url, theme);
        return look.items().isEmpty() ? whole : whole.thenApply(poster -> poster.part(look.items()));
    }

    private void canvas(DocumentUrl url, Path file, Progress progress) {
        try {
            if (!url.contentType().equals("board")) throw new IOException("only a board can be a canvas");
            document(url);
            Path named = file.toAbsolutePath();
            Path target = named.resolveSibling(named.getFileName().toString().replaceFirst("(?i)(?<=.)\\.canvas$", ""));
            String name = target.getFileName().toString();
            FreshFolder.make(target, folder -> new CanvasExport(repo, posters).write(url, folder, name, progress));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Doc document(DocumentUrl url) throws IOException {
        return repo.local(url.id()).map(DocHandle::current)
                .orElseThrow(() -> new IOException("this document is not in the profile yet"));
    }

    private void png(Poster poster, double scale, OutputStream out) throws IOException {
        if (!ImageIO.write(posters.raster(poster, scale), "png", out)) throw new IOException("this Java cannot write PNG");
    }

    private static void json(Doc document, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        JsonDocument.write(document, text);
        text.write('\n');
        text.flush();
    }

    /** What was there stays until all of the new file is written. */
    private static void replace(Path file, Progress progress, Content content) {
        try {
            if (progress.cancelled()) throw new CancellationException();
            Path target = file.toAbsolutePath();
            if (!Files.isDirectory(target.getParent())) throw new IOException("there is no folder " + target.getParent());
            Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.write(out);
                }
                if (progress.cancelled()) throw new CancellationException();
                move(fresh, target);
                progress.at(1);
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
