// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.List;

/** A trace of several writers: each on a replica of its own, which before a step gets exactly the others' steps that its writer had seen then. */
final class Replay<D> {
    private final Engine<D> engine;
    private final Trace trace;
    private final List<D> replicas = new ArrayList<>();
    /** By writer, one change for each of its steps. */
    private final List<List<byte[]>> changes = new ArrayList<>();
    private final int[][] have;

    Replay(Engine<D> engine, Trace trace) {
        this.engine = engine;
        this.trace = trace;
        this.have = new int[trace.writers()][trace.writers()];
    }

    /** What all writers have at the end. */
    D run() {
        D base = engine.create();
        for (int writer = 0; writer < trace.writers(); writer++) {
            replicas.add(engine.copy(base, writer + 1));
            changes.add(new ArrayList<>());
        }
        for (Trace.Step step : trace.steps()) {
            catchUp(step.writer(), step.seen());
            replicas.set(step.writer(), engine.editOneByOne(replicas.get(step.writer()), step.edits(), changes.get(step.writer())::add));
        }
        catchUp(0, changes.stream().mapToInt(List::size).toArray());
        replicas.subList(1, replicas.size()).forEach(engine::free);
        engine.free(base);
        return replicas.getFirst();
    }

    private void catchUp(int writer, int[] wanted) {
        int[] seen = have[writer];
        for (int other = 0; other < seen.length; other++) {
            if (other != writer && wanted[other] > seen[other]) {
                byte[] batch = Bytes.concatenate(changes.get(other).subList(seen[other], wanted[other]));
                replicas.set(writer, engine.receive(replicas.get(writer), batch));
                seen[other] = wanted[other];
            }
        }
    }
}
