// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The files that are written beside a canvas, under names that every system takes and no two of which are the same. One thread. */
final class CanvasFiles {

    private static final int LONGEST = 80;

    private final Path root;
    /** In lower case: some systems do not tell them apart. */
    private final Set<String> taken = new HashSet<>();

    CanvasFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A name for a new file; {@code name 2} where it is taken. @param ending with its dot, may be empty */
    String name(String wanted, String ending) {
        String base = clean(wanted);
        String name = base + ending;
        for (int i = 2; !take(name); i++) name = base + " " + i + ending;
        return name;
    }

    /** Takes the path that a file had; false if it is not to be had. */
    boolean take(String path) {
        String key = path.toLowerCase(Locale.ROOT);
        boolean inside = taken.stream().anyMatch(other -> other.startsWith(key + "/") || key.startsWith(other + "/"));
        return !inside && taken.add(key);
    }

    /** Where a path is, with its folders made. */
    Path at(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || !CanvasFolder.isSafe(path)) throw new IOException("the path leads out of the folder");
        Files.createDirectories(file.getParent());
        return file;
    }

    static String clean(String wanted) {
        String clean = wanted.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|#^\\[\\]]+", "-").strip().replaceAll("^\\.+|[. ]+$", "");
        if (clean.length() > LONGEST) clean = clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, LONGEST))).strip();
        boolean device = clean.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
        return clean.isEmpty() ? "untitled" : device ? "_" + clean : clean;
    }
}
