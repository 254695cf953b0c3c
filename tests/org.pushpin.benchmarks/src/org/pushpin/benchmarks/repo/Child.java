// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fresh process of the same program, with the options of the desktop's start script. */
public final class Child {
    private static final List<String> DESKTOP = List.of("-Xmx1g", "-XX:+UseZGC", "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    private Child() {
    }

    private static ProcessBuilder start(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Starts it, and leaves it to the caller. */
    public static Process begin(Class<?> main, List<String> arguments) throws IOException {
        return start(main, DESKTOP, arguments).start();
    }

    /** Lets it say what it likes. */
    public static void run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        check(start(main, DESKTOP, arguments).inheritIO().start(), arguments);
    }

    /** Reads what it says: {@code name TAB figure} line by line. */
    public static Map<String, Long> ask(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        return ask(main, DESKTOP, arguments);
    }

    /** @param options of the virtual machine */
    public static Map<String, Long> ask(Class<?> main, List<String> options, List<String> arguments) throws IOException, InterruptedException {
        Process process = start(main, options, arguments).start();
        Map<String, Long> figures = new LinkedHashMap<>();
        try (var in = process.inputReader()) {
            in.lines().map(line -> line.split("\t")).filter(cells -> cells.length == 2)
                    .forEach(cells -> figures.put(cells[0], Long.valueOf(cells[1])));
        } finally {
            check(process, arguments);
        }
        return figures;
    }

    private static void check(Process process, List<String> arguments) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IOException("a process failed: " + String.join(" ", arguments));
        }
    }
}
