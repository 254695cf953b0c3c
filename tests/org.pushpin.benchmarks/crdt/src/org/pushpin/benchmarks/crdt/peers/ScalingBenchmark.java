// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt.peers;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pushpin.benchmarks.crdt.OurEngine;
import org.pushpin.benchmarks.crdt.RandomEdits;
import org.pushpin.benchmarks.crdt.ScaledDocument;
import org.pushpin.benchmarks.crdt.TextEdit;
import org.pushpin.benchmarks.crdt.Typist;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Text;

/** What one keystroke, change or read costs on a document of a given number of operations. Keystrokes go on for a thousand, then begin anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScalingBenchmark {
    private static final int COUNT = 1024;

    @Param("10000")
    public int size;

    private ScaledDocument scaled;
    private Doc base;
    private List<TextEdit> edits;
    private List<byte[]> changes;
    private Doc[] after;
    private OpId[] elements;
    private final int[] places = new int[COUNT];
    private final String[] keys = new String[COUNT];
    private final ActorId actor = ActorId.of(new byte[] {42});
    private final OurEngine engine = new OurEngine();
    private OurEngine.Replica replica;
    private Doc current;
    private int next = COUNT - 1;

    @Setup
    public void build() {
        scaled = ScaledDocument.of(size);
        base = scaled.document();
        int length = base.length(scaled.text());
        edits = new RandomEdits(31).keystrokes(length, COUNT);
        changes = scaled.remoteKeystrokes(COUNT);
        after = new Doc[COUNT];
        elements = new OpId[COUNT];
        RandomEdits random = new RandomEdits(37);
        for (int i = 0; i < COUNT; i++) {
            places[i] = random.next(length);
            keys[i] = scaled.someKey(random.next(1 << 30));
            elements[i] = base.elementAt(scaled.text(), places[i]);
            after[i] = keystroke(base, new TextEdit(places[i], 0, "x")).document();
        }
        System.gc(); // else what building ten million operations left behind is marked and moved while we measure
    }

    private Commit keystroke(Doc document, TextEdit edit) {
        return document.edit(actor).splice(scaled.text(), edit.at(), edit.deleted(), edit.inserted()).commit(null, Instant.EPOCH).orElseThrow();
    }

    private int next() {
        next = next + 1 & COUNT - 1;
        return next;
    }

    /** The keystroke, the snapshot after it, and the change to send. */
    @Benchmark
    public byte[] keystroke() {
        int i = next();
        Commit commit = keystroke(i == 0 ? base : current, edits.get(i));
        current = commit.document();
        return commit.change().toByteArray();
    }

    /** From the change's bytes to the patches. */
    @Benchmark
    public Object remote() {
        int i = next();
        replica = i == 0 ? new OurEngine.Replica(base, actor, scaled.text()) : replica;
        Object[] last = new Object[1];
        replica = engine.receive(replica, changes.get(i), patch -> last[0] = patch);
        return last;
    }

    /** What others may read while the edit goes on; after a keystroke each time. */
    @Benchmark
    public Doc snapshot(Typing typing) {
        return typing.typist.document();
    }

    /** An edit under way, with one keystroke more each time. */
    @State(Scope.Benchmark)
    public static class Typing {
        private Typist typist;
        private int typed;

        @Setup(Level.Invocation)
        public void type(ScalingBenchmark benchmark) {
            int i = typed++ & COUNT - 1;
            typist = i == 0 ? new Typist(benchmark.base, benchmark.actor) : typist;
            TextEdit edit = benchmark.edits.get(i);
            typist.edit().splice(benchmark.scaled.text(), edit.at(), edit.deleted(), edit.inserted());
            typist.seal();
        }
    }

    @Benchmark
    public Object diff() {
        return base.diff(after[next()]);
    }

    @Benchmark
    public Object getKey() {
        return base.get(scaled.map(), keys[next()]);
    }

    @Benchmark
    public Object getIndex() {
        return base.get(scaled.list(), places[next()] % (size / 10));
    }

    @Benchmark
    public Object elementAt() {
        return base.elementAt(scaled.text(), places[next()]);
    }

    @Benchmark
    public Object indexOf() {
        return base.indexOf(scaled.text(), elements[next()]);
    }

    /** Eighty characters. */
    @Benchmark
    public String textRange() {
        int at = places[next()];
        Text text = base.textOf(scaled.text());
        return text.subSequence(at, Math.min(at + 80, text.length()));
    }

    @Benchmark
    public int length() {
        return base.length(scaled.text());
    }
}
