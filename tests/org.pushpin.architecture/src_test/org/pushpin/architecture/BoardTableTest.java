// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The table of what the board does names tests that there are. */
class BoardTableTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final int LEAST = 60;

    @Test
    void everyTestThatTheTableNamesExists() throws IOException {
        Path root = root();
        Matcher named = NAMED.matcher(Files.readString(root.resolve("releng/docs/board.md")));
        TreeSet<String> missing = new TreeSet<>();
        int count = 0;
        while (named.find()) {
            count++;
            if (!exists(root, named.group(1), named.group(2))) missing.add(named.group());
        }
        assertTrue(count >= LEAST, "the table names " + count + " tests");
        assertEquals(new TreeSet<String>(), missing);
    }

    private static boolean exists(Path root, String test, String method) throws IOException {
        Pattern declared = Pattern.compile("void " + method + "\\(");
        for (Path file : sources(root, test + ".java")) {
            if (declared.matcher(Files.readString(file)).find()) return true;
        }
        return false;
    }

    private static List<Path> sources(Path root, String name) throws IOException {
        try (Stream<Path> bundles = Files.walk(root.resolve("bundles"));
                Stream<Path> tests = Files.walk(root.resolve("tests"))) {
            return Stream.concat(bundles, tests).filter(file -> file.getFileName().toString().equals(name)).toList();
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("releng/docs"))) at = at.getParent();
        if (at == null) throw new IllegalStateException("not within the project");
        return at;
    }
}
