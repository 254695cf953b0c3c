// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process, with all that it starts. */
final class Processes implements AutoCloseable {

    private static final long POLITE_SECONDS = 10;

    private final Process process;

    /** @param log gets what it says */
    Processes(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().remove("WAYLAND_DISPLAY");
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> all().forEach(ProcessHandle::destroyForcibly)));
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    long memory() throws IOException {
        long bytes = 0;
        for (ProcessHandle one : all()) {
            bytes += memory(one.pid());
        }
        return bytes;
    }

    private static long memory(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).sum();
        } catch (NoSuchFileException e) {
            return 0; // it has ended meanwhile
        }
    }

    /** Ends standard input, waits, and then ends what is left. */
    @Override
    public void close() throws IOException, InterruptedException {
        List<ProcessHandle> all = all();
        try (OutputStream input = process.getOutputStream()) {
            input.write('\n');
        } catch (IOException e) {
            // it reads nothing
        }
        all.get(0).destroy();
        process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }
}
