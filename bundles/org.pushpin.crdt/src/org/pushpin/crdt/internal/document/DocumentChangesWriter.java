// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import java.util.Comparator;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.TextWriter;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.history.ChangeRuns;

/** Writes the change columns of a document, in the order of the graph's nodes, by runs. One thread. */
final class DocumentChangesWriter {
    private final RleWriter actor = new RleWriter();
    private final DeltaWriter seq = new DeltaWriter();
    private final DeltaWriter maxOp = new DeltaWriter();
    private final DeltaWriter time = new DeltaWriter();
    private final TextWriter message = new TextWriter();
    private final RleWriter depCount = new RleWriter();
    private final DeltaWriter depIndex = new DeltaWriter();
    private final RleWriter extraMeta = new RleWriter();
    private final ByteWriter extraRaw = new ByteWriter();

    private final ChangeHasher hasher;

    /** @param hasher of the graph that is written */
    DocumentChangesWriter(ChangeHasher hasher) {
        this.hasher = hasher;
    }

    /** @param actors by author, the number of its actor in the chunk */
    void write(ChangeGraph graph, int[] actors) {
        ChangeRuns runs = graph.runs();
        int noted = runs.nextNoted(0);
        while (runs.next()) {
            int number = actors[runs.author()];
            int node = runs.first();
            while (node < runs.end()) {
                if (node == runs.first() || node == noted) {
                    write(graph, node, number);
                    node++;
                } else {
                    int end = Math.min(Math.min(runs.end(), noted), runs.endOfTime(node));
                    writePlain(graph, node, end, number);
                    node = end;
                }
                noted = node > noted ? runs.nextNoted(node) : noted;
            }
        }
    }

    private void write(ChangeGraph graph, int node, int number) {
        actor.append(number);
        seq.append(graph.seq(node));
        maxOp.append(graph.maxOp(node));
        time.append(graph.time(node));
        message.append(graph.message(node));
        int deps = graph.depCount(node);
        depCount.append(deps);
        if (deps > 1) {
            writeDeps(graph, node);
        } else if (deps == 1) {
            depIndex.append(graph.dep(node, 0));
        }
        byte[] extra = graph.extra(node);
        extraMeta.append(ScalarCodec.meta(extra == null ? 0 : extra.length, ScalarCodec.BYTES));
        if (extra != null) {
            extraRaw.write(extra);
        }
    }

    /** In the order of their hashes: JavaScript's engine takes them as they come when it computes the hash of the change. */
    private void writeDeps(ChangeGraph graph, int node) {
        Arrays.stream(graph.deps(node)).boxed().sorted(Comparator.comparing(dep -> graph.hash(dep, hasher))).forEach(depIndex::append);
    }

    /** Changes each on the one before, of one time, with nothing else. */
    private void writePlain(ChangeGraph graph, int from, int end, int number) {
        int count = end - from;
        actor.append(number, count);
        seq.append(graph.seq(from));
        seq.appendSteps(1, count - 1);
        writeMaxOps(graph, from, end);
        time.append(graph.time(from), count);
        message.appendNulls(count);
        depCount.append(1, count);
        depIndex.append(from - 1);
        depIndex.appendSteps(1, count - 1);
        extraMeta.append(ScalarCodec.meta(0, ScalarCodec.BYTES), count);
    }

    /** Most changes in a row have as many operations each as the next. */
    private void writeMaxOps(ChangeGraph graph, int from, int end) {
        long last = graph.maxOp(from);
        maxOp.append(last);
        for (int node = from + 1; node < end;) {
            long step = graph.maxOp(node) - last;
            int first = node;
            do {
                last += step;
                node++;
            } while (node < end && graph.maxOp(node) - last == step);
            maxOp.appendSteps(step, node - first);
        }
    }

    void finish(DocumentColumns columns) {
        columns.add(ColumnSpec.CHANGE_ACTOR, actor.finish()).add(ColumnSpec.CHANGE_SEQ, seq.finish());
        columns.add(ColumnSpec.CHANGE_MAX_OP, maxOp.finish()).add(ColumnSpec.CHANGE_TIME, time.finish());
        columns.addText(ColumnSpec.CHANGE_MESSAGE, message.finish());
        columns.add(ColumnSpec.CHANGE_DEPS_COUNT, depCount.finish()).add(ColumnSpec.CHANGE_DEPS_INDEX, depIndex.finish());
        columns.add(ColumnSpec.CHANGE_EXTRA_META, extraMeta.finish()).addText(ColumnSpec.CHANGE_EXTRA_RAW, extraRaw);
    }
}
