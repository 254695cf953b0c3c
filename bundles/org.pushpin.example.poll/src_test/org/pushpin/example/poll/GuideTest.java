// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.example.poll;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The guide for authors of card types shows this bundle's own code. */
final class GuideTest {

    private static final String GUIDE = "releng/docs/write-a-card-type.md";

    @Test
    void everyPieceOfTheGuideIsInThisBundle() throws IOException {
        Path root = root();
        String code = read(List.of(root.resolve("bundles/org.pushpin.example.poll"), root.resolve("features/org.pushpin.example.poll.feature"),
                root.resolve("releng/org.pushpin.repository/category.xml")));
        Matcher pieces = Pattern.compile("```\\w*\\n(.*?)\\n```", Pattern.DOTALL).matcher(Files.readString(root.resolve(GUIDE)));
        int count = 0;
        for (; pieces.find(); count++) assertTrue(code.contains(pieces.group(1)), pieces.group(1));
        assertTrue(count >= 10);
    }

    private static String read(List<Path> folders) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(GuideTest::isShown).toList()) all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }

    private static boolean isShown(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") || name.equals("MANIFEST.MF") || name.equals("build.properties") || name.endsWith(".xml");
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .filter(at -> Files.exists(at.resolve(GUIDE))).findFirst().orElseThrow();
    }
}
