// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crypto.Bytes;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;

/** One end of a simulated connection: order within a channel, none between channels, credit by bytes. One thread. */
final class SimulatedConnection implements Connection {
    private static final int CREDIT = 128 << 10;
    private static final Duration UNNOTICED = Duration.ofSeconds(20);

    /** Both ends. */
    static final class Link {
        private final SimulatedNetwork network;
        private final SimulatedConnection initiator;
        private final SimulatedConnection responder;
        private boolean silent;

        Link(SimulatedNetwork network, String dialler, String listener, Address address) {
            this.network = network;
            byte[] hash = new byte[64];
            network.simulation().random().nextBytes(hash);
            initiator = new SimulatedConnection(this, dialler, Bytes.of(hash), true, address);
            responder = new SimulatedConnection(this, listener, Bytes.of(hash), false, new Address(dialler, 1));
            initiator.other = responder;
            responder.other = initiator;
        }

        Connection initiator() {
            return initiator;
        }

        Connection responder() {
            return responder;
        }

        /** Nothing arrives any more; each end notices when it does. */
        void lose() {
            if (!silent) {
                silent = true;
                network.gone(this);
                for (SimulatedConnection end : List.of(initiator, responder)) {
                    Duration unnoticed = network.simulation().chance(0.3) ? UNNOTICED : network.delay();
                    network.simulation().after(unnoticed, () -> end.gone("the connection was lost"));
                }
            }
        }

        void died(String host) {
            for (SimulatedConnection end : List.of(initiator, responder)) {
                if (end.host.equals(host)) {
                    end.closed = true;
                    lose();
                }
            }
        }
    }

    private final Link link;
    private final String host;
    private final Bytes handshakeHash;
    private final boolean dialled;
    private final Address remote;
    private final Map<Integer, Instant> lastArrival = new HashMap<>();
    private final Map<Integer, Integer> owed = new HashMap<>();
    private final Set<Integer> full = new HashSet<>();
    private final List<Runnable> early = new ArrayList<>();
    private SimulatedConnection other;
    private Receiver receiver;
    private boolean closed;

    private SimulatedConnection(Link link, String host, Bytes handshakeHash, boolean dialled, Address remote) {
        this.link = link;
        this.host = host;
        this.handshakeHash = handshakeHash;
        this.dialled = dialled;
        this.remote = remote;
    }

    @Override
    public Bytes handshakeHash() {
        return handshakeHash;
    }

    @Override
    public boolean initiator() {
        return dialled;
    }

    @Override
    public Address remote() {
        return remote;
    }

    @Override
    public void start(Receiver told) {
        receiver = told;
        early.forEach(Runnable::run);
        early.clear();
    }

    private void tell(Runnable call) {
        if (receiver == null) {
            early.add(call);
        } else {
            call.run();
        }
    }

    @Override
    public boolean send(int channel, Priority priority, Bytes message) {
        if (message.length() > MAX_MESSAGE_BYTES || channel < 0 || channel > MAX_CHANNEL) {
            throw new IllegalArgumentException("a message of " + message.length() + " bytes on channel " + channel);
        }
        if (closed) {
            return true;
        }
        link.network.tapped(host, other.host, channel, message);
        int waiting = owed.merge(channel, message.length(), Integer::sum);
        if (link.network.simulation().chance(link.network.weather().loss()) || !link.network.reach(host, other.host)) {
            link.lose();
        } else {
            at(arrival(channel), () -> other.arrived(channel, message));
        }
        if (waiting > CREDIT) {
            full.add(channel);
        }
        return waiting <= CREDIT;
    }

    /** In order within a channel. */
    private Instant arrival(int channel) {
        Instant soonest = link.network.simulation().now().plus(link.network.delay());
        Instant last = lastArrival.getOrDefault(channel, soonest);
        Instant arrival = last.isAfter(soonest) ? last : soonest;
        lastArrival.put(channel, arrival);
        return arrival;
    }

    private void at(Instant arrival, Runnable task) {
        link.network.simulation().after(Duration.between(link.network.simulation().now(), arrival), () -> {
            if (!link.silent) {
                task.run();
            }
        });
    }

    private void arrived(int channel, Bytes message) {
        if (!closed) {
            tell(() -> receiver.message(channel, message, () -> link.network.simulation()
                    .after(link.network.delay(), () -> other.credit(channel, message.length()))));
        }
    }

    private void credit(int channel, int bytes) {
        if (!closed && owed.merge(channel, -bytes, Integer::sum) <= CREDIT / 2 && full.remove(channel)) {
            tell(() -> receiver.writable(channel));
        }
    }

    @Override
    public void close(String reason) {
        if (!closed) {
            Instant last = lastArrival.values().stream().max(Instant::compareTo).orElse(link.network.simulation().now());
            Instant soonest = link.network.simulation().now().plus(link.network.delay());
            at(last.isAfter(soonest) ? last : soonest, () -> other.gone(reason));
            link.network.simulation().trace(host + " closes: " + reason);
            gone(reason);
            link.network.gone(link);
        }
    }

    private void gone(String reason) {
        if (!closed) {
            closed = true;
            tell(() -> receiver.closed(reason));
        }
    }
}
