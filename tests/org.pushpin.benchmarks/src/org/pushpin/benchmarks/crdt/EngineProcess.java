// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs an engine in a process of its own and reads what it says. A row that takes too long ends the process; the next one goes on behind it. */
final class EngineProcess {
    private static final String END = "";
    /** Between rows, documents are made for several of them. */
    private static final int PREPARATION = 4;

    private final String engine;
    private final Function<Set<String>, List<String>> command;
    private final int seconds;
    private final Map<String, String> environment;
    private final Results results;
    private final Set<String> done = new HashSet<>();
    private String open;

    /** @param command given the rows to skip */
    EngineProcess(String engine, Function<Set<String>, List<String>> command, int seconds, Map<String, String> environment, Results results) {
        this.engine = engine;
        this.command = command;
        this.seconds = seconds;
        this.environment = environment;
        this.results = results;
    }

    void run() throws IOException, InterruptedException {
        while (!attempt()) {
            if (open == null || !done.add(open)) {
                System.err.println(engine + ": given up; what follows is missing");
                return;
            }
        }
    }

    /** Whether the process came to its end. */
    private boolean attempt() throws IOException, InterruptedException {
        open = null;
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command.apply(done))).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = Thread.ofVirtual().start(() -> read(process, lines));
        try {
            for (String line = next(lines); !END.equals(line); line = next(lines)) {
                if (line == null) {
                    cut();
                    return false;
                }
                take(line.split("\t"));
            }
            if (process.waitFor() == 0) {
                return true;
            }
            if (open != null) {
                results.put(engine, open, new Results.Cell(0, 0, 0, "failed"));
            }
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            reader.join();
        }
    }

    private String next(BlockingQueue<String> lines) throws InterruptedException {
        return lines.poll(open == null ? PREPARATION * seconds : seconds, TimeUnit.SECONDS);
    }

    private void cut() {
        if (open != null) {
            results.put(engine, open, new Results.Cell(seconds * 1e9, seconds * 1e9, 0, "> " + seconds + " s"));
            System.err.println(engine + ": " + open + " cut off after " + seconds + " s");
        }
    }

    private static void read(Process process, BlockingQueue<String> lines) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println(e.getMessage());
        }
        lines.add(END);
    }

    private void take(String[] words) {
        switch (words[0]) {
            case "begin" -> {
                open = words[1];
                System.err.println(engine + ": " + open);
            }
            case "row" -> {
                results.put(engine, words[1], new Results.Cell(Double.parseDouble(words[2]), Double.parseDouble(words[3]),
                        Integer.parseInt(words[4]), null));
                close(words[1]);
            }
            case "fail" -> {
                results.put(engine, words[1], new Results.Cell(0, 0, 0, "failed"));
                System.err.println(engine + ": " + words[1] + ": " + words[2]);
                close(words[1]);
            }
            case "check" -> results.check(engine, words[1], words[2]);
            default -> System.err.println(String.join(" ", words));
        }
    }

    private void close(String row) {
        done.add(row);
        if (row.equals(open)) {
            open = null;
        }
    }
}
