// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeParser;
import org.pushpin.crdt.internal.change.ChangeWriter;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.op.Authors;

/**
 * Writes the changes of a document again, from what the document holds: the log says where each operation is, the objects what it is. One
 * thread. Cost: O(log n) per run of operations.
 */
public final class ChangeEncoder implements ChangeHasher {
    private static final byte[] NO_EXTRA = {};

    private final DocState state;
    private final ChangeGraph graph;
    private final Authors authors;
    /** Null, like the others, until a change is written. */
    private LoggedOps ops;
    private ChangeWriter writer;
    private byte[] hash;

    public ChangeEncoder(DocState state) {
        this.state = state;
        this.graph = state.graph();
        this.authors = state.authors();
    }

    /** The change of a node. */
    public ChangeChunk encode(int node) {
        byte[] raw = graph.raw(node);
        if (raw != null) {
            return parsed(raw);
        }
        write(node);
        return writer.finish(graph.seq(node), graph.time(node), graph.message(node), extra(node));
    }

    /** Who made the change of a node. Any thread. */
    public ActorId actor(int node) {
        return authors.actor(graph.author(node));
    }

    /** When the change of a node was made. Any thread. */
    public long time(int node) {
        return graph.time(node);
    }

    private static ChangeChunk parsed(byte[] raw) {
        try (ChunkReader in = new ChunkReader()) {
            in.reset(raw);
            return new ChangeParser().parse(in.read());
        } catch (MalformedException e) {
            throw new IllegalStateException("a change that was applied before", e);
        }
    }

    private byte[] extra(int node) {
        byte[] extra = graph.extra(node);
        return extra == null ? NO_EXTRA : extra;
    }

    @Override
    public void hash(int node, byte[] into, int offset) {
        byte[] raw = graph.raw(node);
        if (raw != null) {
            System.arraycopy(parsed(raw).hashBytes(), 0, into, offset, ChangeHash.LENGTH);
            return;
        }
        write(node);
        writer.finishHash(graph.seq(node), graph.time(node), graph.message(node), extra(node), into, offset);
    }

    @Override
    public int encode(int node, ByteWriter target) {
        byte[] raw = graph.raw(node);
        if (raw != null) {
            target.write(parsed(raw).bytes());
            return -1;
        }
        begin(node);
        writer.dependencies(graph.depCount(node));
        ops.read(graph.author(node), graph.startOp(node), graph.maxOp(node), writer);
        return writer.finish(graph.seq(node), graph.time(node), graph.message(node), extra(node), target);
    }

    @Override
    public ChangeHasher another() {
        return new ChangeEncoder(state);
    }

    private void write(int node) {
        for (int i = 0; i < graph.depCount(node); i++) {
            int dep = graph.dep(node, i);
            if (!graph.isHashed(dep)) {
                graph.hash(dep, new ChangeEncoder(state), new byte[ChangeHash.LENGTH], 0);
            }
        }
        begin(node);
        for (int i = 0; i < graph.depCount(node); i++) {
            graph.hash(graph.dep(node, i), this, hash, 0);
            writer.dependency(hash, 0);
        }
        ops.read(graph.author(node), graph.startOp(node), graph.maxOp(node), writer);
    }

    private void begin(int node) {
        if (writer == null) {
            writer = new ChangeWriter();
            ops = new LoggedOps(state);
            hash = new byte[ChangeHash.LENGTH];
        }
        writer.begin(authors, graph.author(node), graph.startOp(node));
    }
}
