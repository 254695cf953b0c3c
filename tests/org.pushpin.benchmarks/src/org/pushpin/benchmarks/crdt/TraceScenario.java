// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A trace: typed again, and all that follows from the document that it leaves. */
final class TraceScenario<D> {
    private final Engine<D> engine;
    private final Meter meter;
    private final Report report;
    private final Trace trace;
    private final Path folder;
    private final List<TextEdit> edits;

    /** @param folder where saved documents are left for {@link MemoryRun} */
    TraceScenario(Engine<D> engine, Meter meter, Report report, Trace trace, Path folder) {
        this.engine = engine;
        this.meter = meter;
        this.report = report;
        this.trace = trace;
        this.folder = folder;
        this.edits = trace.edits();
    }

    void run() {
        if (trace.isConcurrent()) {
            both("each", d -> replay());
            return;
        }
        once();
        both("each", d -> engine.editOneByOne(d, edits, null));
    }

    private String row(String metric) {
        return trace.name() + "/" + metric;
    }

    private void once() {
        UnaryOperator<D> edit = d -> engine.editInOne(d, edits);
        report.time(row("edit-once"), () -> meter.time(engine::create, edit::apply, this::verifyAndFree));
        if (!report.wants(row("save-once")) && !report.wants(row("size-once")) && !report.wants(row("load-once"))
                && !report.wants(row("load-deferred-once")) && !report.wants(row("open-once"))) {
            return;
        }
        D document = edit.apply(engine.create());
        save("once", document, edit);
        text(document).saveAndLoad("once", folder.resolve(engine.name() + "-" + trace.name() + "-once"));
        engine.free(document);
    }

    private void both(String variant, UnaryOperator<D> edit) {
        report.time(row("edit-each"), () -> meter.time(engine::create, edit::apply, this::verifyAndFree));
        report.time(row("edit-each-hashed"), () -> meter.time(engine::create, d -> {
            D edited = edit.apply(d);
            engine.forceHashes(edited);
            return edited;
        }, this::verifyAndFree));
        D document = edit.apply(engine.create());
        save(variant, document, edit);
        TextScenario<D> text = text(document);
        text.saveAndLoad(variant, folder.resolve(engine.name() + "-" + trace.name() + "-each"));
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

    private TextScenario<D> text(D document) {
        String expected = trace.text() == null ? engine.text(document) : trace.text();
        return new TextScenario<>(engine, meter, report, trace.name(), expected, document);
    }

    /** The first save of a document: of a new one each time where documents remember what they saved. */
    private void save(String variant, D document, UnaryOperator<D> edit) {
        report.time(row("save-" + variant), () -> meter.time(() -> engine.isImmutable() ? edit.apply(engine.create()) : document,
                (Function<D, byte[]>) engine::save, bytes -> { }));
    }

    private void verifyAndFree(D found) {
        if (trace.text() != null && !engine.text(found).equals(trace.text())) {
            throw new IllegalStateException(trace.name() + ": another text than expected");
        }
        engine.free(found);
    }

    /** Each writer on a replica of its own; before a step it gets exactly what it had seen then, one change for each of the other's steps. */
    private D replay() {
        List<D> replicas = new ArrayList<>();
        List<List<byte[]>> changes = new ArrayList<>();
        int[][] seen = new int[trace.writers()][trace.writers()];
        D base = engine.create();
        for (int w = 0; w < trace.writers(); w++) {
            replicas.add(engine.copy(base, w + 1));
            changes.add(new ArrayList<>());
        }
        for (Trace.Step step : trace.steps()) {
            catchUp(replicas, step.writer(), changes, seen[step.writer()], step.seen());
            replicas.set(step.writer(), engine.editOneByOne(replicas.get(step.writer()), step.edits(), changes.get(step.writer())::add));
        }
        int[] all = changes.stream().mapToInt(List::size).toArray();
        catchUp(replicas, 0, changes, seen[0], all);
        replicas.subList(1, replicas.size()).forEach(engine::free);
        engine.free(base);
        return replicas.getFirst();
    }

    private void catchUp(List<D> replicas, int writer, List<List<byte[]>> changes, int[] seen, int[] wanted) {
        for (int other = 0; other < seen.length; other++) {
            if (other != writer && wanted[other] > seen[other]) {
                byte[] batch = Bytes.concatenate(changes.get(other).subList(seen[other], wanted[other]));
                replicas.set(writer, engine.receive(replicas.get(writer), batch));
                seen[other] = wanted[other];
            }
        }
    }
}
