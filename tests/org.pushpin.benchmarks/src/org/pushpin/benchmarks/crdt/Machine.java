// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where and with what a run was made, for its head. */
public final class Machine {
    private Machine() {
    }

    static List<String> describe() {
        Runtime runtime = Runtime.getRuntime();
        return List.of("CPU: " + cpu() + ", " + runtime.availableProcessors() + " cores; " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + "; load " + load(),
                "JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version() + "; node: " + node());
    }

    /** Options that keep a new JDK from warning of what a peer or JMH does. */
    public static List<String> quiet() {
        String access = "--enable-native-access=ALL-UNNAMED";
        return Runtime.version().feature() < 24 ? List.of(access) : List.of(access, "--sun-misc-unsafe-memory-access=allow");
    }

    private static String cpu() {
        return lines("/proc/cpuinfo").stream().filter(l -> l.startsWith("model name")).map(l -> l.substring(l.indexOf(':') + 1).trim())
                .findFirst().orElse(System.getProperty("os.arch"));
    }

    /** Of the last minute: how busy the machine was when the run began. */
    private static String load() {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    private static String node() {
        try {
            Process process = new ProcessBuilder("node", "--version").start();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            return "none";
        }
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
