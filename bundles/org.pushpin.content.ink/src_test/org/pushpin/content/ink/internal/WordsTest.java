// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every word that is asked for is there, and none is there in vain. */
final class WordsTest {

    /** Keys that are put together. */
    private static final String COMPUTED = "color.";

    private final ResourceBundle words = ResourceBundle.getBundle(WordsTest.class.getPackageName() + ".messages", Locale.ROOT);

    @Test
    void everyWordAskedForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        Matcher gets = Pattern.compile("\\.get\\(\"([a-z-]+)\"").matcher(sources());
        while (gets.find()) asked.add(gets.group(1));
        assertTrue(words.keySet().containsAll(asked), asked + " of " + words.keySet());
    }

    @Test
    void everyWordIsAskedFor() throws IOException {
        String sources = sources();
        assertEquals(words.keySet(), words.keySet().stream()
                .filter(key -> key.startsWith(COMPUTED) || sources.contains("\"" + key + "\"")).collect(Collectors.toSet()));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) all.append(Files.readString(file));
        }
        return all.toString();
    }
}
