// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.network.Address;

/** The peers of a repo. */
public interface Peers {

    /** Listens; the stage gives the address with the real port, or an {@link java.io.IOException}. */
    CompletionStage<Address> listen(Address address);

    /**
     * Connects, and keeps trying with growing pauses until the repo closes. The stage completes at the first
     * connection; its failure says why the first try failed, and trying goes on all the same.
     */
    CompletionStage<Void> join(Address address);

    /** Those that are connected and have proved that they share something with us. */
    List<Peer> connected();

    /** Is told, on a worker thread, when {@link #connected()} or a {@link SyncStatus} changes. */
    Subscription subscribe(Consumer<Peers> listener);

    /**
     * A peer.
     *
     * @param device the proven key of its device, as hex; empty until it has identified itself
     */
    record Peer(Address address, String device, int sharedDocuments) {}
}
