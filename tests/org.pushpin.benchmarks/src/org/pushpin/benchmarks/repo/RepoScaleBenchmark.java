// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How opening grows with the number of documents: {@code releng/bench RepoScaleBenchmark [--sizes 1000,10000,100000] [--times 5]
 * [--keep FOLDER] [--out FILE]}. Profiles are made once, and opened in a fresh process each time; the table has the best of all times,
 * since others may use the machine. The disk's cache is warm.
 */
public final class RepoScaleBenchmark {
    private static final String CHILD = "--child";

    private final List<Integer> sizes = new ArrayList<>(List.of(1_000, 10_000, 100_000));
    private int times = 5;
    private Path folder;
    private boolean keep;
    private Path out;

    private RepoScaleBenchmark(List<String> arguments) throws IOException {
        for (var rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--sizes" -> {
                    sizes.clear();
                    Arrays.stream(rest.next().split(",")).map(Integer::valueOf).forEach(sizes::add);
                }
                case "--times" -> times = Integer.parseInt(rest.next());
                case "--keep" -> {
                    folder = Path.of(rest.next());
                    keep = true;
                }
                case "--out" -> out = Path.of(rest.next());
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        folder = keep ? Files.createDirectories(folder) : Files.createTempDirectory("pushpin-scale");
    }

    /** Measures and prints; or is one of the processes that are measured. */
    public static void main(String[] arguments) throws Exception {
        List<String> list = List.of(arguments);
        if (!list.isEmpty() && list.get(0).equals(CHILD)) {
            ScaleRun.run(list.subList(1, list.size()));
        } else {
            new RepoScaleBenchmark(list).run();
        }
    }

    private void run() throws Exception {
        Map<Integer, Map<String, Long>> figures = new LinkedHashMap<>();
        try {
            for (int size : sizes) {
                figures.put(size, measure(size));
            }
        } finally {
            if (!keep) {
                remove(folder);
            }
        }
        String table = table(figures);
        System.out.print(table);
        if (out != null) {
            Files.writeString(out, table);
        }
    }

    private Map<String, Long> measure(int size) throws Exception {
        Path profile = folder.resolve("profile-" + size);
        Map<String, Long> best = new LinkedHashMap<>();
        if (!Files.exists(profile)) {
            child("make", profile.toString(), Integer.toString(size), traces().toString()).forEach(best::put);
            child("index", profile.toString()).forEach(best::put);
        }
        best.put("bytes", Files.size(profile.resolve("profile.db")));
        for (int i = 0; i < times; i++) {
            child("open", profile.toString()).forEach((name, figure) -> best.merge(name, figure, Math::min));
        }
        return best;
    }

    private static Path traces() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data/traces"))) {
                return at.resolve("shared/data/traces");
            }
        }
        return Path.of("shared/data/traces");
    }

    private static Map<String, Long> child(String... arguments) throws Exception {
        System.err.println(String.join(" ", arguments));
        List<String> all = new ArrayList<>(List.of(CHILD));
        all.addAll(List.of(arguments));
        return Child.ask(RepoScaleBenchmark.class, all);
    }

    private enum Row {
        BYTES("bytes", "database, MB", 1e6),
        START("start", "cold start of the repo, ms (≤ 1,000 at 10,000)", 1e6),
        START_CPU("start-cpu", "processor time of it, all threads, compiler included, ms", 1e6),
        TITLES("titles", "listing titles at once after it, index opened for it, ms", 1e6),
        TITLES_CPU("titles-cpu", "processor time of it, ms", 1e6),
        TITLES_AGAIN("titles-again", "listing titles again, ms (≤ 100 at 10,000)", 1e6),
        LISTED("listed", "titles listed", 1),
        BOARD("board", "opening one board with 50 cards, cold, ms (≤ 300)", 1e6),
        BOARD_CPU("board-cpu", "processor time of it, ms", 1e6),
        CARDS("cards", "documents shown by it", 1),
        REST("rest", "processor time of the process until all is at rest, ms", 1e6),
        HEAP("heap", "heap then, MB", 1e6),
        HANDLES("handles", "file handles then", 1),
        THREADS("threads", "threads then", 1);

        final String name;
        final String label;
        final double unit;

        Row(String name, String label, double unit) {
            this.name = name;
            this.label = label;
            this.unit = unit;
        }
    }

    private static String table(Map<Integer, Map<String, Long>> figures) {
        StringBuilder table = new StringBuilder("| documents |");
        figures.keySet().forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
        table.append("\n| --- |").append(" ---: |".repeat(figures.size())).append('\n');
        for (Row row : Row.values()) {
            table.append("| ").append(row.label).append(" |");
            figures.values().forEach(column -> table.append(' ').append(cell(row, column.get(row.name))).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private static String cell(Row row, Long figure) {
        return figure == null ? "–" : String.format(Locale.ROOT, row.unit == 1 ? "%,.0f" : "%,.1f", figure / row.unit);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
