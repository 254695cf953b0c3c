// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.pushpin.content.ContentType;
import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Importer;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.cards.CardMaker;
import org.pushpin.export.internal.cards.Json;

/** Makes boards of canvases: the first, and those that it shows. One use, one thread, which waits for files. */
public final class CanvasImport {

    private static final int MOST_BOARDS = 1_000;

    private final CardMaker maker;
    private final Progress progress;
    private final Map<Path, DocumentUrl> boards = new HashMap<>();
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();

    public CanvasImport(CardMaker maker, Progress progress) {
        this.maker = maker;
        this.progress = progress;
    }

    /** @throws IOException if the first canvas cannot be read; of others it is a problem among others */
    public Importer.Imported read(Path canvas) throws IOException {
        CanvasFolder folder = CanvasFolder.of(canvas);
        ContentType type = maker.registry().type("board").orElseThrow(() -> new IOException("the card type board is not installed"));
        Path first = canvas.toRealPath();
        CanvasReader read = new CanvasReader(Json.read(first));
        DocumentUrl url = board(first);
        for (Path next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                fill(next, next.equals(first) ? read : new CanvasReader(Json.read(next)), folder, type);
            } catch (IOException unreadable) {
                problems.add(next.getFileName() + ": " + unreadable.getMessage());
            }
        }
        return new Importer.Imported(url, problems);
    }

    private DocumentUrl board(Path canvas) throws IOException {
        if (boards.size() >= MOST_BOARDS) throw new IOException("there are more than " + MOST_BOARDS + " boards in this import");
        DocumentUrl known = boards.get(canvas);
        if (known != null) return known;
        String name = canvas.getFileName().toString();
        DocumentUrl made = maker.factory().create("board", new Seed.Blank(name.replaceAll("(?i)\\.canvas$", "")));
        boards.put(canvas, made);
        waiting.add(canvas);
        return made;
    }

    private void fill(Path file, CanvasReader canvas, CanvasFolder folder, ContentType type) throws IOException {
        String name = file.getFileName().toString();
        canvas.problems.forEach(problem -> problems.add(name + ": " + problem));
        Map<String, DocumentUrl> cards = new HashMap<>();
        int done = 0;
        for (CanvasReader.Node node : canvas.nodes) {
            if (progress.cancelled()) throw new CancellationException();
            if (!node.isGroup()) cards.put(node.key(), card(node, folder, name));
            progress.at((boards.size() - waiting.size() - 1 + (double) ++done / canvas.nodes.size()) / boards.size());
        }
        BoardMaker board = new BoardMaker(canvas, cards, type);
        maker.repo().open(boards.get(file)).toCompletableFuture().join().change(null, board::write);
    }

    private DocumentUrl card(CanvasReader.Node node, CanvasFolder folder, String canvas) {
        try {
            return switch (Json.string(node.json(), "type")) {
                case "text" -> maker.text(Json.string(node.json(), "text"), node.own());
                case "link" -> maker.text(Json.string(node.json(), "url"), node.own());
                default -> file(Json.string(node.json(), "file"), node, folder);
            };
        } catch (IOException unreadable) {
            String path = Json.string(node.json(), "file");
            problems.add((path.isEmpty() ? canvas : path) + ": " + unreadable.getMessage());
            return maker.factory().create("file", new Seed.Blank(path.substring(path.lastIndexOf('/') + 1)));
        }
    }

    private DocumentUrl file(String path, CanvasReader.Node node, CanvasFolder folder) throws IOException {
        Path file = folder.file(path);
        if (path.toLowerCase(Locale.ROOT).endsWith(".canvas")) return board(file);
        return maker.file(file, node.own());
    }
}
