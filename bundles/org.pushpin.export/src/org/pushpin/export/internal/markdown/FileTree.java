// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.markdown;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is in a folder: its files by folder, in the order of their names. */
final class FileTree {

    static final int MOST_FILES = 10_000;
    static final int DEEPEST = 16;

    private final Path root;
    /** Each folder after the one that it is in. */
    final Map<Path, List<Path>> folders = new LinkedHashMap<>();
    private final Map<String, List<Path>> byName = new HashMap<>();
    final List<String> problems = new ArrayList<>();
    private int count;

    FileTree(Path root) throws IOException {
        this.root = root;
        Files.walkFileTree(root, java.util.Set.of(), DEEPEST + 1, new Visitor());
        folders.values().forEach(files -> files.sort(Comparator.comparing(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))));
    }

    int count() {
        return count;
    }

    /** The folders that are directly in one, by name. */
    List<Path> within(Path folder) {
        return folders.keySet().stream().filter(other -> folder.equals(other.getParent()) && !other.equals(root)).sorted().toList();
    }

    /** The file that a note's link means: from the note's folder, from the root, or for a wiki's by its name, the nearest first. */
    Optional<Path> target(Path note, NoteLinks.Link link) {
        for (Path base : List.of(note.getParent(), root)) {
            Optional<Path> found = file(base, link.target()).or(() -> file(base, link.target() + ".md"));
            if (found.isPresent()) return found;
        }
        if (!link.wiki()) return Optional.empty();
        String name = link.target().substring(link.target().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<Path> named = byName.getOrDefault(name, byName.getOrDefault(name + ".md", List.of()));
        return named.stream().min(Comparator.comparingInt(file -> note.getParent().relativize(file).getNameCount()));
    }

    /** Only what the tree has: so nothing outside can be meant. */
    private Optional<Path> file(Path base, String path) {
        try {
            Path file = base.resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
            return folders.getOrDefault(file.getParent(), List.of()).contains(file) ? Optional.of(file) : Optional.empty();
        } catch (java.nio.file.InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && isHidden(folder)) return FileVisitResult.SKIP_SUBTREE;
            folders.put(folder, new ArrayList<>());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                problems.add(root.relativize(file) + ": it is too deep, and was left out");
            } else if (attributes.isRegularFile() && !isHidden(file)) {
                if (++count > MOST_FILES) {
                    count = MOST_FILES;
                    problems.add(root.getFileName() + ": it has more than " + MOST_FILES + " files; the others were left out");
                    return FileVisitResult.TERMINATE;
                }
                folders.get(file.getParent()).add(file);
                byName.computeIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            problems.add(root.relativize(file) + ": it cannot be read");
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }
}
