// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.StoredObject;

/**
 * Writes a document chunk: all operations in document order, all changes in the order of the graph. Forces the hashes of the heads. Cost:
 * the runs of the operations and a look at each change, and deflating; with a {@link SaveCache} of an earlier version, deflating what
 * differs. One thread.
 */
public final class DocumentWriter {
    private static final int CHANGES = 0;
    private static final int OPERATIONS = 1;
    /** The most steps that a character takes. */
    private static final int TEXT = 2;

    private final DocState state;
    private final ChangeGraph graph;
    /** By author, the number of its actor in the chunk. */
    private final int[] numbers;
    private final List<ActorId> actors;

    private DocumentWriter(DocState state) {
        this.state = state;
        this.graph = state.graph();
        Authors authors = state.authors();
        TreeSet<ActorId> used = new TreeSet<>();
        for (int author = 0; author < authors.size(); author++) {
            if (graph.lastNode(author) >= 0) {
                used.add(authors.actor(author));
            }
        }
        actors = List.copyOf(used);
        numbers = new int[authors.size()];
        for (int author = 0; author < numbers.length; author++) {
            numbers[author] = Arrays.binarySearch(actors.toArray(), authors.actor(author));
        }
    }

    /**
     * Answers null if no reader would take the document as one chunk, for so many operations that repeat one another, or so many at all:
     * its changes can still be read one by one.
     *
     * @param state without branches of a fork that one actor made side by side, and without changes that cannot be encoded again: see
     *        {@link FileWriter}
     * @param cache of the document's lineage; it is brought up to date
     */
    public static byte[] write(DocState state, SaveCache cache) {
        return new DocumentWriter(state).write(cache);
    }

    /** The same with all columns as they are. */
    public static byte[] writeUncompressed(DocState state) {
        return new DocumentWriter(state).write(null);
    }

    /** @param cache null to leave all columns as they are */
    private byte[] write(SaveCache cache) {
        ByteWriter out = new ByteWriter(1 << 12);
        out.writeUnsigned(actors.size());
        actors.forEach(actor -> out.writePrefixed(actor.toByteArray()));
        int[] heads = writeHeads(out);
        DocumentColumns changes = new DocumentColumns(CHANGES);
        DocumentChangesWriter changesWriter = new DocumentChangesWriter(new ChangeEncoder(state));
        changesWriter.write(graph, numbers);
        changesWriter.finish(changes);
        DocumentColumns operations = new DocumentColumns(OPERATIONS);
        DocumentOpsWriter operationsWriter = new DocumentOpsWriter(state.authors(), numbers);
        objects().forEach(operationsWriter::write);
        operationsWriter.finish(operations);
        if (!isReadable(operationsWriter, changes.bytes() + operations.bytes())) {
            return null;
        }
        Map<Integer, DeflatedColumn> deflated = cache == null ? Map.of() : deflated(changes, operations, cache);
        ColumnsWriter first = changes.written(deflated, Limits.INFLATED);
        ColumnsWriter second = operations.written(deflated, Limits.INFLATED - changes.bytes());
        first.writeTable(out);
        second.writeTable(out);
        first.writeData(out);
        second.writeData(out);
        for (int head : heads) {
            out.writeUnsigned(head);
        }
        return Chunk.of(Chunk.DOCUMENT, out, new ChunkHasher()).bytes();
    }

    private static Map<Integer, DeflatedColumn> deflated(DocumentColumns changes, DocumentColumns operations, SaveCache cache) {
        List<ColumnDeflater.Column> columns = new ArrayList<>(changes.columns());
        columns.addAll(operations.columns());
        Map<Integer, DeflatedColumn> deflated = ColumnDeflater.deflate(columns, cache.columns());
        cache.columns(deflated);
        return deflated;
    }

    private boolean isReadable(DocumentOpsWriter operations, long bytes) {
        boolean few = operations.rows() <= Limits.OPS && graph.size() <= Limits.OPS;
        return few && graph.size() + operations.steps() <= DocumentReader.STEPS * Limits.steps(bytes) - TEXT * bytes;
    }

    /** Writes the hashes of the heads, ascending, and answers their nodes. */
    private int[] writeHeads(ByteWriter out) {
        record Head(int node, ChangeHash hash) {
        }
        ChangeHasher hasher = new ChangeEncoder(state);
        List<Head> heads = new ArrayList<>();
        for (int node : graph.heads()) {
            heads.add(new Head(node, graph.hash(node, hasher)));
        }
        heads.sort(Comparator.comparing(Head::hash));
        out.writeUnsigned(heads.size());
        heads.forEach(head -> out.write(head.hash.toByteArray()));
        return heads.stream().mapToInt(Head::node).toArray();
    }

    /** The root, then the others by id. */
    private List<StoredObject> objects() {
        List<StoredObject> objects = new ArrayList<>();
        state.objects().forEach((id, object) -> objects.add(object));
        objects.sort((a, b) -> state.authors().compare(a.id(), b.id()));
        return objects;
    }
}
