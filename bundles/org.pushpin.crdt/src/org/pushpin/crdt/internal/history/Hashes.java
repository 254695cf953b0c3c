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
            compute(graph, next, hasher, hash);
        }
    }

    static void forceAll(ChangeGraph graph, ChangeHasher hasher) {
        byte[] hash = new byte[Block.HASH];
        for (int node = graph.lineage.indexed(); node < graph.size(); node++) {
            if (graph.isHashed(node)) {
                graph.enter(node, graph.lineage.index);
            } else {
                compute(graph, node, hasher, hash);
            }
        }
        graph.lineage.indexedTo(graph.size());
    }

    /** The first node whose hash was not what the hasher says, or −1. */
    static int verify(ChangeGraph graph, ChangeHasher hasher) {
        byte[] hash = new byte[Block.HASH];
        for (int node = 0; node < graph.size(); node++) {
            if (!graph.isHashed(node)) {
                compute(graph, node, hasher, hash);
                continue;
            }
            hasher.hash(node, hash, 0);
            if (!graph.hasHash(node, hash, 0)) {
                return node;
            }
            graph.enter(node, graph.lineage.index);
        }
        graph.lineage.indexedTo(graph.size());
        return -1;
    }

    private static void compute(ChangeGraph graph, int node, ChangeHasher hasher, byte[] hash) {
        Arrays.fill(hash, (byte) 0);
        hasher.hash(node, hash, 0);
        graph.blocks[node >>> Block.BITS].hash(node, hash, 0);
        graph.lineage.index.add(HashIndex.prefix(hash, 0), node);
    }
}
