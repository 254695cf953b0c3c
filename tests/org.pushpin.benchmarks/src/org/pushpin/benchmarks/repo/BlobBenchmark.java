// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A large file in, out and across: {@code releng/bench BlobBenchmark [--mib 2048] [--heap 64] [--ways in,across,…] [--folder FOLDER]
 * [--out FILE]}. Each way is a fresh process whose heap is bounded by {@code --heap} MiB; needs six times the file's room in the folder.
 * Fails if any way takes more than 64 MiB of heap beyond what the open profile takes, or if what comes out is not what went in.
 */
public final class BlobBenchmark {
    private static final String CHILD = "--child";
    private static final long MIB = 1 << 20;
    private static final long MOST_GROWTH = 64 * MIB;

    private enum Way {
        IN("in: import of a file"),
        STREAM("out: read as a stream, compared"),
        RANGES("out: 2,000 ranges of 64 KiB at random, compared"),
        EXPORT("out: export to a file"),
        ACROSS("across: TCP under Noise, both profiles in this process"),
        BACKUP("backup"),
        RESTORE("restore");

        final String text;

        Way(String text) {
            this.text = text;
        }
    }

    private long mib = 2048;
    private int heapMib = 64;
    private List<Way> ways = List.of(Way.values());
    private Path folder;
    private Path out;

    private BlobBenchmark(List<String> arguments) {
        for (var rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--mib" -> mib = Long.parseLong(rest.next());
                case "--heap" -> heapMib = Integer.parseInt(rest.next());
                case "--ways" -> ways = Arrays.stream(rest.next().split(",")).map(way -> Way.valueOf(way.toUpperCase(Locale.ROOT))).toList();
                case "--folder" -> folder = Path.of(rest.next());
                case "--out" -> out = Path.of(rest.next());
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
    }

    /** Measures and prints; or is one of the processes that are measured. */
    public static void main(String[] arguments) throws Exception {
        List<String> list = List.of(arguments);
        if (!list.isEmpty() && list.get(0).equals(CHILD)) {
            BlobRun.run(list.subList(1, list.size()));
        } else {
            new BlobBenchmark(list).run();
        }
    }

    private void run() throws Exception {
        Path work = Files.createTempDirectory(folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder, "pushpin-blob");
        Map<Way, Map<String, Long>> figures = new LinkedHashMap<>();
        try {
            makeSource(work.resolve("source"));
            for (Way way : ways) {
                figures.put(way, Child.ask(BlobBenchmark.class, List.of("-Xmx" + heapMib + "m", "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED"), List.of(CHILD, way.name().toLowerCase(Locale.ROOT), work.toString())));
                System.err.println(way + " " + figures.get(way));
            }
        } finally {
            remove(work);
        }
        String table = table(figures);
        System.out.print(table);
        if (out != null) {
            Files.writeString(out, table);
        }
        if (figures.values().stream().anyMatch(each -> growth(each) > MOST_GROWTH)) {
            throw new IllegalStateException("the heap grew by more than 64 MiB");
        }
    }

    private void makeSource(Path source) throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        byte[] part = new byte[(int) MIB];
        try (OutputStream target = Files.newOutputStream(source)) {
            for (long i = 0; i < mib; i++) {
                random.nextBytes(part);
                target.write(part);
            }
        }
    }

    private static long growth(Map<String, Long> figures) {
        return figures.get("peak") - figures.get("before");
    }

    private String table(Map<Way, Map<String, Long>> figures) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "A file of %,d MiB; each row a process with -Xmx%dm. Heap: the "
                + "most that a collection left, beyond what the open profile takes.%n%n", mib, heapMib));
        table.append("| way | MiB/s | seconds | processor seconds | heap, MiB | growth, MiB |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        figures.forEach((way, each) -> {
            double seconds = each.get("nanos") / 1e9;
            double moved = each.getOrDefault("bytes", mib * MIB) / (double) MIB;
            table.append(String.format(Locale.ROOT, "| %s | %,.0f | %,.1f | %,.1f | %,.1f | %,.1f |%n", way.text, moved / seconds, seconds,
                    each.get("cpu") / 1e9, each.get("before") / (double) MIB, growth(each) / (double) MIB));
        });
        return table.toString();
    }

    static void remove(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(all::add);
        }
        for (Path each : all.reversed()) {
            Files.delete(each);
        }
    }
}
