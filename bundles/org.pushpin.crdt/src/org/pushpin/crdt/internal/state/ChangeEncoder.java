// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeParser;
import org.pushpin.crdt.internal.change.ChangeWriter;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.history.OpRuns;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.sequence.SequenceView;

/**
 * Writes the changes of a document again, from what the document holds: the log says where each operation is, the objects what it is. One
 * thread. Cost: O(log n) per run of operations.
 */
public final class ChangeEncoder implements ChangeHasher {
    private static final byte[] NO_EXTRA = {};

    private final DocState state;
    private final ChangeGraph graph;
    private final Authors authors;
    private final Predecessors predecessors = new Predecessors();
    private ChangeWriter writer;
    /** By author, where it was found last, and in what object. */
    private final Runs[] recent;
    private final long[] recentObjects;
    private final byte[] hash = new byte[ChangeHash.LENGTH];

    public ChangeEncoder(DocState state) {
        this.state = state;
        this.graph = state.graph();
        this.authors = state.authors();
        this.recent = new Runs[authors.size()];
        this.recentObjects = new long[authors.size()];
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

    private void write(int node) {
        int author = graph.author(node);
        long startOp = graph.startOp(node);
        for (int i = 0; i < graph.depCount(node); i++) {
            int dep = graph.dep(node, i);
            if (!graph.isHashed(dep)) {
                graph.hash(dep, new ChangeEncoder(state), hash, 0);
            }
        }
        if (writer == null) {
            writer = new ChangeWriter();
        }
        writer.begin(authors, author, startOp);
        for (int i = 0; i < graph.depCount(node); i++) {
            graph.hash(graph.dep(node, i), this, hash, 0);
            writer.dependency(hash, 0);
        }
        OpRuns runs = state.log().runs(author, startOp, graph.maxOp(node));
        while (runs.next()) {
            switch (runs.kind()) {
                case INSERT -> insert(runs);
                case DELETE -> delete(runs);
                case UPDATE -> update(runs);
                case MAP -> key(runs);
            }
        }
    }

    private void insert(OpRuns run) {
        SequenceView sequence = state.sequence(run.object());
        for (int done = 0; done < run.length();) {
            long id = Ids.plus(run.first(), done);
            Runs elements = elements(run.object(), sequence, id);
            Op[] register = elements.register();
            if (register != null) {
                Op op = Register.find(register, id);
                writer.append(run.object(), null, elements.reference(), true, op.action(), op.value(), Op.NONE, op.expand(), op.mark());
                done++;
            } else {
                int count = Math.min(run.length() - done, elements.length());
                writer.textRun(run.object(), elements.reference(), elements.utf8(), elements.utf8Offset(), elements.utf8Length(count), count);
                done += count;
            }
        }
    }

    private void delete(OpRuns run) {
        SequenceView sequence = state.sequence(run.object());
        for (int done = 0; done < run.length();) {
            long element = Ids.plus(run.target(), done * run.stride());
            Runs elements = elements(run.object(), sequence, element);
            if (elements.register() != null) {
                write(run.object(), null, element, Ids.plus(run.first(), done), elements.register());
                done++;
            } else {
                int count = run.stride() > 0 ? Math.min(run.length() - done, elements.length()) : 1;
                writer.deleteRun(run.object(), element, count, run.stride());
                done += count;
            }
        }
    }

    /** The elements from one on. Changes that follow one another mostly go on in the run in which their author was. */
    private Runs elements(long object, SequenceView sequence, long element) {
        int author = Ids.author(element);
        Runs elements = recentObjects[author] == object ? recent[author] : null;
        if (elements == null || !elements.skipTo(element)) {
            elements = sequence.runs(element);
            elements.next();
            recent[author] = elements;
            recentObjects[author] = object;
        }
        return elements;
    }

    private void update(OpRuns run) {
        SequenceView sequence = state.sequence(run.object());
        for (int i = 0; i < run.length(); i++) {
            write(run.object(), null, Ids.plus(run.target(), i * run.stride()), Ids.plus(run.first(), i), sequence.ops(Ids.plus(run.target(), i * run.stride())));
        }
    }

    private void key(OpRuns run) {
        Op[] register = state.register(run.object(), run.key());
        for (int i = 0; i < run.length(); i++) {
            write(run.object(), run.key(), Ids.NONE, Ids.plus(run.first(), i), register);
        }
    }

    /** An operation that overwrites others of its register; a deletion is not in the register, but a successor of others. */
    private void write(long object, String key, long element, long id, Op[] register) {
        Op op = Register.find(register, id);
        writer.append(object, key, element, false, op == null ? Action.DELETE : op.action(), op == null ? Scalar.NULL : op.value(),
                preds(register, id), op != null && op.expand(), op == null ? null : op.mark());
    }

    /** Without those that only differ in their branch: they are one on the wire. */
    private long[] preds(Op[] register, long id) {
        long[] all = predecessors.of(register, id);
        if (all.length < 2) {
            return all;
        }
        long[] preds = new long[all.length];
        int count = 0;
        for (long pred : all) {
            if (count == 0 || !isSameOnWire(preds[count - 1], pred)) {
                preds[count++] = pred;
            }
        }
        return Arrays.copyOf(preds, count);
    }

    private boolean isSameOnWire(long a, long b) {
        return Ids.counter(a) == Ids.counter(b) && authors.actor(Ids.author(a)).equals(authors.actor(Ids.author(b)));
    }
}
