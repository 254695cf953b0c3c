// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    void everyTextIsThereAndUsed() {
        Path source = Path.of("src/org/pushpin/scene/internal");
        Assumptions.assumeTrue(Files.isDirectory(source), "run from the bundle's folder");
        Map<String, Set<String>> users = Map.of("core", Set.of("core", "stage", "gesture", "editing", "people"),
                "render", Set.of("render"), "documents", Set.of("documents"));
        users.forEach((topic, folders) -> {
            Set<Object> used = new TreeSet<>();
            folders.forEach(folder -> used.addAll(used(source.resolve(folder))));
            assertEquals(new TreeSet<>(texts(source.resolve(topic)).keySet()), used, topic);
        });
    }

    private static Properties texts(Path folder) {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("messages.properties"))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Set<Object> used(Path folder) {
        Set<Object> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher use = USE.matcher(Files.readString(file));
                while (use.find()) {
                    keys.add(use.group(1));
                    if (use.group(2) != null) keys.add(use.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }
}
