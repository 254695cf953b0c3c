// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.OpRun;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.Values;

/**
 * The changes of a document by number, in the order in which they were applied here: each comes after those that it builds on. Nothing is
 * made of a change until somebody asks for it, so that a long history can be paged through. Immutable; any thread. O(log n) for each
 * question, but where something else is said. A number that does not exist throws {@link IndexOutOfBoundsException}.
 */
public final class Timeline {
    private final DocState state;
    private final ChangeGraph graph;

    Timeline(DocState state) {
        this.state = state;
        this.graph = state.graph();
    }

    /** How many changes; they are numbered from 0. */
    public int size() {
        return graph.size();
    }

    private int checked(int number) {
        if (number < 0 || number >= graph.size()) {
            throw new IndexOutOfBoundsException("change " + number + " of " + graph.size());
        }
        return number;
    }

    public ActorId actor(int number) {
        return state.authors().actor(graph.author(checked(number)));
    }

    /** Seconds since 1970-01-01T00:00Z, as the author says; 0 if unknown. */
    public long time(int number) {
        return graph.time(checked(number));
    }

    public Optional<String> message(int number) {
        return Optional.ofNullable(graph.message(checked(number)));
    }

    /** How many operations. */
    public long operations(int number) {
        return graph.maxOp(checked(number)) - graph.startOp(number) + 1;
    }

    /** The object that its first operation is on; empty if it has none. */
    public Optional<ObjectId> object(int number) {
        long first = Ids.of(graph.startOp(checked(number)), graph.author(number));
        OpRun run = operations(number) == 0 ? null : state.log().operation(first);
        return run == null ? Optional.empty() : Optional.of(Values.objectId(run.object(), state.authors()));
    }

    /** The change that its author made before it; −1 if there is none. */
    public int previous(int number) {
        return graph.seq(checked(number)) == 1 ? -1 : graph.node(graph.author(number), graph.seq(number) - 1);
    }

    /** The change that its author made next; −1 if there is none. */
    public int next(int number) {
        return graph.node(graph.author(checked(number)), graph.seq(number) + 1);
    }

    /** The hash of a change. It is computed, from the change's bytes, when it is first asked for. */
    public ChangeHash hash(int number) {
        return graph.hash(checked(number), new ChangeEncoder(state));
    }

    /** The heads of the document when it had so many changes. Cost: a look at each. */
    public List<ChangeHash> headsOf(int count) {
        if (count < 0 || count > graph.size()) {
            throw new IndexOutOfBoundsException(count + " changes of " + graph.size());
        }
        BitSet heads = new BitSet(count);
        for (int node = 0; node < count; node++) {
            for (int i = 0; i < graph.depCount(node); i++) {
                heads.clear(graph.dep(node, i));
            }
            heads.set(node);
        }
        List<ChangeHash> hashes = new ArrayList<>();
        heads.stream().forEach(node -> hashes.add(hash(node)));
        hashes.sort(null);
        return List.copyOf(hashes);
    }
}
