// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.cards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import org.pushpin.content.ContentType;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Seed;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;

import com.google.gson.JsonObject;

/** Makes cards. Waits for files, so not on a window's thread. */
public record CardMaker(Repo repo, ContentRegistry registry, DocumentFactory factory) {

    /** In UTF-16 units; a longer text is not read as a note. */
    private static final int LONGEST = 1 << 20;
    private static final long MOST_NOTE_BYTES = 1 << 20;
    /** What is no card, or is made of files of its own. */
    private static final Set<String> NO_CARDS = Set.of("workspace", "board");

    /**
     * A note, or what a file of ours says it was.
     *
     * @param own what such a file says: {@code type} and {@code document}; may be empty, and is not to be trusted
     */
    public DocumentUrl text(String text, JsonObject own) throws IOException {
        if (text.length() > LONGEST) throw new IOException("a text is longer than " + LONGEST + " characters");
        String lines = text.replaceAll("\r\n?", "\n");
        String type = Json.string(own, "type").equals("sticky") && registry.type("sticky").isPresent() ? "sticky" : "text";
        JsonObject document = Json.object(own, "document");
        return says(document, lines) ? restore(type, document) : factory.create(type, new Seed.Text(lines));
    }

    /** A note of Markdown with what stands before it. */
    public DocumentUrl note(FrontMatter note) throws IOException {
        DocumentUrl url = text(note.text(), new JsonObject());
        if (note.matter().isEmpty()) return url;
        ContentType type = registry.type("text").orElseThrow(() -> new IOException("the card type text is not installed"));
        repo.open(url).toCompletableFuture().join().changeSilently(null, edit -> type.perform(new Intent.Act(FrontMatter.FIELD,
                Map.of(FrontMatter.FIELD, Scalar.of(note.matter()))), edit));
        return url;
    }

    /** What a file is: a note where it is Markdown, else what the factory makes of it. @param own as for {@link #text} */
    public DocumentUrl file(Path file, JsonObject own) throws IOException {
        JsonObject document = Json.object(own, "document");
        String type = Json.string(own, "type");
        if (isMarkdown(file)) {
            Optional<FrontMatter> note = read(file);
            if (note.isPresent() && says(document, note.get().text())) {
                return restore("text", document);
            }
            if (note.isPresent()) return note(note.get());
        }
        boolean other = !type.isEmpty() && !Set.of("image", "file", "text").contains(type) && !document.isEmpty();
        if (other && !NO_CARDS.contains(type) && registry.type(type).isPresent()) return restore(type, document);
        DocumentUrl made = made(file);
        boolean same = Set.of("image", "file").contains(type) && blob(made).equals(Json.string(document, "blob")) && !blob(made).isEmpty();
        return same ? restore(type, document) : made;
    }

    /** Whether what we said of a document is what another program has left of it: its words, or those with signs for its marks. */
    private static boolean says(JsonObject document, String text) throws IOException {
        if (!document.has("text")) return false;
        return Json.string(Json.object(document, "text"), "text").equals(text) || Content.markdown(document).equals(text);
    }

    public static boolean isMarkdown(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)");
    }

    /** A file of Markdown; empty where it is too long, or no text. */
    public static Optional<FrontMatter> read(Path file) throws IOException {
        if (Files.size(file) > MOST_NOTE_BYTES) return Optional.empty();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return Optional.of(FrontMatter.of((text.startsWith("\uFEFF") ? text.substring(1) : text).replaceAll("\r\n?", "\n")));
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    private DocumentUrl made(Path file) throws IOException {
        try {
            return factory.importFile(file, read -> { }).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException problem) throw problem;
            throw e;
        }
    }

    private String blob(DocumentUrl url) {
        return repo.local(url.id()).map(handle -> Fields.root(handle.current()).string("blob")).orElse("");
    }

    private DocumentUrl restore(String type, JsonObject document) throws IOException {
        try {
            return repo.create(null, edit -> {
                try {
                    Content.write(document, edit);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }).url(type);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
