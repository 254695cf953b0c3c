// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The window asks for every text by a key that there is, once, and has none that nobody asks for. */
class WindowWordsTest {

    private static final Pattern KEY = Pattern.compile("^([\\w.]+)\\s*=", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)+)\"");

    private final Path sources = ArchitectureTest.root().resolve("bundles/org.pushpin.workbench/src");

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys = keys();
        assertEquals(new ArrayList<>(new TreeSet<>(keys)), keys.stream().sorted().toList());
    }

    @Test
    void everyTextThatIsAskedForIsThereAndIsAskedFor() throws IOException {
        TreeSet<String> keys = new TreeSet<>(keys());
        TreeSet<String> asked = new TreeSet<>();
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                WORD.matcher(source).results().map(word -> word.group(1)).forEach(named::add);
                Matcher get = Pattern.compile("Messages\\.get\\(\\s*" + WORD.pattern()).matcher(source);
                get.results().map(word -> word.group(1)).forEach(asked::add);
            }
        }
        TreeSet<String> missing = new TreeSet<>(asked);
        missing.removeAll(keys);
        TreeSet<String> unused = new TreeSet<>(keys);
        unused.removeAll(named);
        assertEquals(List.of(List.of(), List.of()), List.of(new ArrayList<>(missing), new ArrayList<>(unused)));
    }

    private List<String> keys() throws IOException {
        String properties = Files.readString(sources.resolve("org/pushpin/workbench/internal/Messages.properties"));
        return KEY.matcher(properties).results().map(key -> key.group(1)).toList();
    }
}
