// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.op.Ids;

/** Readers of old handles beside an appender that shares their arrays. */
class ConcurrentReadTest {
    private static final int SIZE = 30_000;
    private static final int AUTHORS = 40;
    private volatile ChangeGraph graph = ChangeGraph.empty();
    private volatile OpLog log = OpLog.empty();
    private volatile boolean done;

    @Test
    void old_handles_stay_as_they_are() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Callable<Void> reader = reader(i);
                readers.add(pool.submit(reader));
            }
            try {
                append();
            } finally {
                done = true;
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        assertEquals(SIZE, graph.size());
    }

    private static int author(int node) {
        return node / 3 % AUTHORS;
    }

    private void append() {
        ChangeGraphEditor changes = graph.edit();
        OpLogEditor ops = log.edit();
        for (int node = 0; node < SIZE; node++) {
            int author = author(node);
            long seq = node / 3 / AUTHORS * 3 + node % 3 + 1;
            int[] deps = node == 0 ? new int[0] : new int[] {node - 1};
            changes.add(author, seq, node + 1, node + 1, node, node % 100 == 0 ? "m" + node : null, deps, null,
                    node % 7 == 0 ? hash(node) : null, null);
            ops.insert(Ids.of(node + 1, author), 1, author);
            if (node % 5 == 0) {
                log = ops.freeze();
                graph = changes.freeze();
            }
            if (node % 1000 == 999) {
                changes = graph.edit();
                int dead = author(graph.size());
                changes.add(dead, 1 + graph.lastSeq(dead), 1L << 31, 1L << 31, 9, "dead", graph.heads(), null, null, null);
                changes = graph.edit();
                for (int again = graph.size(); again <= node; again++) {
                    changes.add(author(again), again / 3 / AUTHORS * 3 + again % 3 + 1, again + 1, again + 1, again,
                            again % 100 == 0 ? "m" + again : null, new int[] {again - 1}, null, null, null);
                }
            }
        }
        log = ops.freeze();
        graph = changes.freeze();
    }

    private static byte[] chunk(int node) {
        return ByteBuffer.allocate(Chunk.PREFIX + 4).putLong(0).putInt(node).array();
    }

    private static byte[] hash(int node) {
        return new ChunkHasher().hash(chunk(node));
    }

    private static final class Hasher implements ChangeHasher {
        @Override
        public void hash(int node, byte[] into, int offset) {
            System.arraycopy(ConcurrentReadTest.hash(node), 0, into, offset, Block.HASH);
        }

        @Override
        public int encode(int node, ByteWriter target) {
            target.write(chunk(node));
            return -1;
        }

        @Override
        public ChangeHasher another() {
            return this;
        }
    }

    private Callable<Void> reader(int seed) {
        return () -> {
            Random random = new Random(seed);
            while (!done) {
                OpLog ops = log;
                ChangeGraph changes = graph;
                for (int i = 0; i < 50 && changes.size() > 0; i++) {
                    check(changes, ops, i == 0 ? changes.size() - 1 : random.nextInt(changes.size()));
                }
            }
            return null;
        };
    }

    private static void check(ChangeGraph changes, OpLog ops, int node) {
        int author = author(node);
        assertEquals(author, changes.author(node));
        assertEquals(node + 1, changes.maxOp(node));
        assertEquals(node, changes.time(node));
        assertEquals(node % 100 == 0 ? "m" + node : null, changes.message(node));
        assertEquals(node, changes.node(author, changes.seq(node)));
        assertEquals(node, changes.nodeOf(Ids.of(node + 1, author)));
        ChangeHasher hasher = new Hasher();
        assertEquals(ChangeHash.of(hash(node)), changes.hash(node, hasher));
        assertEquals(node, changes.find(ChangeHash.of(hash(node)), hasher));
        int last = changes.size() - 1;
        assertEquals(last, changes.clock(last).lastNode(author(last)));
        if (node + 1 <= ops.lastCounter(author)) {
            assertEquals(new OpRun(Ids.of(node + 1, author), 1, OpRun.Kind.INSERT, author, Ids.of(node + 1, author), null, 1),
                    ops.operation(Ids.of(node + 1, author)));
        }
    }
}
