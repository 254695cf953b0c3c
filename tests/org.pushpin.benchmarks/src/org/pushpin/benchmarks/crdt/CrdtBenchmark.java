// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Runs the document engines, each in its own processes, one after the other, and prints the table: {@code releng/bench crdt}. */
public final class CrdtBenchmark {
    private static final String NODE = "node";
    /** The versions are those of crdt/pom.xml and crdt/node/package.json; the tool prints what it finds there. */
    private static final Map<String, String> PACKAGES = Map.of(Rows.WASM, "@automerge/automerge", Rows.SCRIPT, "@automerge/automerge",
            Rows.DIAMOND, "diamond-types-node", "yjs", "yjs", "loro", "loro-crdt");

    private final Options options;
    private final Results results = new Results();

    private CrdtBenchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            new CrdtBenchmark(Options.parse(arguments)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException, InterruptedException {
        Path traces = options.shared().resolve("data/traces");
        if (!Files.isDirectory(traces)) {
            System.err.println("SKIPPED: there are no traces in " + traces + "; only the rows that need none are measured");
        } else {
            if (!Files.isDirectory(options.shared().resolve("conformance/automerge"))) {
                System.err.println("SKIPPED: there are no documents in " + options.shared().resolve("conformance/automerge"));
            }
            clear(options.work());
            for (String engine : engines()) {
                engine(engine);
            }
        }
        scaling();
        print();
    }

    /** Nothing that an earlier run saved is used. */
    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> engines() {
        List<String> engines = new ArrayList<>(List.of(Rows.OURS, Rows.JAVA));
        Rows.PEERS.stream().filter(p -> !p.equals(Rows.JAVA) && Files.isDirectory(node().resolve("node_modules"))).forEach(engines::add);
        List<String> named = engines.stream().filter(options.only()::contains).toList();
        return named.isEmpty() ? engines : named;
    }

    private Path node() {
        return options.home().resolve(NODE);
    }

    /** Row names among {@code --only}, without the names of engines. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>(options.only());
        rows.removeAll(Rows.PEERS);
        rows.remove(Rows.OURS);
        return rows;
    }

    private boolean wants(String row) {
        return rows().isEmpty() || rows().stream().anyMatch(row::contains);
    }

    private void engine(String engine) throws IOException, InterruptedException {
        for (List<String> rows : Rows.processes()) {
            List<String> wanted = rows.stream().filter(this::wants).filter(id -> Rows.isTrace(id) || Rows.AUTOMERGES.contains(engine))
                    .filter(id -> !id.endsWith("memory-typed") && !id.endsWith("memory-deferred") || engine.equals(Rows.OURS)).toList();
            if (!wanted.isEmpty()) {
                run(engine, wanted);
            }
        }
    }

    private void run(String engine, List<String> rows) throws IOException, InterruptedException {
        Function<Set<String>, List<String>> command = skip -> {
            List<String> words = new ArrayList<>(engine.equals(Rows.OURS) || engine.equals(Rows.JAVA) ? java(EngineRun.class.getName())
                    : List.of("node", "--expose-gc", "--max-old-space-size=4096", node().resolve("run.mjs").toString()));
            words.addAll(List.of(engine, options.shared().toString(), options.work().toString(), String.valueOf(options.steps()),
                    String.join(",", rows), String.join(",", skip)));
            return words;
        };
        new EngineProcess(engine, command, options.quick() ? 20 : 60, clock(), results).run();
    }

    private Map<String, String> clock() {
        return options.processorTime() ? Map.of(WorkClock.VARIABLE, WorkClock.PROCESSOR) : Map.of();
    }

    private static List<String> java(String main) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx3g"));
        words.addAll(Machine.quiet());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return words;
    }

    private void scaling() throws IOException, InterruptedException {
        boolean ours = options.only().stream().noneMatch(Rows.PEERS::contains) || options.only().contains(Rows.OURS);
        List<String> ids = new ArrayList<>();
        for (Scaling row : Scaling.values()) {
            row.sizes().stream().filter(s -> !options.quick() || s <= 100_000).map(row::id).filter(id -> ours && wants(id)).forEach(ids::add);
        }
        if (!ids.isEmpty()) {
            new EngineProcess(Rows.OURS, skip -> {
                List<String> words = new ArrayList<>(java("org.pushpin.benchmarks.crdt.peers.ScalingRun"));
                words.addAll(List.of(String.valueOf(options.quick()), String.join(",", ids), String.join(",", skip)));
                return words;
            }, 60, clock(), results).run();
        }
    }

    private void print() throws IOException {
        Summary summary = new Summary(results);
        List<String> head = new ArrayList<>(Machine.describe());
        head.add("peers: " + versions());
        head.add("Medians after warming up, with the best and the number of runs beside ours; ×N is a peer's figure by ours. What takes over"
                + " 2.5 s is run once, cold; what takes over a minute is cut off.");
        head.add("Automerge's peers hash every change when it is made. Texts are checked after every row.");
        if (options.processorTime()) {
            head.add("Times are the processor's: of the thread for the engines in Java, of the process for those from npm; where JMH measures, of"
                    + " the day.");
        }
        if (options.quick()) {
            head.add("A QUICK RUN: the first " + Options.QUICK_STEPS + " steps of each trace, short measurements. Not for comparing with targets.");
        }
        System.out.println(String.join("\n", head));
        System.out.print(summary.render(Table::text, "== "));
        if (options.out() != null) {
            UnaryOperator<String> item = line -> "- " + line + "\n";
            String text = "# The document engine beside its peers\n\nMade by `releng/bench crdt`.\n\n"
                    + String.join("", head.stream().map(item).toList()) + summary.render(Table::markdown, "## ");
            Files.writeString(options.out(), text, StandardCharsets.UTF_8);
        }
    }

    /** From what is installed. */
    private String versions() throws IOException {
        List<String> versions = new ArrayList<>();
        try (var jars = Files.list(options.home().resolve("lib"))) {
            jars.map(j -> j.getFileName().toString()).filter(j -> j.startsWith("automerge-") || j.startsWith("jmh-core-")).sorted()
                    .forEach(j -> versions.add(j.replace(".jar", "")));
        }
        for (String name : PACKAGES.values().stream().distinct().sorted().toList()) {
            Path description = node().resolve("node_modules").resolve(name).resolve("package.json");
            if (Files.exists(description) && Json.parse(Files.readString(description)) instanceof Map<?, ?> json) {
                versions.add(name + " " + json.get("version"));
            }
        }
        return String.join(", ", versions);
    }
}
