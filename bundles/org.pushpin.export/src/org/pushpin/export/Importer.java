// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.pushpin.crypto.DocumentUrl;

/** Makes documents of files that other programs wrote: an OSGi service. Any thread. */
public interface Importer {

    /**
     * Makes a document of a file or folder, on an io thread:
     * <table>
     * <caption>What becomes of what</caption>
     * <tr><td>{@code .canvas}</td><td>a board with all that it refers to in its folder</td></tr>
     * <tr><td>a folder</td><td>a board of its notes, pictures and files; folders in it are boards on it. Links between notes
     *     can be followed, and are arrows where both are on one board</td></tr>
     * <tr><td>{@code .md}</td><td>a note; its front matter is kept, and not shown</td></tr>
     * <tr><td>others</td><td>as {@link org.pushpin.scene.DocumentFactory#importFile}</td></tr>
     * </table>
     * Nothing outside the folder is read, and no network is used. What cannot be read is named in the answer, and the
     * rest goes on. Fails with an {@link java.io.IOException} in one clear line where nothing can be made of it at all.
     */
    CompletionStage<Imported> read(Path path, Progress progress);

    /** @param problems one line each, with the file's name first */
    record Imported(DocumentUrl url, List<String> problems) {

        public Imported {
            problems = List.copyOf(problems);
        }
    }
}
