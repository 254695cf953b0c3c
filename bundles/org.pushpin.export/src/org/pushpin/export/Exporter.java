// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/** Writes documents to files in formats that other programs read: an OSGi service. Any thread. */
public interface Exporter {

    /** Pixels of a PNG per board unit where nobody says otherwise, so that text is crisp. */
    double SHARP = 2;

    /**
     * How a document is written.
     *
     * @param theme for the formats that show colours; HTML shows those that its reader prefers
     * @param scale pixels of a PNG per board unit; fewer where it would be huge
     * @param items the keys of those items of a canvas that are drawn, with what lies in them; empty for all. Only of formats that are drawn
     */
    record Look(Theme theme, double scale, Set<String> items) {

        public Look {
            items = Set.copyOf(items);
        }

        public Look(Theme theme, double scale) {
            this(theme, scale, Set.of());
        }

        /** The same of some items. */
        public Look items(Collection<String> keys) {
            return new Look(theme, scale, Set.copyOf(keys));
        }

        public static Look of(Theme theme) {
            return new Look(theme, SHARP);
        }
    }

    /**
     * Writes a document. The file appears whole or not at all; one that was there is replaced. A {@link Format#CANVAS} is a
     * folder, which must not be there yet: a name that ends with {@code .canvas} is the folder's name without that. Fails
     * with an {@link java.io.IOException} in one clear line.
     */
    CompletionStage<Void> export(DocumentUrl url, Path file, Format format, Look look, Progress progress);

    /** The same, the file's ending says how. */
    CompletionStage<Void> export(DocumentUrl url, Path file, Theme theme);
}
