// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Inflate;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeGraphEditor;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.history.OpLogBuilder;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Trie;

/**
 * Reads a document chunk. Everything is checked but the hashes: the operations give the state as applying the changes one by one would
 * give it, and each belongs to one change. The hashes are recomputed at once, or taken from what the chunk says of its heads and verified
 * when that is wanted; a file too old to say which changes are its heads is verified at once.
 *
 * <p>Cost: the runs of the columns; verified also each change. One thread.
 */
public final class DocumentReader {
    /** How much more a document may hold than a change of as many bytes: it is made of many. */
    static final int STEPS = 4;

    private final ByteReader in;
    private final List<ActorId> actors = new ArrayList<>();
    private final Set<ChangeHash> claimed = new HashSet<>();
    private final List<byte[]> heads = new ArrayList<>();
    private long[] headIndexes;
    private final Columns changes = DocumentChanges.columns();
    private final Columns ops = DocumentOps.columns();

    private DocumentReader(Chunk chunk) {
        in = chunk.reader();
    }

    /**
     * @param chunk of type {@link Chunk#DOCUMENT}
     * @param inflate what inflates its columns
     * @param verified whether to recompute all hashes
     */
    public static DocState read(Chunk chunk, Inflate inflate, boolean verified) throws MalformedException {
        DocumentReader reader = new DocumentReader(chunk);
        reader.readChunk(inflate);
        DocState state = reader.state(false, true);
        if (verified) {
            verify(state);
        }
        return state;
    }

    /**
     * The state that the operations of a damaged document give, though its hashes may differ, and marks may end before they begin: for its
     * values. Its changes must not be given to anyone.
     */
    public static DocState readDamaged(Chunk chunk, Inflate inflate) throws MalformedException {
        DocumentReader reader = new DocumentReader(chunk);
        inflate.beginChunk();
        reader.readChunk(inflate);
        return reader.state(true, false);
    }

    /**
     * Recomputes all hashes of a document and compares those that were taken from its file.
     *
     * @throws MalformedException if they differ: the document is not what it claims to be
     */
    public static void verify(DocState state) throws MalformedException {
        require(state.graph().verifyHashes(new ChangeEncoder(state)) < 0, "the heads do not match the changes");
    }

    private void readChunk(Inflate inflate) throws MalformedException {
        int actorCount = in.readCount(Math.min(Limits.ACTORS, in.remaining() / 2));
        for (int i = 0; i < actorCount; i++) {
            actors.add(in.readActor());
        }
        require(new HashSet<>(actors).size() == actorCount, "an actor twice");
        int headCount = in.readCount(in.remaining() / ChangeHash.LENGTH);
        for (int i = 0; i < headCount; i++) {
            byte[] head = in.readBytes(ChangeHash.LENGTH);
            heads.add(head);
            require(claimed.add(ChangeHash.of(head)), "a head twice");
        }
        changes.readTable(in);
        ops.readTable(in);
        changes.readData(in, inflate);
        ops.readData(in, inflate);
        readHeadIndexes();
    }

    private void readHeadIndexes() throws MalformedException {
        headIndexes = new long[heads.size()];
        int count = 0;
        for (; !in.isAtEnd(); count++) {
            require(count < headIndexes.length, "data after the end of a document");
            headIndexes[count] = in.readUnsigned();
        }
        if (count < headIndexes.length) {
            headIndexes = null;
        }
    }

    private DocState state(boolean repair, boolean withHeads) throws MalformedException {
        Authors authors = Authors.of(actors);
        Steps steps = Steps.of(STEPS, changes, ops);
        OpLogBuilder operations = new OpLogBuilder();
        DocumentObjects objects = new DocumentObjects(new DocumentOps(ops, authors, steps), authors, operations, repair);
        objects.read();
        OpLog log = operations.finish();
        ChangeGraphEditor graph = new DocumentChanges(changes, authors.size(), new OpIds(log, authors.size()), steps).read();
        return withHeads ? withHeads(authors, objects.build(), graph, log) : new DocState(authors, objects.build(), graph.freeze(), log);
    }

    /** Takes the hashes of the heads from the chunk if it says plainly which changes these are. */
    private DocState withHeads(Authors authors, Trie<Long, StoredObject> objects, ChangeGraphEditor editor, OpLog log)
            throws MalformedException {
        DocState state = new DocState(authors, objects, editor.freeze(), log);
        ChangeGraph graph = state.graph();
        if (headIndexes != null && Arrays.equals(Arrays.stream(headIndexes).sorted().toArray(),
                Arrays.stream(graph.heads()).asLongStream().toArray())) {
            for (int i = 0; i < headIndexes.length; i++) {
                editor.hash((int) headIndexes[i], heads.get(i), 0);
            }
            return state;
        }
        ChangeHasher hasher = new ChangeEncoder(state);
        graph.forceHashes(hasher);
        require(new HashSet<>(graph.headHashes(hasher)).equals(claimed), "the heads do not match the changes");
        return state;
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
