// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt.peers;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pushpin.benchmarks.crdt.MovedCard;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;

/** What one put or increment costs after a given number of earlier ones. Those go on for a thousand, then begin anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RegisterBenchmark {
    private static final int COUNT = 1024;

    @Param("10000")
    public int size;

    private final ActorId actor = ActorId.of(new byte[] {42});
    private Doc base;
    private List<byte[]> puts;
    private List<byte[]> increments;
    private byte[] late;
    private Doc current;
    private int next = COUNT - 1;

    @Setup
    public void build() {
        MovedCard card = MovedCard.of(size);
        base = card.document();
        puts = card.remote(COUNT, (edit, i) -> edit.put(ObjectId.ROOT, MovedCard.PLACE, i * 0.25));
        increments = card.remote(COUNT, (edit, i) -> edit.increment(ObjectId.ROOT, MovedCard.COUNTER, 1));
        late = card.late();
    }

    private int next() {
        next = next + 1 & COUNT - 1;
        current = next == 0 ? base : current;
        return next;
    }

    private byte[] commit(Edit edit) {
        Commit commit = edit.commit(null, Instant.EPOCH).orElseThrow();
        current = commit.document();
        return commit.change().toByteArray();
    }

    private Object receive(byte[] change) throws MalformedException {
        Doc before = current;
        current = before.apply(Change.parse(change));
        return before.diff(current);
    }

    /** The put, the snapshot after it, and the change to send. */
    @Benchmark
    public byte[] put() {
        double value = next() * 0.25;
        return commit(current.edit(actor).put(ObjectId.ROOT, MovedCard.PLACE, value));
    }

    /** From the change's bytes to the patches. */
    @Benchmark
    public Object remotePut() throws MalformedException {
        return receive(puts.get(next()));
    }

    /** Where it belongs, half of the history is later. */
    @Benchmark
    public Object latePut() throws MalformedException {
        return base.diff(base.apply(Change.parse(late)));
    }

    @Benchmark
    public byte[] increment() {
        next();
        return commit(current.edit(actor).increment(ObjectId.ROOT, MovedCard.COUNTER, 1));
    }

    @Benchmark
    public Object remoteIncrement() throws MalformedException {
        return receive(increments.get(next()));
    }

    @Benchmark
    public Object getPut() {
        return base.get(ObjectId.ROOT, MovedCard.PLACE);
    }

    @Benchmark
    public Object getCounter() {
        return base.get(ObjectId.ROOT, MovedCard.COUNTER);
    }
}
