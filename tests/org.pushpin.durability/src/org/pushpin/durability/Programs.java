// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How programs of this bundle are started as processes of their own. */
final class Programs {

    private Programs() {}

    /** @param scratch where SQLite's library is unpacked, so that this is no part of what is watched */
    static List<String> java(Path scratch, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + scratch, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
