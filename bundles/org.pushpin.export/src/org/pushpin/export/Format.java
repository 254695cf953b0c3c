// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a document can be written as. */
public enum Format {
    PDF, HTML, PNG, SVG,
    /** A folder with a JSON Canvas file and the files that this names. */
    CANVAS,
    JSON, AUTOMERGE;

    /** The name in lower case: also the ending of its files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it shows how a document looks, so that a part of one can be shown. */
    public boolean isDrawn() {
        return this == PDF || this == HTML || this == PNG || this == SVG;
    }

    public static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equalsIgnoreCase(id)).findFirst();
    }

    /** By a file's ending. */
    public static Optional<Format> of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : of(name.substring(dot + 1));
    }
}
