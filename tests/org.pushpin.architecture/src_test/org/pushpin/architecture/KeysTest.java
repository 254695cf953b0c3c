// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** No key of the window stands for two commands. */
class KeysTest {

    private static final Pattern KEY = Pattern.compile("<key\\s[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    @Test
    void noKeyHasTwoMeanings() throws IOException {
        String plugin = Files.readString(ArchitectureTest.root().resolve("bundles/org.pushpin.workbench/plugin.xml"));
        List<Map<String, String>> keys = KEY.matcher(plugin).results().map(MatchResult::group).map(KeysTest::attributes).toList();
        assertFalse(keys.isEmpty());
        Map<String, String> taken = new HashMap<>();
        for (Map<String, String> key : keys) {
            String place = key.get("sequence") + " on " + key.getOrDefault("platform", "any platform") + " in " + key.get("contextId");
            String before = taken.putIfAbsent(place, key.get("commandId"));
            if (before != null) fail(place + ": " + before + " and " + key.get("commandId"));
        }
    }

    private static Map<String, String> attributes(String element) {
        Map<String, String> attributes = new HashMap<>();
        ATTRIBUTE.matcher(element).results().forEach(found -> attributes.put(found.group(1), found.group(2)));
        return attributes;
    }
}
