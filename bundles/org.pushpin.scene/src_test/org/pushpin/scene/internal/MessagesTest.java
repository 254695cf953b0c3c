// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /** {@code .get("key"}, {@code text("key"} and {@code command("key"}; the keys of choices stand in strings too. */
    private static final Pattern USE = Pattern.compile("(?:get|text|command|group)\\((?:\\w+ \\? )?\"([\\w.]+)\"(?: : \"([\\w.]+)\")?");

    @Test
    void everyTextIsThereAndUsed() throws IOException {
        Path source = Path.of("src/org/pushpin/scene/internal");
        Assumptions.assumeTrue(Files.isDirectory(source), "run from the bundle's folder");
        for (String topic : new String[] {"stage", "render", "documents"}) {
            Properties texts = new Properties();
            try (var in = Files.newBufferedReader(source.resolve(topic).resolve("messages.properties"))) {
                texts.load(in);
            }
            assertEquals(new TreeSet<>(texts.keySet()), used(source.resolve(topic)), topic);
        }
    }

    private static Set<Object> used(Path folder) throws IOException {
        Set<Object> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher use = USE.matcher(Files.readString(file));
                while (use.find()) {
                    keys.add(use.group(1));
                    if (use.group(2) != null) keys.add(use.group(2));
                }
            }
        }
        return keys;
    }
}
