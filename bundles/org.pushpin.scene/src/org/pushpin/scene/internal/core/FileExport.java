// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.content.BlobRef;
import org.pushpin.content.Intent;

/**
 * Gives a file of a document to the person's system. Its name and kind are a stranger's words: the name is stripped of what
 * leads elsewhere or hides its end, and what is opened gets the ending of its kind, of which none is a program's. Ui thread;
 * bytes move on others.
 */
record FileExport(Core core) {

    private static final int LONGEST_NAME = 100;

    /** What is opened, with the ending it gets. Pages and drawings with scripts are not among them. */
    private static final Map<String, String> OPENED = Map.ofEntries(Map.entry("application/pdf", "pdf"),
            Map.entry("image/png", "png"), Map.entry("image/jpeg", "jpg"), Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"), Map.entry("text/plain", "txt"), Map.entry("text/markdown", "md"),
            Map.entry("text/csv", "csv"), Map.entry("audio/mpeg", "mp3"), Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/wav", "wav"), Map.entry("audio/flac", "flac"), Map.entry("video/mp4", "mp4"),
            Map.entry("video/webm", "webm"), Map.entry("video/quicktime", "mov"), Map.entry("application/zip", "zip"),
            Map.entry("application/epub+zip", "epub"),
            Map.entry("application/vnd.oasis.opendocument.text", "odt"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

    void perform(Intent.Export export) {
        if (export.open()) open(export.file());
        else save(export.file());
    }

    private void save(BlobRef file) {
        core.host.saveAs(plain(file.name())).thenAccept(place -> place.ifPresent(to -> copy(file, to, saved ->
                core.host.notice(core.messages().get("export.saved", String.valueOf(saved.getFileName()))))));
    }

    private void open(BlobRef file) {
        Optional<String> ending = Optional.ofNullable(OPENED.get(file.mediaType()));
        if (ending.isEmpty()) {
            core.host.notice(core.messages().get("export.closed"));
            return;
        }
        String name = withEnding(plain(file.name()), ending.get());
        CompletableFuture.supplyAsync(FileExport::folder, core.services.lane()).whenComplete((folder, failure) ->
                core.host.execute(() -> {
                    if (failure == null) copy(file, folder.resolve(name), this::launch);
                    else core.host.notice(core.messages().get("export.failed", file.name()));
                }));
    }

    private void launch(Path file) {
        if (!core.host.launch(file)) core.host.notice(core.messages().get("export.noProgram"));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("pushpin-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param then is told, on the ui thread, when it is there */
    private void copy(BlobRef file, Path to, Consumer<Path> then) {
        CompletionStage<Path> copied = core.services.repo().blobs().exportTo(file.id(), to, bytes -> { });
        copied.whenComplete((made, failure) -> core.host.execute(() -> {
            if (failure == null) then.accept(made);
            else core.host.notice(core.messages().get("export.failed", plain(file.name())));
        }));
    }

    /** One name in a folder, visible, and no longer than file systems take it. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        for (int code : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).codePoints().toArray()) {
            boolean hidden = Character.isISOControl(code) || Character.getType(code) == Character.FORMAT
                    || "<>:\"|?*".indexOf(code) >= 0;
            if (!hidden && plain.length() < LONGEST_NAME) plain.appendCodePoint(code);
        }
        String stripped = plain.toString().strip().replaceFirst("^[.]+", "");
        return stripped.isEmpty() ? "file" : stripped;
    }

    private static String withEnding(String name, String ending) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith("." + ending) ? name : name + "." + ending;
    }
}
