// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.cards.Json;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.Posters;

/** Writes a board, and the boards on it, as canvases into a folder. Waits for files. */
public record CanvasExport(Repo repo, Posters posters) {

    /** @param folder is there and empty; {@code name} of the first canvas, without its ending */
    public void write(DocumentUrl url, Path folder, String name, Progress progress) throws IOException {
        CardFiles cards = new CardFiles(repo, posters, new CanvasFiles(folder));
        String path = cards.board(url, name);
        int boards = 0;
        for (Optional<DocumentUrl> next = cards.next(); next.isPresent(); next = cards.next()) {
            Doc board = repo.local(next.get().id()).map(DocHandle::current)
                    .orElseThrow(() -> new IOException("this document is not in the profile yet"));
            String own = next.get().id().equals(url.id()) ? path : cards.board(next.get(), "");
            BoardFields fields = BoardFields.of(board);
            int[] done = {0};
            int all = Math.max(1, fields.entries().size());
            double from = 1 - 1.0 / ++boards;
            double share = 1 - 1.0 / (boards + 1) - from;
            CanvasWriter writer = new CanvasWriter(fields, places(next.get()), cards);
            cards.write(own, Json.write(writer.write(title(own), () -> {
                if (progress.cancelled()) throw new CancellationException();
                progress.at(from + share * ++done[0] / all);
            })).concat("\n").getBytes(StandardCharsets.UTF_8));
        }
        progress.at(1);
    }

    private static String title(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("(?i)\\.canvas$", "");
    }

    private Map<String, Rect> places(DocumentUrl url) throws IOException {
        try {
            return posters.poster(url, Theme.LIGHT).toCompletableFuture().join().places();
        } catch (CompletionException e) {
            throw new IOException("the board cannot be laid out: " + e.getCause().getMessage(), e);
        }
    }
}
