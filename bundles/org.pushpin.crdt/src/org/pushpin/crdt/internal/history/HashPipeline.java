// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntPredicate;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.ChunkHasher;

/**
 * Hashes many changes in order. A hash needs those before it, but the encoding, which is most of the work, needs none of them: threads of
 * the common pool encode some portions ahead, and the caller hashes, and encodes too where it would have to wait. One thread; used once.
 * Holds {@value #AHEAD} portions of about {@value #PORTION_BYTES} bytes.
 */
final class HashPipeline {
    private static final int AHEAD = 4;
    private static final int PORTION_BYTES = 128 << 10;
    private static final int PORTION_CHANGES = 512;

    private final ChangeGraph graph;
    private final ChangeHasher hasher;
    private final IntPredicate wanted;
    private final Deque<Portion> ahead = new ArrayDeque<>();
    private final Deque<Portion> spare = new ArrayDeque<>();
    private final ChunkHasher digest = new ChunkHasher();
    private final byte[] hash = new byte[Block.HASH];

    /** Told each hash, in order. */
    @FunctionalInterface
    interface Sink {
        /** @param hash 32 bytes, not to be kept @return whether to go on */
        boolean take(int node, byte[] hash);
    }

    /** @param wanted the nodes to hash; the others are hashed already */
    HashPipeline(ChangeGraph graph, ChangeHasher hasher, IntPredicate wanted) {
        this.graph = graph;
        this.hasher = hasher;
        this.wanted = wanted;
    }

    /** Hashes what is wanted from a node on. @return the node at which the sink had enough, or −1 */
    int run(int from, Sink sink) {
        boolean few = graph.size() - from <= PORTION_CHANGES;
        int next = from;
        int stopped = -1;
        while (stopped < 0 && (next < graph.size() || !ahead.isEmpty())) {
            while (ahead.size() < AHEAD && next < graph.size()) {
                Portion portion = spare.isEmpty() ? new Portion() : spare.remove();
                portion.begin(next, Math.min(next + PORTION_CHANGES, graph.size()), few);
                ahead.add(portion);
                next = portion.end;
            }
            Portion portion = ahead.remove();
            await(portion);
            stopped = portion.hash(sink);
            spare.add(portion);
        }
        ahead.forEach(this::await);
        return stopped;
    }

    /** Encodes what nobody has begun, as long as the portion is not ready. */
    private void await(Portion portion) {
        Iterator<Portion> last = ahead.descendingIterator();
        while (!portion.task.isDone() && last.hasNext()) {
            ForkJoinTask<?> task = last.next().task;
            if (task.tryUnfork()) {
                task.invoke();
            }
        }
        portion.task.join();
    }

    /** Some changes on their way: encoded by one thread, then hashed by the caller. */
    private final class Portion {
        private final ChangeHasher encoder = hasher.another();
        private final ByteWriter bytes = new ByteWriter(PORTION_BYTES / 4);
        private final int[] nodes = new int[PORTION_CHANGES];
        private final int[] ends = new int[PORTION_CHANGES];
        private final int[] dependencies = new int[PORTION_CHANGES];
        private int count;
        private int next;
        private int end;
        private ForkJoinTask<?> task;

        /** @param here whether the caller encodes at once, because no other thread is worth waking */
        void begin(int from, int to, boolean here) {
            next = from;
            end = to;
            task = ForkJoinTask.adapt(this::encode);
            if (here) {
                task.invoke();
            } else {
                task.fork();
            }
        }

        /** As many of them as may be held at once. */
        private void encode() {
            bytes.clear();
            count = 0;
            for (; next < end && bytes.size() < PORTION_BYTES; next++) {
                if (wanted.test(next)) {
                    nodes[count] = next;
                    dependencies[count] = encoder.encode(next, bytes);
                    ends[count++] = bytes.size();
                }
            }
        }

        int hash(Sink sink) {
            int stopped = hashEncoded(sink);
            while (stopped < 0 && next < end) {
                encode();
                stopped = hashEncoded(sink);
            }
            return stopped;
        }

        private int hashEncoded(Sink sink) {
            for (int i = 0; i < count; i++) {
                if (dependencies[i] >= 0) {
                    fill(nodes[i], bytes.storage(), dependencies[i]);
                }
                digest.hash(bytes.storage(), i == 0 ? 0 : ends[i - 1], ends[i], hash, 0);
                if (!sink.take(nodes[i], hash)) {
                    return nodes[i];
                }
            }
            return -1;
        }
    }

    /** Hashes of what a change builds on, ascending. */
    private void fill(int node, byte[] bytes, int at) {
        int count = graph.depCount(node);
        if (count == 1) {
            copyHash(graph.dep(node, 0), bytes, at);
            return;
        }
        byte[][] hashes = new byte[count][Block.HASH];
        for (int i = 0; i < count; i++) {
            copyHash(graph.dep(node, i), hashes[i], 0);
        }
        Arrays.sort(hashes, Arrays::compareUnsigned);
        for (int i = 0; i < count; i++) {
            System.arraycopy(hashes[i], 0, bytes, at + i * Block.HASH, Block.HASH);
        }
    }

    private void copyHash(int node, byte[] into, int at) {
        System.arraycopy(graph.blocks[node >>> Block.BITS].hashes(), Block.hashAt(node), into, at, Block.HASH);
    }
}
