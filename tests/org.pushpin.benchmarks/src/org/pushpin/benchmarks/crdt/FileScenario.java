// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A document that somebody else saved: loaded and saved, its texts and heads checked. */
final class FileScenario<D> {
    /** From Automerge's collection: the Eg-walker paper's asynchronous, concurrent and sequential histories, and real documents. */
    static final List<String> FILES = List.of("C1.am", "A1.am", "S1.am", "moby-dick.automerge", "godot-modeled.amrg",
            "monday-meeting-notes.automerge", "brave-ape-49.automerge");

    private final Engine<D> engine;
    private final Meter meter;
    private final Report report;

    FileScenario(Engine<D> engine, Meter meter, Report report) {
        this.engine = engine;
        this.meter = meter;
        this.report = report;
    }

    void run(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        Path expected = file.resolveSibling(name.replace(".am", ".expected.txt"));
        String text = name.endsWith(".am") && Files.exists(expected) ? Files.readString(expected) : null;
        List<D> kept = new ArrayList<>();
        report.time(name + "/load", () -> meter.time(() -> bytes, engine::load, d -> {
            if (kept.isEmpty()) {
                kept.add(d);
            } else {
                verifyAndFree(d, text);
            }
        }));
        if (engine.canDefer()) {
            report.time(name + "/load-deferred", () -> meter.time(() -> bytes, engine::loadDeferred, d -> verifyAndFree(d, text)));
        }
        if (kept.isEmpty() && report.wasTried(name + "/load")) {
            return;
        }
        report.time(name + "/save", () -> {
            D document = kept.isEmpty() ? engine.load(bytes) : kept.getFirst();
            report.check(name, engine.heads(document) + "\n" + engine.texts(document).entrySet().stream()
                    .map(e -> e.getKey() + "\n" + e.getValue()).collect(Collectors.joining("\n")));
            Meter.Sample sample = meter.time(() -> engine.isImmutable() ? engine.load(bytes) : document, engine::save, saved -> { });
            engine.free(document);
            return sample;
        });
    }

    private void verifyAndFree(D document, String text) {
        if (text != null && !engine.text(document).equals(text)) {
            throw new IllegalStateException("another text than expected");
        }
        engine.free(document);
    }
}
