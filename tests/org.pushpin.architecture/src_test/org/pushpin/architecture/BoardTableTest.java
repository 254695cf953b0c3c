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
    /** A picture, in a line or as what a name stands for. */
    private static final Pattern SHOWN = Pattern.compile("(?:\\]\\(|\\]: )([^)\\s]+\\.png)");
    /** A name that stands for a picture. */
    private static final Pattern LABEL = Pattern.compile("\\[([a-z-]+)\\](?![(:])");
    private static final int LEAST_PICTURES = 20;

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

    @Test
    void everyPictureThatTheTableShowsExists() throws IOException {
        Path folder = root().resolve("releng/docs");
        String table = Files.readString(folder.resolve("board.md"));
        List<String> named = SHOWN.matcher(table).results().map(found -> found.group(1)).toList();
        assertTrue(named.size() >= LEAST_PICTURES, "the table shows " + named.size() + " pictures");
        assertEquals(List.of(), named.stream().filter(name -> !Files.isRegularFile(folder.resolve(name).normalize())).toList());
        List<String> rows = table.lines().filter(line -> line.startsWith("| ")).flatMap(line -> LABEL.matcher(line).results().map(found -> found.group(1)))
                .distinct().toList();
        assertEquals(List.of(), rows.stream().filter(name -> !table.contains("\n[" + name + "]: ")).toList(), "names without a picture");
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
