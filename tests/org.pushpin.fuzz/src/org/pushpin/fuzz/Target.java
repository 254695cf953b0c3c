// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.Locale;
import java.util.function.Consumer;

/** The targets, by name. */
enum Target {
    CHUNK(ChunkFuzz::fuzzerTestOneInput),
    CHANGE(ChangeFuzz::fuzzerTestOneInput),
    DOCUMENT(DocumentFuzz::fuzzerTestOneInput),
    SYNC(SyncFuzz::fuzzerTestOneInput);

    private final Consumer<byte[]> code;

    Target(Consumer<byte[]> code) {
        this.code = code;
    }

    /** Ends normally, or throws a finding. */
    void run(byte[] input) {
        code.accept(input);
    }

    static Target named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
