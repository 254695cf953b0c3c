// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.pushpin.network.Address;
import org.pushpin.network.Transport;
import org.pushpin.repo.Peers;
import org.pushpin.repo.Subscription;

/** The peers of a repo, over whichever transport is present. */
public final class ConnectedPeers implements Peers, AutoCloseable {
    private static final String LISTENERS = "peers";

    private final Node node;
    private final Replication replication;
    private final Supplier<Optional<Transport>> transport;
    private final Joins joins;
    private final List<Transport.Listener> listening = new ArrayList<>();
    private boolean closed;

    /** @param transport the one to use now, if there is any */
    public ConnectedPeers(Replication replication, Supplier<Optional<Transport>> transport) {
        this.node = replication.node();
        this.replication = replication;
        this.transport = transport;
        joins = new Joins(node, replication, transport);
    }

    @Override
    public CompletionStage<Address> listen(Address address) {
        Optional<Transport> found = transport.get();
        if (found.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("no transport is installed"));
        }
        return found.get().listen(address, replication::accept).thenApply(listener -> {
            node.later(() -> opened(listener));
            return listener.address();
        });
    }

    private void opened(Transport.Listener listener) {
        if (closed) {
            listener.close();
        } else {
            listening.add(listener);
        }
    }

    @Override
    public CompletionStage<Void> join(Address address) {
        CompletableFuture<Void> joined = new CompletableFuture<>();
        node.later(() -> joins.join(address).whenComplete((done, failure) -> {
            if (failure == null) {
                joined.complete(done);
            } else {
                joined.completeExceptionally(failure);
            }
        }));
        return joined;
    }

    @Override
    public List<Peer> connected() {
        return replication.connected();
    }

    @Override
    public Subscription subscribe(Consumer<Peers> listener) {
        return replication.subscribe(() -> node.scheduler().execute(LISTENERS, () -> listener.accept(this)));
    }

    /** Stops listening and joining; sessions end with {@link Replication#close}. */
    @Override
    public void close() {
        node.later(() -> {
            closed = true;
            joins.close();
            listening.forEach(Transport.Listener::close);
            listening.clear();
        });
    }
}
