// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;


/** Encodes changes of one graph, for their hashes. */
@FunctionalInterface
public interface ChangeHasher {
    /**
     * Writes the SHA-256 of a change's chunk. The hashes of what it builds on are known by then. Called by whichever thread wants a hash,
     * perhaps by several for the same node: the result must depend on nothing but the node.
     *
     * @param into receives 32 bytes at {@code offset}
     */
    void hash(int node, byte[] into, int offset);
}
