// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.column.ByteWriter;

/** Encodes changes of one graph, for their hashes. */
public interface ChangeHasher {
    /**
     * Writes the SHA-256 of a change's chunk. The hashes of what it builds on are known by then. Called by whichever thread wants a hash,
     * perhaps by several for the same node: the result must depend on nothing but the node.
     *
     * @param into receives 32 bytes at {@code offset}
     */
    void hash(int node, byte[] into, int offset);

    /**
     * Appends a change's chunk, with room where the hashes of what it builds on belong: these need not be known. One thread at a time.
     *
     * @return where in {@code target} the first of them belongs, or −1 if all are there
     */
    int encode(int node, ByteWriter target);

    /** One for another thread. */
    ChangeHasher another();
}
