// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The folder {@code target/node}, where the scripts of {@code node} and Automerge's JavaScript engine lie side by side. */
public final class NodeFolder {
    private final Path folder;

    private NodeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies the scripts, and installs the engine if need be.
     *
     * @throws IOException if there is no npm or no network
     */
    public static NodeFolder installed() throws IOException, InterruptedException {
        Path project = Path.of("").toAbsolutePath();
        Path source = Files.isDirectory(project.resolve("node")) ? project.resolve("node")
                : project.resolve("tests/org.pushpin.conformance/node");
        NodeFolder node = new NodeFolder(Files.createDirectories(source.resolveSibling("target").resolve("node")));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, node.folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.isDirectory(node.folder.resolve("node_modules/@automerge/automerge"))) {
            node.run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        return node;
    }

    /**
     * Runs a program here to its end, for at most two minutes.
     *
     * @return what it wrote
     * @throws IOException if it fails, with what it wrote
     */
    public String run(String... command) throws IOException, InterruptedException {
        File log = Files.createTempFile("node", ".log").toFile();
        Process process = builder(command).redirectErrorStream(true).redirectOutput(log).start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = Files.readString(log.toPath());
        Files.delete(log.toPath());
        if (!ended || process.exitValue() != 0) {
            throw new IOException(command[0] + " failed: " + output);
        }
        return output;
    }

    /** A program to be started here. */
    public ProcessBuilder builder(String... command) {
        return new ProcessBuilder(List.of(command)).directory(folder.toFile());
    }
}
