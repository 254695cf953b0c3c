// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Exporter;
import org.pushpin.export.Format;
import org.pushpin.export.Progress;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.Poster;
import org.pushpin.scene.Posters;

/** Files that appear whole or not at all. */
final class FileExporterTest {

    private static final DocumentUrl HERE = url(1);
    private static final DocumentUrl ELSEWHERE = url(2);

    @TempDir
    Path folder;

    private final Doc document = document();
    private final FileExporter exporter = new FileExporter(repo(), posters());

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void endingSaysTheFormat() throws Exception {
        for (String name : List.of("a.png", "a.SVG", "a.json", "a.automerge")) export(HERE, name);

        assertEquals(600, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
        assertTrue(Files.readString(folder.resolve("a.SVG")).startsWith("<?xml"));
        assertEquals("{\n  \"title\": \"Home\"\n}\n", Files.readString(folder.resolve("a.json")));
        assertEquals(document.heads(), Doc.load(Files.readAllBytes(folder.resolve("a.automerge"))).heads());
    }

    @Test
    void whatWasThereIsReplaced() throws Exception {
        Files.writeString(folder.resolve("a.json"), "old");
        export(HERE, "a.json");
        assertTrue(Files.readString(folder.resolve("a.json")).contains("Home"));
    }

    @Test
    void failureIsOneClearLineAndChangesNothing() throws Exception {
        Files.writeString(folder.resolve("a.json"), "old");

        assertTrue(refusal(ELSEWHERE, "a.json").contains("not in the profile"));
        assertTrue(refusal(HERE, "a.doc").contains("must end with one of .pdf, .html, .png, .svg, .canvas, .json, .automerge"));
        assertTrue(refusal(HERE, "none/a.json").contains("no folder"));

        assertEquals("old", Files.readString(folder.resolve("a.json")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aCanvasIsAFolderThatWasNotThere() throws Exception {
        export(HERE, "Board.canvas");
        assertTrue(Files.readString(folder.resolve("Board/Board.canvas")).contains("\"title\": \"Home\""));
        assertTrue(refusal(HERE, "Board.canvas").contains("there is already"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aCanvasGoesWhereAPathLeadsByWayOfAnother() throws Exception {
        export(HERE, "../" + folder.getFileName() + "/./Board.canvas");
        assertTrue(Files.exists(folder.resolve("Board/Board.canvas")));
    }

    @Test
    void whatIsStoppedLeavesNothing() throws Exception {
        Progress stopped = new Progress() {
            @Override
            public void at(double part) {
                throw new AssertionError("nothing is done");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        for (Format format : Format.values()) {
            if (format == Format.CANVAS) continue;
            Throwable problem = assertThrows(Exception.class, () -> exporter.export(HERE, folder.resolve("x"), format,
                    Exporter.Look.of(Theme.LIGHT), stopped).toCompletableFuture().get(20, TimeUnit.SECONDS));
            assertTrue(problem instanceof CancellationException || problem.getCause() instanceof CancellationException, problem.toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whatIsSelectedIsDrawnAlone() throws Exception {
        Exporter.Look look = Exporter.Look.of(Theme.LIGHT).items(List.of("a", "b"));
        for (Format format : List.of(Format.PNG, Format.SVG, Format.PDF, Format.HTML)) {
            exporter.export(HERE, folder.resolve("some." + format.id()), format, look, Progress.NONE).toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
        assertEquals(40, ImageIO.read(folder.resolve("some.png").toFile()).getWidth());
        assertTrue(Files.readString(folder.resolve("some.svg")).contains("width=\"20\""));
        Throwable refused = assertThrows(ExecutionException.class, () -> exporter.export(HERE, folder.resolve("some.json"), Format.JSON, look,
                Progress.NONE).toCompletableFuture().get(20, TimeUnit.SECONDS)).getCause();
        assertTrue(refused.getMessage().contains("no json of its own"), refused.getMessage());
    }

    private String refusal(DocumentUrl url, String name) {
        Throwable cause = assertThrows(ExecutionException.class, () -> export(url, name)).getCause();
        String message = assertInstanceOf(IOException.class, cause).getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }

    private void export(DocumentUrl url, String name) throws Exception {
        exporter.export(url, folder.resolve(name), Theme.LIGHT).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Doc document() {
        Edit edit = Doc.empty().edit(ActorId.parse("aa"));
        edit.put(ObjectId.ROOT, "title", "Home");
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    private Repo repo() {
        DocHandle handle = proxy(DocHandle.class, (self, method, arguments) -> document);
        return proxy(Repo.class, (self, method, arguments) -> arguments[0].equals(HERE.id()) ? Optional.of(handle) : Optional.empty());
    }

    private static Posters posters() {
        return proxy(Posters.class, (self, method, arguments) -> method.getName().equals("poster")
                ? CompletableFuture.completedFuture(poster(300)) : raster((Poster) arguments[0], (double) arguments[1]));
    }

    private static BufferedImage raster(Poster poster, double scale) {
        return new BufferedImage((int) (poster.bounds().width() * scale), (int) (poster.bounds().height() * scale), BufferedImage.TYPE_INT_RGB);
    }

    private static Poster poster(double width) {
        return new Poster() {
            @Override
            public String title() {
                return "Home";
            }

            @Override
            public Rect bounds() {
                return new Rect(0, 0, width, 200);
            }

            @Override
            public Poster part(Set<String> keys) {
                return poster(10.0 * keys.size());
            }

            @Override
            public void paint(Graphics2D graphics) {
                graphics.fillRect(0, 0, 10, 10);
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static DocumentUrl url(int n) {
        return new DocumentUrl(new DocumentId(Bytes.concat(Bytes.of((byte) n), Bytes.zeros(31))), "board", List.of(), Optional.empty());
    }
}
