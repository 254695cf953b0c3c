// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link BareWindow} in a process of its own. */
final class Bare implements Program {

    private final Processes process;

    Bare(Path work) throws IOException {
        process = new Processes(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseZGC",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), BareWindow.class.getName()),
                Map.of(), work.resolve("bare.log"));
    }

    @Override
    public Optional<Screen.Key> free() {
        return Optional.empty();
    }

    @Override
    public long memory() throws IOException {
        return process.memory();
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
