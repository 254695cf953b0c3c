// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a bundle says to people: every word that it asks for is there, once, and none is there in vain. */
class WordsTest {

    private static final Pattern KEY = Pattern.compile("(?m)^([\\w.-]+)\\s*=");
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");
    /** {@code messages.get("key"} and {@code Messages.of(…).get("key"}. */
    private static final Pattern ASKED = Pattern.compile("[Mm]essages\\b(?:\\(\\))?(?:\\.of\\([\\w., ()]*\\))?\\.get\\(\\s*\"([\\w.-]+)\"");

    @TestFactory
    Stream<DynamicTest> bundles() throws IOException {
        List<Path> speaking = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(ArchitectureTest.root().resolve("bundles"))) {
            for (Path bundle : bundles.sorted().toList()) {
                Path source = bundle.resolve("src");
                if (Files.isDirectory(source) && !files(source, "essages.properties").isEmpty()) speaking.add(source);
            }
        }
        assertFalse(speaking.isEmpty());
        return speaking.stream().map(source -> DynamicTest.dynamicTest(source.getParent().getFileName().toString(),
                () -> check(source)));
    }

    private static void check(Path source) throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path words : files(source, "essages.properties")) {
            List<String> here = matches(KEY, Files.readString(words));
            assertEquals(here.stream().distinct().toList(), here, "twice in " + words);
            keys.addAll(here);
        }
        StringBuilder code = new StringBuilder();
        for (Path file : files(source, ".java")) code.append(Files.readString(file));
        Set<String> named = new TreeSet<>(matches(LITERAL, code));
        Set<String> missing = new TreeSet<>(matches(ASKED, code));
        keys.forEach(missing::remove);
        missing.removeIf(beginning -> beginning.endsWith("."));
        assertAll(() -> assertEquals(List.of(), List.copyOf(missing), "asked for and not there"),
                () -> assertEquals(List.of(), keys.stream().filter(key -> !used(key, named)).toList(), "there in vain"));
    }

    /** Named as it is, or put together from a beginning that ends in a dot. */
    private static boolean used(String key, Set<String> named) {
        return named.contains(key) || named.contains(key.substring(0, key.lastIndexOf('.') + 1));
    }

    private static List<String> matches(Pattern pattern, CharSequence text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
