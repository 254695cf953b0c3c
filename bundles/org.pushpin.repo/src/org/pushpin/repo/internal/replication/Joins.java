// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.pushpin.crypto.DeviceId;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Transport;

/**
 * Addresses that are to stay connected: dialled again with growing, jittered pauses whenever their session ends, but not
 * while another session with the same device lives, nor when the address turns out to be this device. One lane.
 */
final class Joins {
    private static final System.Logger LOG = System.getLogger(Joins.class.getName());
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Node node;
    private final Replication replication;
    private final Supplier<Optional<Transport>> transport;
    private final Map<Address, Join> joins = new HashMap<>();
    private boolean closed;

    Joins(Node node, Replication replication, Supplier<Optional<Transport>> transport) {
        this.node = node;
        this.replication = replication;
        this.transport = transport;
        replication.ended(this::ended);
    }

    CompletionStage<Void> join(Address address) {
        Join known = joins.get(address);
        if (known == null) {
            known = new Join(address);
            joins.put(address, known);
            known.dial();
        }
        return known.first.copy();
    }

    void close() {
        closed = true;
    }

    private void ended(Session session) {
        for (Join join : List.copyOf(joins.values())) {
            if (join.session == session) {
                join.lost(session.device());
            } else if (join.device.isPresent() && join.device.equals(session.device())) {
                join.check();
            }
        }
    }

    /** One address. */
    private final class Join {
        private final Address address;
        private final CompletableFuture<Void> first = new CompletableFuture<>();
        private Optional<DeviceId> device = Optional.empty();
        private Session session;
        private Instant since = Instant.MIN;
        private boolean trying;
        private int failures;

        Join(Address address) {
            this.address = address;
        }

        void dial() {
            trying = true;
            if (closed) {
                return;
            }
            Optional<Transport> found = transport.get();
            CompletionStage<Connection> dialled = found.isPresent() ? found.get().dial(address)
                    : CompletableFuture.failedFuture(new IOException("no transport is installed"));
            dialled.whenComplete((connection, failure) -> {
                if (failure == null) {
                    replication.accept(connection, this::started);
                } else {
                    node.later(() -> failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure));
                }
            });
        }

        private void started(Session begun) {
            trying = false;
            if (begun == null) {
                failed(new IOException("there are too many connections"));
                return;
            }
            session = begun;
            since = node.now();
            first.complete(null);
        }

        private void failed(Throwable failure) {
            LOG.log(Level.DEBUG, "cannot connect to {0}: {1}", address, failure.getMessage());
            first.completeExceptionally(failure);
            retry();
        }

        /** The session has ended; one that lasted is tried again soon. */
        void lost(Optional<DeviceId> peer) {
            session = null;
            failures = since.plus(LONGEST).isBefore(node.now()) ? 0 : failures;
            device = peer.or(() -> device);
            check();
        }

        /** Tries again unless there is no need. */
        void check() {
            boolean needed = device.isEmpty() || !replication.connected(device.get()) && !device.get().equals(node.deviceId());
            if (needed && session == null && !trying) {
                retry();
            }
        }

        private void retry() {
            trying = true;
            Duration pause = SHORTEST.multipliedBy(1L << Math.min(failures++, 6));
            pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
            long jittered = (long) (pause.toMillis() * (0.75 + node.random().nextDouble() / 2));
            node.after(Duration.ofMillis(jittered), () -> {
                trying = false;
                if (device.isPresent() && replication.connected(device.get())) {
                    return;
                }
                dial();
            });
        }
    }
}
