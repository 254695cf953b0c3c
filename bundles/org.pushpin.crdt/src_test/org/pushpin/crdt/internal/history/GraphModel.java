// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.op.Ids;

/** A graph of changes in the plainest form, with which {@link ChangeGraph} is compared. */
final class GraphModel {
    record Node(int author, long seq, long startOp, long maxOp, long time, String message, int[] deps, byte[] extra, byte[] raw, BitSet past) {
    }

    final List<Node> nodes;
    private final List<byte[]> hashes = new ArrayList<>();

    GraphModel(List<Node> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    int lastOf(int author, BitSet in) {
        return IntStream.range(0, nodes.size()).filter(i -> in.get(i) && nodes.get(i).author == author).max().orElse(-1);
    }

    BitSet past(int... of) {
        BitSet all = new BitSet();
        for (int node : of) {
            all.or(nodes.get(node).past);
        }
        return all;
    }

    int[] maximal(BitSet of) {
        return of.stream().filter(i -> of.stream().noneMatch(j -> j != i && nodes.get(j).past.get(i))).toArray();
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, nodes.size());
        return all;
    }

    /** A random change by a random author, on top of something, perhaps on top of everything. */
    Node next(Random random, int authors) {
        BitSet deps = new BitSet();
        int kind = random.nextInt(10);
        if (!nodes.isEmpty()) {
            if (kind < 5) {
                deps.set(nodes.size() - 1);
            } else if (kind < 7) {
                Arrays.stream(maximal(all())).forEach(deps::set);
            } else if (kind < 9) {
                deps.set(random.nextInt(nodes.size()));
            }
        }
        boolean same = !nodes.isEmpty() && kind < 4;
        int author = same ? nodes.getLast().author : random.nextInt(authors);
        int last = lastOf(author, all());
        if (last >= 0 && !past(deps.stream().toArray()).get(last)) {
            deps.set(last);
        }
        int[] on = maximal(deps);
        long most = IntStream.concat(Arrays.stream(on), IntStream.of(last)).filter(i -> i >= 0).mapToLong(i -> nodes.get(i).maxOp).max().orElse(0);
        long start = most + (random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(5));
        BitSet past = past(on);
        past.set(nodes.size());
        boolean plain = random.nextInt(8) > 0;
        return new Node(author, last < 0 ? 1 : nodes.get(last).seq + 1, start, start - 1 + random.nextInt(4), time(random), plain ? null : "m" + kind,
                on, plain ? null : new byte[] {1}, random.nextInt(40) > 0 ? null : new byte[] {2}, past);
    }

    private long time(Random random) {
        long before = nodes.isEmpty() ? 0 : nodes.getLast().time;
        return switch (random.nextInt(12)) {
            case 0, 1 -> before + random.nextInt(1000);
            case 2 -> random.nextInt(20) == 0 ? random.nextLong() : before;
            default -> before;
        };
    }

    void add(Node node, ChangeGraphEditor editor) {
        assertEquals(nodes.size(), editor.add(node.author, node.seq, node.startOp, node.maxOp, node.time, node.message, node.deps, node.extra,
                null, node.raw));
        nodes.add(node);
    }

    /** What stands for the bytes of a change: all that it is, and room for the hashes of what it builds on. */
    private byte[] chunk(Node node) {
        byte[] message = node.message == null ? new byte[0] : node.message.getBytes();
        return ByteBuffer.allocate(Chunk.PREFIX + 36 + message.length + node.deps.length * Block.HASH).putLong(0).putInt(node.author)
                .putLong(node.seq).putLong(node.startOp).putLong(node.maxOp).putLong(node.time).put(message).array();
    }

    byte[] hash(int index) {
        for (int i = hashes.size(); i <= index; i++) {
            byte[] chunk = chunk(nodes.get(i));
            byte[][] deps = Arrays.stream(nodes.get(i).deps).mapToObj(hashes::get).sorted(Arrays::compareUnsigned).toArray(byte[][]::new);
            for (int dep = 0; dep < deps.length; dep++) {
                System.arraycopy(deps[dep], 0, chunk, chunk.length - (deps.length - dep) * Block.HASH, Block.HASH);
            }
            hashes.add(new ChunkHasher().hash(chunk));
        }
        return hashes.get(index);
    }

    ChangeHasher hasher() {
        return new ChangeHasher() {
            @Override
            public void hash(int node, byte[] into, int offset) {
                System.arraycopy(GraphModel.this.hash(node), 0, into, offset, Block.HASH);
            }

            @Override
            public int encode(int node, ByteWriter target) {
                target.write(chunk(nodes.get(node)));
                return target.size() - nodes.get(node).deps.length * Block.HASH;
            }

            @Override
            public ChangeHasher another() {
                return hasher();
            }
        };
    }

    void check(ChangeGraph graph, int authors) {
        assertEquals(nodes.size(), graph.size());
        assertArrayEquals(maximal(all()), graph.heads());
        assertEquals(nodes.stream().mapToLong(Node::maxOp).max().orElse(0), graph.maxOp());
        for (int i = 0; i < nodes.size(); i++) {
            checkNode(graph, i);
        }
        for (int author = 0; author < authors; author++) {
            checkAuthor(graph, author);
        }
        checkRuns(graph);
        assertEquals(nodes.stream().anyMatch(n -> n.raw != null), graph.isIrregular());
    }

    private void checkRuns(ChangeGraph graph) {
        ChangeRuns runs = graph.runs();
        int next = 0;
        while (runs.next()) {
            assertEquals(next, runs.first());
            for (int i = next; i < runs.end(); i++) {
                Node node = nodes.get(i);
                assertEquals(runs.author(), node.author);
                assertEquals(runs.seq() + i - next, node.seq);
                assertEquals(i == next ? runs.startOp() : nodes.get(i - 1).maxOp + 1, node.startOp);
                assertTrue(i == next || node.deps.length == 1 && node.deps[0] == i - 1);
                int at = i;
                assertEquals(IntStream.range(i, nodes.size()).filter(n -> nodes.get(n).time != nodes.get(at).time).findFirst().orElse(nodes.size()),
                        runs.endOfTime(i));
                assertEquals(IntStream.range(i, nodes.size()).filter(n -> nodes.get(n).message != null || nodes.get(n).raw != null).findFirst()
                        .orElse(nodes.size()), runs.nextNoted(i));
            }
            next = runs.end();
        }
        assertEquals(nodes.size(), next);
    }

    private void checkNode(ChangeGraph graph, int i) {
        Node node = nodes.get(i);
        assertEquals(node.author, graph.author(i));
        assertEquals(node.seq, graph.seq(i));
        assertEquals(node.startOp, graph.startOp(i));
        assertEquals(node.maxOp, graph.maxOp(i));
        assertEquals(node.time, graph.time(i));
        assertEquals(node.message, graph.message(i));
        assertSame(node.extra, graph.extra(i));
        assertSame(node.raw, graph.raw(i));
        assertArrayEquals(node.deps, graph.deps(i));
        assertEquals(i, graph.node(node.author, node.seq));
        for (long op = node.startOp - 1; op <= node.maxOp + 1; op++) {
            long counter = op;
            int maker = IntStream.range(0, nodes.size()).filter(n -> nodes.get(n).author == node.author && nodes.get(n).startOp <= counter
                    && nodes.get(n).maxOp >= counter).findFirst().orElse(-1);
            assertEquals(maker, graph.nodeOf(Ids.of(counter, node.author)));
        }
    }

    private void checkAuthor(ChangeGraph graph, int author) {
        int last = lastOf(author, all());
        assertEquals(last, graph.lastNode(author));
        assertEquals(last < 0 ? 0 : nodes.get(last).seq, graph.lastSeq(author));
        assertEquals(-1, graph.node(author, graph.lastSeq(author) + 1));
        assertEquals(-1, graph.node(author, 0));
        for (int limit = 0; limit < nodes.size(); limit += 7) {
            BitSet below = new BitSet();
            below.set(0, limit + 1);
            assertEquals(lastOf(author, below), graph.lastNode(author, limit));
        }
    }

    void checkAncestry(ChangeGraph graph, Random random, int authors) {
        int[] some = random.ints(random.nextInt(4), 0, nodes.size()).toArray();
        int[] others = random.ints(random.nextInt(4), 0, nodes.size()).toArray();
        BitSet past = past(some);
        assertEquals(past, graph.ancestors(some));
        for (int i = 0; i < nodes.size(); i++) {
            assertEquals(past.get(i), graph.isAncestor(i, some));
            boolean empty = nodes.get(i).maxOp < nodes.get(i).startOp;
            assertEquals(!empty && past.get(i), graph.includes(some, Ids.of(nodes.get(i).maxOp, nodes.get(i).author)) && !empty);
        }
        int author = random.nextInt(authors);
        int mine = lastOf(author, all());
        assertEquals(mine < 0 || past.get(mine), graph.continues(author, some));
        Clock clock = graph.clock(some);
        for (int by = 0; by < authors; by++) {
            int last = lastOf(by, past);
            assertEquals(last, clock.lastNode(by));
            assertEquals(last < 0 ? 0 : nodes.get(last).seq, clock.seq(by));
            assertEquals(last < 0 ? 0 : nodes.get(last).maxOp, clock.counter(by));
        }
        BitSet rest = (BitSet) past.clone();
        rest.andNot(past(others));
        assertArrayEquals(rest.stream().map(i -> -i).sorted().map(i -> -i).toArray(), graph.notBelow(some, others));
        BitSet since = all();
        since.andNot(past);
        assertArrayEquals(since.stream().toArray(), graph.since(some));
        BitSet both = (BitSet) past.clone();
        both.and(past(others));
        assertArrayEquals(maximal(both), graph.common(some, others));
        BitSet set = new BitSet();
        Arrays.stream(some).forEach(set::set);
        assertArrayEquals(maximal(set), graph.maximal(some));
    }
}
