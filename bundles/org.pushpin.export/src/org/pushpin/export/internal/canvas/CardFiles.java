// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import org.pushpin.content.BlobRef;
import org.pushpin.content.Fields;
import org.pushpin.content.Theme;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.internal.cards.Content;
import org.pushpin.export.internal.cards.FrontMatter;
import org.pushpin.export.internal.cards.Json;
import org.pushpin.export.internal.svg.SvgFormat;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.scene.Posters;

import com.google.gson.JsonObject;

/** Makes cards nodes, and writes the files that those name. One thread, which waits for files. */
final class CardFiles {

    private static final Set<String> FILE_FIELDS = Set.of("title", "name", "mediaType", "size", "blob", "width", "height");

    private final Repo repo;
    private final Posters posters;
    private final CanvasFiles files;
    private final Map<DocumentId, String> boards = new HashMap<>();
    private final Deque<DocumentUrl> waiting = new ArrayDeque<>();

    CardFiles(Repo repo, Posters posters, CanvasFiles files) {
        this.repo = repo;
        this.posters = posters;
        this.files = files;
    }

    /** The path of a board's canvas, which is then to be written. */
    String board(DocumentUrl url, String title) {
        return boards.computeIfAbsent(url.id(), id -> {
            waiting.add(url);
            return files.name(title, ".canvas");
        });
    }

    /** A board whose canvas nobody has written yet. */
    Optional<DocumentUrl> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /**
     * Writes what a card is into its node, and its file beside the canvas.
     *
     * @param node as it was kept, or new
     * @param own where goes what JSON Canvas has no word for
     */
    void card(BoardFields.Entry entry, JsonObject node, JsonObject own) throws IOException {
        Optional<DocumentUrl> url = entry.url();
        Optional<Doc> document = url.flatMap(link -> repo.local(link.id())).map(DocHandle::current);
        if (document.isEmpty()) {
            text(node, Json.string(node, "text"));
            return;
        }
        switch (url.get().contentType()) {
            case "text" -> note(document.get(), node, own);
            case "sticky" -> {
                text(node, Fields.root(document.get()).string("text"));
                if (!node.has("color")) node.addProperty("color", CanvasColors.sticky(Fields.root(document.get()).string("color")));
                own.addProperty("type", "sticky");
                own.add("document", Content.of(document.get()));
            }
            case "board" -> {
                node.addProperty("type", "file");
                String kept = Json.string(node, "file");
                if (kept.isEmpty()) node.addProperty("file", board(url.get(), Fields.root(document.get()).string("title")));
                else if (boards.containsKey(url.get().id())) node.addProperty("file", boards.get(url.get().id()));
                else node.addProperty("file", boardAt(url.get(), kept, document.get()));
            }
            case "image", "file" -> file(url.get().contentType(), document.get(), node, own);
            default -> picture(url.get(), document.get(), node, own);
        }
    }

    private String boardAt(DocumentUrl url, String path, Doc document) {
        if (!CanvasFolder.isSafe(path) || !files.take(path)) return board(url, Fields.root(document).string("title"));
        boards.put(url.id(), path);
        waiting.add(url);
        return path;
    }

    // notes

    private void note(Doc document, JsonObject node, JsonObject own) throws IOException {
        Fields note = Fields.root(document);
        String text = Content.markdown(document);
        boolean link = Json.string(node, "type").equals("link") && Json.string(node, "url").equals(text);
        String path = Json.string(node, "type").equals("file") ? Json.string(node, "file") : "";
        boolean asFile = CanvasFolder.isSafe(path) && files.take(path);
        if (asFile) write(path, (note.string(FrontMatter.FIELD) + text).getBytes(StandardCharsets.UTF_8));
        else if (!link) text(node, text);
        JsonObject content = Content.of(document);
        boolean plain = content.get("text") instanceof JsonObject said && !said.has("marks")
                && (content.size() == 1 || asFile && content.size() == 2 && content.has(FrontMatter.FIELD));
        if (!plain) own.add("document", content);
    }

    private static void text(JsonObject node, String text) {
        node.addProperty("type", "text");
        node.remove("file");
        node.remove("url");
        if (!lines(Json.string(node, "text")).equals(text) || !node.has("text")) node.addProperty("text", text);
    }

    /** Text as notes hold it. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    // pictures and files

    private void file(String type, Doc document, JsonObject node, JsonObject own) throws IOException {
        Fields fields = Fields.root(document);
        Optional<BlobId> blob = BlobRef.parse(fields.string("blob")).filter(id -> repo.blobs().find(id).isPresent());
        String name = fields.string("name").isEmpty() ? fields.string("title") : fields.string("name");
        String kept = Json.string(node, "type").equals("file") ? Json.string(node, "file") : "";
        boolean again = node.has("file") && (blob.isEmpty() || CanvasFolder.isSafe(kept) && files.take(kept));
        String path = again ? kept : files.name(base(name), ending(name));
        node.addProperty("type", "file");
        node.addProperty("file", path);
        if (blob.isPresent()) copy(blob.get(), path);
        JsonObject content = Content.of(document);
        boolean usual = blob.isEmpty() ? again && content.size() == 1 : FILE_FIELDS.containsAll(content.keySet())
                && fields.string("title").equals(base(path.substring(path.lastIndexOf('/') + 1)))
                && path.endsWith(name) && type.equals("image") == fields.string("mediaType").startsWith("image/");
        if (usual) return;
        own.addProperty("type", type);
        own.add("document", content);
    }

    private void copy(BlobId blob, String path) throws IOException {
        try {
            repo.blobs().exportTo(blob, files.at(path), moved -> { }).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IOException(path + ": " + e.getCause().getMessage(), e);
        }
    }

    private static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 ? name.substring(dot) : "";
        return ending.matches("\\.\\w{1,12}") ? ending : "";
    }

    // what other programs have no card for

    private void picture(DocumentUrl url, Doc document, JsonObject node, JsonObject own) throws IOException {
        String kept = Json.string(node, "file");
        String path = CanvasFolder.isSafe(kept) && files.take(kept) ? kept : files.name(url.contentType(), ".svg");
        node.addProperty("type", "file");
        node.addProperty("file", path);
        own.addProperty("type", url.contentType());
        own.add("document", Content.of(document));
        try (OutputStream out = Files.newOutputStream(files.at(path), StandardOpenOption.CREATE_NEW)) {
            SvgFormat.write(posters.poster(url, Theme.LIGHT).toCompletableFuture().join(), out);
        } catch (CompletionException e) {
            throw new IOException(path + ": " + e.getCause().getMessage(), e);
        }
    }

    void write(String path, byte[] bytes) throws IOException {
        Path file = files.at(path);
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    }
}
