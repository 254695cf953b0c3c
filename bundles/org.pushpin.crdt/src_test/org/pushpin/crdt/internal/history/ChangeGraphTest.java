// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.internal.op.Ids;

class ChangeGraphTest {
    private record Version(ChangeGraph graph, GraphModel model) {
        ChangeHasher hasher() {
            return model.hasher();
        }
    }

    @Test
    void diverging_histories_are_as_the_model_has_them() {
        for (int seed = 0; seed < 15; seed++) {
            Random random = new Random(seed);
            int authors = 1 + random.nextInt(5) * random.nextInt(12);
            List<Version> versions = new ArrayList<>(List.of(new Version(ChangeGraph.empty(), new GraphModel(List.of()))));
            for (int step = 0; step < 40; step++) {
                Version from = versions.get(random.nextInt(3) > 0 ? versions.size() - 1 : random.nextInt(versions.size()));
                versions.add(grown(from, random, authors));
                Version any = versions.get(random.nextInt(versions.size()));
                if (random.nextInt(8) == 0) {
                    versions.add(shortened(any, random));
                }
                if (any.graph.size() > 0) {
                    checkHashes(any, versions.get(random.nextInt(versions.size())), random);
                    any.model.checkAncestry(any.graph, random, authors);
                }
            }
            for (int i = 0; i < 5; i++) {
                Version any = versions.get(random.nextInt(versions.size()));
                any.model.check(any.graph, authors);
            }
        }
    }

    private static Version shortened(Version from, Random random) {
        int size = random.nextInt(from.graph.size() + 1);
        return new Version(from.graph.upTo(size), new GraphModel(from.model.nodes.subList(0, size)));
    }

    private static Version grown(Version from, Random random, int authors) {
        GraphModel model = new GraphModel(from.model.nodes);
        ChangeGraphEditor editor = from.graph.edit();
        assertSame(from.graph, editor.freeze());
        for (int i = random.nextInt(20); i >= 0; i--) {
            model.add(model.next(random, authors), editor);
            if (random.nextInt(6) == 0) {
                editor.hash(model.nodes.size() - 1, model.hash(model.nodes.size() - 1), 0);
            }
            if (random.nextInt(10) == 0) {
                editor.freeze();
            }
        }
        return new Version(editor.freeze(), model);
    }

    private static void checkHashes(Version version, Version other, Random random) {
        int node = random.nextInt(version.graph.size());
        ChangeHash hash = ChangeHash.of(version.model.hash(node));
        assertEquals(hash, version.graph.hash(node, version.hasher()));
        if (random.nextBoolean()) {
            assertEquals(node, version.graph.find(hash, version.hasher()));
        }
        if (random.nextInt(4) == 0) {
            assertEquals(-1, version.graph.verifyHashes(version.hasher()));
        }
        if (other.graph.size() > 0) {
            int foreign = random.nextInt(other.graph.size());
            byte[] theirs = other.model.hash(foreign);
            boolean shared = foreign < version.graph.size() && Arrays.equals(theirs, version.model.hash(foreign));
            int found = version.graph.find(ChangeHash.of(theirs), version.hasher());
            assertEquals(shared ? foreign : -1, found);
        }
    }

    @Test
    void long_concurrent_lines_are_walked_rightly() {
        for (int authors : new int[] {2, 3, 17}) {
            Random random = new Random(authors);
            ChangeGraph graph = braid(100_000, authors, random);
            BitSet[] pasts = new BitSet[20];
            int[] nodes = random.ints(pasts.length, 0, graph.size()).toArray();
            for (int i = 0; i < pasts.length; i++) {
                pasts[i] = graph.ancestors(nodes[i]);
            }
            for (int i = 0; i < 20_000; i++) {
                int of = random.nextInt(pasts.length);
                int node = random.nextInt(graph.size());
                assertEquals(pasts[of].get(node), graph.isAncestor(node, nodes[of]));
            }
            for (int i = 0; i < pasts.length; i++) {
                Clock clock = graph.clock(nodes[i]);
                for (int node = 0; node < graph.size(); node += 37) {
                    assertEquals(pasts[i].get(node), clock.includesNode(node));
                }
            }
        }
    }

    /** Authors who type at the same time and rarely hear of one another; afterwards all heads are many. */
    private static ChangeGraph braid(int size, int authors, Random random) {
        ChangeGraphEditor editor = ChangeGraph.empty().edit();
        int[] last = new int[authors];
        int[] seq = new int[authors];
        for (int node = 0; node < size; node++) {
            int author = random.nextInt(authors);
            int other = random.nextInt(authors);
            int[] deps = seq[author] == 0 ? new int[0] : new int[] {last[author]};
            if (random.nextInt(3000) == 0 && seq[author] > 0 && seq[other] > 0 && other != author) {
                deps = new int[] {Math.min(last[author], last[other]), Math.max(last[author], last[other])};
            }
            editor.add(author, ++seq[author], node + 1, node + 1, 0, null, deps, null, null, null);
            last[author] = node;
        }
        return editor.freeze();
    }

    @Test
    void a_run_is_added_at_once() {
        ChangeGraphEditor editor = ChangeGraph.empty().edit();
        editor.addRun(0, 1, 1, 2, 1000, 77);
        editor.addRun(1, 1, 5000, 0, 3, 0, 500, 999);
        editor.addRun(0, 1001, 6000, 1, 100, 5, 1002);
        ChangeGraph graph = editor.freeze();
        assertEquals(1103, graph.size());
        assertArrayEquals(new int[] {1102}, graph.heads());
        assertEquals(2000, graph.maxOp(999));
        assertEquals(1999, graph.startOp(999));
        assertEquals(77, graph.time(999));
        assertEquals(4999, graph.maxOp(1002));
        assertArrayEquals(new int[] {500, 999}, graph.deps(1000));
        assertEquals(1050, graph.node(0, 1048));
        assertEquals(741, graph.nodeOf(Ids.of(1484, 0)));
        assertEquals(5, graph.time(1103 - 1));
        assertEquals(6099, graph.maxOp());
    }

    @Test
    void a_run_may_have_changes_of_any_size() {
        ChangeGraphEditor editor = ChangeGraph.empty().edit();
        editor.addRun(0, 1, 1, new long[] {9, 3, 3, 10, 11}, new long[] {9, 5, 5, 7, 6}, 1, 5);
        editor.addRun(1, 1, 12, new long[] {12}, null, 0, 1, 3);
        ChangeGraph graph = editor.freeze();
        assertArrayEquals(new int[] {4}, graph.heads());
        assertArrayEquals(new long[] {3, 3, 10, 11, 12}, range(5).mapToLong(graph::maxOp).toArray());
        assertArrayEquals(new long[] {1, 4, 4, 11, 12}, range(5).mapToLong(graph::startOp).toArray());
        assertArrayEquals(new long[] {5, 5, 7, 6, 0}, range(5).mapToLong(graph::time).toArray());
        assertArrayEquals(new int[] {2}, graph.deps(3));
    }

    private static IntStream range(int end) {
        return IntStream.range(0, end);
    }

    @Test
    void a_handle_of_any_size_may_be_appended_to_again() {
        List<ChangeGraph> all = new ArrayList<>(List.of(ChangeGraph.empty()));
        for (int size = 0; size < 2200; size++) {
            all.add(with(all.get(size), size, 7));
        }
        for (int size = 0; size < 2200; size++) {
            ChangeGraph other = with(with(all.get(size), size, 8), size + 1, 8);
            for (int node = Math.max(0, size - 70); node <= size + 1; node++) {
                assertEquals(node % 2, other.author(node));
                assertEquals(node + 1, other.maxOp(node));
                assertEquals(node < size ? 7 : 8, other.time(node));
                assertEquals(node, other.node(node % 2, node / 2 + 1));
            }
            assertArrayEquals(new int[] {size + 1}, other.heads());
        }
        for (int node = 0; node < 2200; node++) {
            assertEquals(7, all.get(2200).time(node));
            assertEquals(node, all.get(2200).nodeOf(Ids.of(node + 1, node % 2)));
        }
    }

    private static ChangeGraph with(ChangeGraph graph, int node, long time) {
        ChangeGraphEditor editor = graph.edit();
        editor.add(node % 2, node / 2 + 1, node + 1, node + 1, time, null, graph.heads(), null, null, null);
        return editor.freeze();
    }

    @Test
    void what_is_out_of_line_is_refused_and_changes_nothing() {
        ChangeGraphEditor editor = ChangeGraph.empty().edit();
        editor.addRun(0, 1, 1, 1, 10, 0);
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(0, 10, 11, 1, 1, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(0, 12, 11, 1, 1, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(1, 1, 10, 1, 1, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(1, 1, 11, 1, 1, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(1, 1, 11, 1, 1, 0, 9, 8));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(1, 1, 1L << 32, 1, 1, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(1, 0, 11, 1, 1, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(0, 11, 11, new long[] {12, 11}, null, 0, 2, 9));
        assertThrows(IllegalArgumentException.class, () -> editor.addRun(0, 11, 11, Integer.MAX_VALUE, 3, 0, 9));
        assertEquals(10, editor.size());
        editor.addRun(0, 11, 0xffff_ffffL, 1, 1, 0, 9);
        ChangeGraph graph = editor.freeze();
        assertEquals(0xffff_ffffL, graph.maxOp());
        assertEquals(10, graph.nodeOf(Ids.of(0xffff_ffffL, 0)));
        assertEquals(-1, graph.nodeOf(Ids.of(0xffff_fffeL, 0)));
    }

    @Test
    void a_file_may_claim_the_hashes_of_its_heads() {
        GraphModel model = new GraphModel(List.of());
        ChangeGraphEditor editor = ChangeGraph.empty().edit();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            model.add(model.next(random, 4), editor);
        }
        byte[] wrong = new byte[32];
        int head = editor.freeze().head(0);
        editor.hash(head, wrong, 0);
        Version version = new Version(editor.freeze(), model);
        assertEquals(head, version.graph.findKnown(wrong, 0));
        assertEquals(head, version.graph.find(ChangeHash.of(wrong), version.hasher()));
        assertFalse(version.graph.isHashed(0));
        assertEquals(head, version.graph.verifyHashes(version.hasher()));
    }
}
