// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;
import java.util.BitSet;

/** Fills in the hashes of a {@link ChangeGraph}, each after those of what it builds on. Any thread; costs what is encoded. */
final class Hashes {
    private Hashes() {
    }

    /** Makes the hash of a node known, and those of its past that are not and that it needs. */
    static void force(ChangeGraph graph, int node, ChangeHasher hasher) {
        BitSet wanted = new BitSet(node + 1);
        wanted.set(node);
        int low = node;
        for (int next = node; next >= 0; next = wanted.previousSetBit(next - 1)) {
            low = next;
            for (int i = graph.depCount(next) - 1; i >= 0; i--) {
                int dep = graph.dep(next, i);
                if (!graph.isHashed(dep)) {
                    wanted.set(dep);
                }
            }
        }
        byte[] hash = new byte[Block.HASH];
        for (int next = low; next >= 0; next = wanted.nextSetBit(next + 1)) {
            hasher.hash(next, hash, 0);
            graph.blocks[next >>> Block.BITS].hash(next, hash, 0);
            enter(graph, next, graph.lineage.index);
        }
    }

    /** Makes all hashes known. The index is left for when something is looked up. */
    static void forceAll(ChangeGraph graph, ChangeHasher hasher) {
        new HashPipeline(graph, hasher, node -> !graph.isHashed(node)).run(graph.lineage.hashed(), (node, hash) -> {
            graph.blocks[node >>> Block.BITS].hash(node, hash, 0);
            return true;
        });
        graph.lineage.hashedTo(graph.size());
    }

    /** Forces all, and enters in the index what is not in it. */
    static void indexAll(ChangeGraph graph, ChangeHasher hasher) {
        forceAll(graph, hasher);
        int first = graph.lineage.indexed();
        graph.lineage.index.reserve(Math.max(0, graph.size() - first));
        for (int node = first; node < graph.size(); node++) {
            enter(graph, node, graph.lineage.index);
        }
        graph.lineage.indexedTo(graph.size());
    }

    /** The first node whose hash was not what the hasher says, or −1. */
    static int verify(ChangeGraph graph, ChangeHasher hasher) {
        int wrong = new HashPipeline(graph, hasher, node -> true).run(0, (node, hash) -> {
            if (graph.isHashed(node)) {
                return has(graph, node, hash, 0);
            }
            graph.blocks[node >>> Block.BITS].hash(node, hash, 0);
            return true;
        });
        if (wrong < 0) {
            graph.lineage.hashedTo(graph.size());
        }
        return wrong;
    }

    static int find(ChangeGraph graph, byte[] hash, ChangeHasher hasher) {
        HashIndex index = graph.lineage.index;
        int known = index.find(graph, hash, 0);
        if (known >= 0 || graph.lineage.indexed() >= graph.size()) {
            return known;
        }
        indexAll(graph, hasher);
        return index.find(graph, hash, 0);
    }

    static boolean has(ChangeGraph graph, int node, byte[] hash, int offset) {
        if (node >= graph.size() || !graph.isHashed(node)) {
            return false;
        }
        int at = Block.hashAt(node);
        return Arrays.equals(graph.blocks[node >>> Block.BITS].hashes(), at, at + Block.HASH, hash, offset, offset + Block.HASH);
    }

    /** Enters a node in an index if its hash is known. */
    static void enter(ChangeGraph graph, int node, HashIndex index) {
        if (graph.isHashed(node)) {
            index.add(HashIndex.prefix(graph.blocks[node >>> Block.BITS].hashes(), Block.hashAt(node)), node);
        }
    }
}
