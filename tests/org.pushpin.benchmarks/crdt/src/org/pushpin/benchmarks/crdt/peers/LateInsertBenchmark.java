// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt.peers;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pushpin.benchmarks.crdt.ScaledDocument;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;

/** One change that belongs behind all that was inserted at its point without its knowledge. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LateInsertBenchmark {
    @Param("1000")
    public int size;

    private Doc crowded;
    private byte[] late;

    @Setup
    public void build() throws MalformedException {
        crowded = ScaledDocument.crowded(size);
        crowded.heads();
        late = ScaledDocument.late();
        String text = lateInsert().text(ScaledDocument.crowdText(crowded));
        if (text.indexOf('L') != text.length() - 2) {
            throw new IllegalStateException("the late insert is at " + text.indexOf('L') + " of " + text.length());
        }
    }

    @Benchmark
    public Doc lateInsert() throws MalformedException {
        return crowded.apply(Change.parse(late));
    }
}
