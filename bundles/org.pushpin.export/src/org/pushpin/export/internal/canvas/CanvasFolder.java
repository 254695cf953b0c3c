// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that a canvas's paths are in, for reading: nothing outside of it is ever opened, whatever a path or a
 * symbolic link says.
 *
 * @param root without symbolic links
 */
record CanvasFolder(Path root) {

    /** Where a vault of Obsidian says that it begins. */
    private static final String VAULT = ".obsidian";
    private static final int HIGHEST = 16;
    private static final int LONGEST = 1024;

    /** The vault that a canvas is in; where it is in none, its own folder. */
    static CanvasFolder of(Path canvas) throws IOException {
        Path own = canvas.toRealPath().getParent();
        Path at = own;
        for (int i = 0; i < HIGHEST && at != null; i++, at = at.getParent()) {
            if (Files.isDirectory(at.resolve(VAULT))) return new CanvasFolder(at);
        }
        return new CanvasFolder(own);
    }

    /** Whether a path, with slashes, can only lead into a folder. */
    static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > LONGEST || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0
                || path.matches("(?s)[A-Za-z]:.*|.*[\\x00-\\x1F].*")) return false;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
        }
        return true;
    }

    /** @throws IOException in a line: it is not there, is no file, or leads out of the folder */
    Path file(String path) throws IOException {
        if (!isSafe(path)) throw new IOException("the path leads out of the folder");
        try {
            Path file = root.resolve(path);
            if (!Files.exists(file)) throw new IOException("there is no such file");
            Path real = file.toRealPath();
            if (!real.startsWith(root)) throw new IOException("the path leads out of the folder");
            if (!Files.isRegularFile(real)) throw new IOException("it is not a file");
            return real;
        } catch (InvalidPathException impossible) {
            throw new IOException("there is no such file", impossible);
        }
    }
}
