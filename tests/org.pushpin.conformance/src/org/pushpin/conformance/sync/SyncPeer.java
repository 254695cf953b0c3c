// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.Doc;

/** A document in some engine, with a sync state for each peer, known by a name. */
public interface SyncPeer extends AutoCloseable {
    /** Makes a change that the number determines. */
    void edit(int number);

    /** A new session; {@code keep} what persists of the state of the last one, or begin from nothing. */
    void connect(String peer, boolean keep);

    Optional<byte[]> generate(String peer);

    void receive(String peer, byte[] message);

    /** Ascending. */
    List<String> heads();

    /** Whether the document has the same value as one of ours. */
    boolean isSame(Doc ours);

    @Override
    void close();
}
