// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that appears whole or not at all, where there was none. */
final class FreshFolder {

    /** Fills a folder. */
    interface Content {
        void write(Path folder) throws IOException;
    }

    private FreshFolder() {
    }

    static void make(Path target, Content content) throws IOException {
        if (!Files.isDirectory(target.getParent())) throw new IOException("there is no folder " + target.getParent());
        if (Files.exists(target)) throw new IOException("there is already a " + target);
        Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        Files.createDirectory(fresh);
        try {
            content.write(fresh);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException across) {
                Files.move(fresh, target);
            }
        } finally {
            remove(fresh);
        }
    }

    /** What is left of it. */
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.deleteIfExists(file);
    }
}
