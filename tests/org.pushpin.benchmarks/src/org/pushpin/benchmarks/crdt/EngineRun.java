// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The process of one Java engine: {@code EngineRun ENGINE SHARED WORK STEPS ROWS SKIP}, with commas in the last two.
 */
public final class EngineRun {
    static final List<String> TRACES = List.of("automerge-paper", "sveltecomponent", "friendsforever");

    private final Path shared;
    private final Path work;
    private final int steps;
    private final Report report;

    private EngineRun(Path shared, Path work, int steps, Report report) {
        this.shared = shared;
        this.work = work;
        this.steps = steps;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException {
        Report report = new Report(new PrintStream(System.out, true, StandardCharsets.UTF_8), words(arguments[4]),
                Set.copyOf(arguments.length > 5 ? words(arguments[5]) : List.of()));
        EngineRun run = new EngineRun(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]), report);
        Engine<?> engine = engine(arguments[0]);
        run.memory(engine);
        run.time(engine);
    }

    private static List<String> words(String argument) {
        return Arrays.stream(argument.split(",")).filter(w -> !w.isEmpty()).toList();
    }

    private static Engine<?> engine(String name) {
        if (name.equals("ours")) {
            return new OurEngine();
        }
        for (Engine<?> engine : ServiceLoader.load(Engine.class)) {
            if (engine.name().equals(name)) {
                return engine;
            }
        }
        throw new IllegalArgumentException("no engine is called " + name);
    }

    private <D> void time(Engine<D> engine) throws IOException {
        Meter meter = new Meter(steps > 0);
        for (String name : TRACES) {
            if (wants(name)) {
                new TraceScenario<>(engine, meter, report, Trace.read(trace(name), steps), work).run();
            }
        }
        Path files = shared.resolve("conformance/automerge");
        for (String name : FileScenario.FILES) {
            if (Files.exists(files.resolve(name)) && wants(name)) {
                new FileScenario<>(engine, meter, report).run(files.resolve(name));
            }
        }
    }

    private boolean wants(String group) {
        return Rows.all().stream().map(Row::id).anyMatch(id -> id.startsWith(group + "/") && !id.contains("/memory") && report.wants(id));
    }

    private <D> void memory(Engine<D> engine) throws IOException {
        for (String name : TRACES) {
            Path saved = work.resolve(engine.name() + "-" + name + "-each");
            if (Files.exists(saved)) {
                new MemoryScenario<>(engine, report).loaded(name + "/memory-loaded", saved);
            }
            if (Files.exists(saved) && engine.canDefer()) {
                new MemoryScenario<>(engine, report).deferred(name + "/memory-deferred", saved);
            }
            if (engine.isImmutable() && steps == 0 && !name.equals("friendsforever")) {
                new MemoryScenario<>(engine, report).typed(name + "/memory-typed", trace(name));
            }
        }
    }

    private Path trace(String name) {
        return shared.resolve("data/traces").resolve(name + ".json.gz");
    }
}
