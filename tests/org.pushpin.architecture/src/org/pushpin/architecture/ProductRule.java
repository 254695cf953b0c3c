// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a built product may hold: the peer no window system, no product the example of a third party. */
public final class ProductRule {
    private static final Pattern WINDOWS = Pattern.compile(
            "org\\.eclipse\\.(swt|jface|ui|e4\\.ui|equinox\\.p2\\.ui|equinox\\.security\\.ui)[._].*"
                    + "|org\\.pushpin\\.(ui|workbench)_.*");
    private static final Pattern NEEDS_WINDOWS = Pattern.compile("org\\.eclipse\\.(swt|jface)\\b.*");

    private ProductRule() {}

    /** Checks the plug-ins of a headless product, by their names and by what they say they need. */
    public static List<Violation> checkHeadless(Path plugins) {
        var found = new ArrayList<Violation>();
        for (Path plugin : list(plugins)) {
            String name = plugin.getFileName().toString();
            if (WINDOWS.matcher(name).matches()) {
                found.add(new Violation(name, "belongs to a window system"));
            } else if (Files.isRegularFile(plugin)) {
                checkNeeds(plugin, found);
            }
        }
        return found;
    }

    private static void checkNeeds(Path plugin, List<Violation> found) {
        try (var jar = new JarFile(plugin.toFile())) {
            if (jar.getManifest() == null) {
                return;
            }
            for (String header : List.of("Import-Package", "Require-Bundle")) {
                String value = jar.getManifest().getMainAttributes().getValue(header);
                for (String clause : BundleFolder.clauses(value == null ? "" : value)) {
                    if (NEEDS_WINDOWS.matcher(clause).matches() && !clause.matches(".*resolution:=\"?optional.*")) {
                        found.add(new Violation(plugin.getFileName().toString(), "needs " + clause));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No plug-in of the examples is part of a product. */
    public static List<Violation> checkNoExamples(Path plugins) {
        return list(plugins).stream().map(p -> p.getFileName().toString())
                .filter(n -> n.startsWith("org.pushpin.example.") || n.startsWith("org.automerge"))
                .map(n -> new Violation(n, "is not to be part of a product")).toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
