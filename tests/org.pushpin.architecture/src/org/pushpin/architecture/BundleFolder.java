// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A bundle as it lies in the source tree.
 *
 * @param name the folder's name, which is to be the symbolic name and the root package
 * @param path the folder
 * @param manifest its META-INF/MANIFEST.MF
 * @param sources the files under src
 */
public record BundleFolder(String name, Path path, Manifest manifest, List<SourceFile> sources) {
    public BundleFolder {
        sources = List.copyOf(sources);
    }

    /** Reads every folder in the given one that has a manifest, in the order of their names. */
    public static List<BundleFolder> readAll(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(p -> Files.isRegularFile(p.resolve("META-INF/MANIFEST.MF"))).sorted()
                    .map(BundleFolder::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BundleFolder read(Path path) {
        try (InputStream in = Files.newInputStream(path.resolve("META-INF/MANIFEST.MF"))) {
            return new BundleFolder(path.getFileName().toString(), path, new Manifest(in),
                    SourceReader.read(javaFiles(path.resolve("src"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    public Optional<String> header(String header) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(header));
    }

    /** The names in a header of clauses, without attributes and directives. */
    public Set<String> names(String header) {
        var names = new LinkedHashSet<String>();
        for (String clause : clauses(header(header).orElse(""))) {
            names.add(clause.split(";", 2)[0].strip());
        }
        return names;
    }

    /** Splits at commas that are not inside quotation marks. */
    static List<String> clauses(String value) {
        var clauses = new ArrayList<String>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ',' && !quoted) {
                if (!value.substring(start, i).isBlank()) {
                    clauses.add(value.substring(start, i).strip());
                }
                start = i + 1;
            } else if (value.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return clauses;
    }
}
