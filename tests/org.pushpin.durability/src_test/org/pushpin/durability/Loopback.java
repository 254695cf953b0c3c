// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Transport;

/** A transport within one process: whoever dials reaches whoever listened last. Messages arrive on a thread of their own. */
final class Loopback implements Transport, AutoCloseable {

    private static final Address HERE = new Address("loopback", 1);

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private volatile Consumer<Connection> listener = connection -> connection.close("nobody listens");

    @Override
    public String name() {
        return "loopback";
    }

    @Override
    public CompletionStage<Listener> listen(Address address, Consumer<Connection> accepted) {
        listener = accepted;
        return CompletableFuture.completedFuture(new Listener() {
            @Override
            public Address address() {
                return HERE;
            }

            @Override
            public void close() {
                listener = connection -> connection.close("nobody listens");
            }
        });
    }

    @Override
    public CompletionStage<Connection> dial(Address address) {
        var one = new End(true);
        var two = new End(false);
        one.other = two;
        two.other = one;
        io.execute(() -> listener.accept(two));
        return CompletableFuture.completedFuture(one);
    }

    @Override
    public void close() {
        io.shutdown();
    }

    private final class End implements Connection {
        private final boolean initiator;
        private final Queue<Consumer<Receiver>> early = new ArrayDeque<>();
        private End other;
        private Receiver receiver;
        private boolean closed;

        End(boolean initiator) {
            this.initiator = initiator;
        }

        @Override
        public Bytes handshakeHash() {
            return Bytes.zeros(64);
        }

        @Override
        public boolean initiator() {
            return initiator;
        }

        @Override
        public Address remote() {
            return HERE;
        }

        @Override
        public void start(Receiver told) {
            io.execute(() -> {
                receiver = told;
                early.forEach(message -> message.accept(told));
                early.clear();
            });
        }

        private void deliver(Consumer<Receiver> message) {
            if (!io.isShutdown()) {
                io.execute(() -> {
                    if (receiver == null) {
                        early.add(message);
                    } else if (!closed) {
                        message.accept(receiver);
                    }
                });
            }
        }

        @Override
        public boolean send(int channel, Priority priority, Bytes message) {
            other.deliver(to -> to.message(channel, message, () -> { }));
            return true;
        }

        @Override
        public void close(String reason) {
            end(reason);
            other.end(reason);
        }

        private void end(String reason) {
            deliver(to -> {
                closed = true;
                to.closed(reason);
            });
        }
    }
}
