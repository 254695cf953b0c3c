// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A trace: typed again, saved, loaded, and worked with. What is saved stays in a folder, so that a process which only loads need not type
 * first, and works in a memory of its own.
 */
final class TraceScenario<D> {
    private final Engine<D> engine;
    private final Meter meter;
    private final Report report;
    private final Trace trace;
    private final Path folder;
    private final List<TextEdit> edits;

    TraceScenario(Engine<D> engine, Meter meter, Report report, Trace trace, Path folder) {
        this.engine = engine;
        this.meter = meter;
        this.report = report;
        this.trace = trace;
        this.folder = folder;
        this.edits = trace.edits();
    }

    void run() throws IOException {
        UnaryOperator<D> each = trace.isConcurrent() ? d -> new Replay<>(engine, trace).run() : d -> engine.editOneByOne(d, edits, null);
        if (!trace.isConcurrent()) {
            variant("once", d -> engine.editInOne(d, edits));
        }
        variant("each", each);
        if (engine.hashesLater()) {
            report.time(row("edit-each-hashed"), () -> meter.time(() -> each, this::hashed, this::verifyAndFree));
        }
        if (wantsAny("save-again", "text", "batch", "keystroke", "merge")) {
            live(engine.load(saved("each", each)));
        }
    }

    /** Typed anew, never saved, and with all hashes, which others have when they have typed. */
    private D hashed(UnaryOperator<D> edit) {
        D edited = edit.apply(engine.create());
        engine.forceHashes(edited);
        return edited;
    }

    private String row(String metric) {
        return trace.name() + "/" + metric;
    }

    private boolean wantsAny(String... metrics) {
        return Arrays.stream(metrics).anyMatch(metric -> report.wants(row(metric)));
    }

    private void variant(String variant, UnaryOperator<D> edit) throws IOException {
        report.time(row("edit-" + variant), () -> meter.time(engine::create, edit::apply, this::verifyAndFree));
        if (wantsAny("save-" + variant, "size-" + variant)) {
            D document = edit.apply(engine.create());
            report.time(row("save-" + variant), () -> meter.time(() -> engine.isImmutable() ? hashed(edit) : document,
                    (Function<D, byte[]>) engine::save, bytes -> { }));
            byte[] bytes = engine.save(document);
            Files.write(file(variant), bytes);
            report.bytes(row("size-" + variant), bytes.length);
            verifyAndFree(document);
        }
        if (wantsAny("load-" + variant)) {
            load("load-" + variant, saved(variant, edit), engine::load);
        }
        if (engine.canDefer() && wantsAny("load-deferred-" + variant, "open-" + variant)) {
            load("load-deferred-" + variant, saved(variant, edit), engine::loadDeferred);
            load("open-" + variant, saved(variant, edit), bytes -> {
                D loaded = engine.loadDeferred(bytes);
                engine.text(loaded);
                return loaded;
            });
        }
    }

    private void load(String metric, byte[] bytes, Function<byte[], D> load) {
        report.time(row(metric), () -> meter.time(() -> bytes, load, this::verifyAndFree));
    }

    private Path file(String variant) {
        return folder.resolve(engine.name() + "-" + trace.name() + "-" + variant);
    }

    private byte[] saved(String variant, UnaryOperator<D> edit) throws IOException {
        if (!Files.exists(file(variant))) {
            D document = edit.apply(engine.create());
            Files.write(file(variant), engine.save(document));
            verifyAndFree(document);
        }
        return Files.readAllBytes(file(variant));
    }

    private void live(D document) {
        String expected = trace.text() == null ? engine.text(document) : trace.text();
        TextScenario<D> text = new TextScenario<>(engine, meter, report, trace.name(), expected, document);
        text.afterKeystroke();
        report.time(row("batch"), () -> {
            byte[] history = engine.history(document);
            return meter.time(engine::blank, d -> engine.receive(d, history), this::verifyAndFree);
        });
        text.remoteKeystrokes();
        text.merge();
        report.check(row("text"), engine.text(document));
        engine.free(document);
    }

    private void verifyAndFree(D found) {
        if (trace.text() != null && !engine.text(found).equals(trace.text())) {
            throw new IllegalStateException(trace.name() + ": another text than expected");
        }
        engine.free(found);
    }
}
