// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/** Writes documents to files in formats that other programs read: an OSGi service. Any thread. */
public interface Exporter {

    /**
     * Writes a document. The file's ending says how: {@code .png}, {@code .svg}, {@code .pdf}, {@code .html}, {@code .json},
     * {@code .automerge}. The file appears whole or not at all. Fails with an {@link java.io.IOException} in one clear line.
     *
     * @param theme for the formats that show colours; HTML shows those that its reader prefers
     */
    CompletionStage<Void> export(DocumentUrl url, Path file, Theme theme);
}
