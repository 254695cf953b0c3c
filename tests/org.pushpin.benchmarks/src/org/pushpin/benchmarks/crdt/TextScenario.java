// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is measured on a document once its text is there, whoever wrote it. The text is checked after every kind of work. */
final class TextScenario<D> {
    private static final int KEYSTROKES = 1000;
    /** Writers that no trace has. */
    private static final int BASE = 50;

    private final Engine<D> engine;
    private final Meter meter;
    private final Report report;
    private final String name;
    private final String text;
    private final D document;
    private final WorkClock clock = new WorkClock();

    /** @param document has {@code text}; that it is in use, and merged before, is made sure of */
    TextScenario(Engine<D> engine, Meter meter, Report report, String name, String text, D document) {
        this.engine = engine;
        this.meter = meter;
        this.report = report;
        this.name = name;
        this.text = text;
        this.document = document;
        verify(document, text);
        D other = engine.editInOne(engine.copy(document, BASE + 1), List.of(new TextEdit(0, 0, "x")));
        engine.free(engine.merge(engine.copy(document, BASE), other));
        engine.free(other);
    }

    void verify(D found, String expected) {
        if (!engine.text(found).equals(expected)) {
            throw new IllegalStateException(name + ": another text than expected");
        }
    }

    /** Each time on a state that was not saved or read before, but whose predecessor was. */
    void afterKeystroke() {
        List<TextEdit> edits = new RandomEdits(7).keystrokes(text.length(), Meter.MOST_RUNS);
        report.time(name + "/save-again", () -> {
            Typing typing = new Typing(edits);
            return meter.time(() -> {
                engine.save(typing.current);
                return typing.next();
            }, engine::save, bytes -> { });
        });
        report.time(name + "/text", () -> {
            Typing typing = new Typing(edits);
            Meter.Sample sample = meter.time(typing::next, engine::text, read -> { });
            verify(typing.current, TextEdit.replay(text, edits.subList(0, typing.done)));
            return sample;
        });
    }

    private final class Typing {
        private final List<TextEdit> edits;
        private D current = engine.copy(document, BASE);
        private int done;

        Typing(List<TextEdit> edits) {
            this.edits = edits;
        }

        D next() {
            current = engine.editInOne(current, List.of(edits.get(done++)));
            return current;
        }
    }

    /** Changes of one keystroke each come from elsewhere, one by one, and the window is told what to do. */
    void remoteKeystrokes() {
        report.time(name + "/keystroke", () -> {
            long[] times = remoteKeystrokeTimes();
            Arrays.sort(times);
            long high = times[times.length * 99 / 100];
            report.print(name + "/keystroke-p99", high, high, times.length);
            return Meter.Sample.of(times);
        });
    }

    private long[] remoteKeystrokeTimes() {
        List<TextEdit> edits = new RandomEdits(11).keystrokes(text.length(), KEYSTROKES);
        List<byte[]> changes = new ArrayList<>();
        engine.free(engine.editOneByOne(engine.copy(document, BASE + 1), edits, changes::add));
        long[] times = {};
        long start = System.nanoTime();
        for (int pass = 0; pass < 200 && (pass == 0 || System.nanoTime() - start < meter.limit()); pass++) {
            times = receiveAll(changes, edits);
        }
        return times;
    }

    private long[] receiveAll(List<byte[]> changes, List<TextEdit> edits) {
        D current = engine.copy(document, BASE + 2);
        List<Object> patches = new ArrayList<>();
        long[] times = new long[changes.size()];
        int done = 0;
        long end = System.nanoTime() + 2 * meter.limit();
        while (done < times.length && (done == 0 || System.nanoTime() < end)) {
            long start = clock.now();
            current = engine.receive(current, changes.get(done), patches::add);
            times[done++] = clock.now() - start;
        }
        String expected = TextEdit.replay(text, edits.subList(0, done));
        verify(current, expected);
        if (!TextEdit.replay(text, patches.stream().map(engine::edit).toList()).equals(expected)) {
            throw new IllegalStateException(name + ": the patches lead to another text");
        }
        engine.free(current);
        return Arrays.copyOf(times, done);
    }

    private record Pair<D>(D left, D right) {
    }

    /** Two replicas that went apart by 1000 keystrokes each. */
    void merge() {
        report.time(name + "/merge", () -> {
            Pair<D> pair = apart();
            Meter.Sample sample = meter.time(() -> engine.isImmutable() ? apart() : new Pair<>(engine.copy(pair.left, BASE + 5), pair.right),
                    p -> engine.merge(p.left, p.right), engine::free);
            D other = engine.merge(engine.copy(pair.right, BASE + 6), pair.left);
            verify(engine.merge(pair.left, pair.right), engine.text(other));
            return sample;
        });
    }

    private Pair<D> apart() {
        return new Pair<>(typed(BASE + 3, 13), typed(BASE + 4, 17));
    }

    private D typed(int writer, int seed) {
        return engine.editOneByOne(engine.copy(document, writer), new RandomEdits(seed).keystrokes(text.length(), KEYSTROKES), null);
    }
}
