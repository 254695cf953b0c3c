// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/**
 * What a person installed into a profile, so that it can be reinstated when the installation below was rebuilt or
 * replaced: {@code PROFILE/card-types/installed.json}, and beside it one p2 repository per entry with the very
 * artifacts that were installed. One thread at a time.
 */
final class InstallRecord {

    /**
     * One installed card type.
     *
     * @param artifacts file name → SHA-256 (hex) of each artifact in the retained repository
     */
    record Entry(String id, String version, String name, String source, Map<String, String> artifacts) {}

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path folder;

    InstallRecord(Path profile) {
        this.folder = profile.resolve("card-types");
    }

    /** The retained repository of an entry. */
    Path repository(String id, String version) {
        return folder.resolve(id + "_" + version);
    }

    List<Entry> entries() throws InstallException {
        Path file = folder.resolve("installed.json");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Entry[] entries = GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), Entry[].class);
            return entries == null ? List.of() : List.of(entries);
        } catch (IOException | JsonParseException e) {
            throw new InstallException("The list of installed card types (" + file + ") cannot be read: "
                    + e.getMessage() + ". Card types stay as they are; remove the file to start a new list.", e);
        }
    }

    void add(Entry entry) throws InstallException {
        List<Entry> entries = new ArrayList<>(entries());
        entries.removeIf(known -> known.id().equals(entry.id()));
        entries.add(entry);
        write(entries);
    }

    void remove(String id) throws InstallException {
        List<Entry> entries = new ArrayList<>(entries());
        entries.removeIf(known -> known.id().equals(id));
        write(entries);
    }

    private void write(List<Entry> entries) throws InstallException {
        try {
            Files.createDirectories(folder);
            Path next = folder.resolve("installed.json.new");
            Files.writeString(next, GSON.toJson(entries), StandardCharsets.UTF_8);
            Files.move(next, folder.resolve("installed.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InstallException("The list of installed card types cannot be written: " + e.getMessage(), e);
        }
    }
}
