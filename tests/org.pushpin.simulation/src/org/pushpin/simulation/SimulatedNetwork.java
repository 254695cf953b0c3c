// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Transport;

/**
 * A network of named hosts. Messages take a random time, so channels and connections overtake each other; a lost message
 * breaks its connection, at once or only when somebody notices; hosts can be cut off from each other, and die. One thread.
 */
public final class SimulatedNetwork {
    /** What goes wrong. */
    public record Weather(Duration shortest, Duration longest, double loss) {
        /** A LAN on a good day. */
        public static final Weather FAIR = new Weather(Duration.ofNanos(200_000), Duration.ofMillis(2), 0);
    }

    /** Sees every message. */
    public interface Tap {
        void message(String from, String to, int channel, Bytes message);
    }

    private final Simulation simulation;
    private final List<SimulatedConnection.Link> links = new ArrayList<>();
    private final Map<Address, Listening> listeners = new HashMap<>();
    private final Map<String, Integer> sides = new HashMap<>();
    private final Map<String, Long> lives = new HashMap<>();
    private Weather weather = Weather.FAIR;
    private Tap tap = (from, to, channel, message) -> { };

    private record Listening(String host, Consumer<Connection> accepted) {}

    public SimulatedNetwork(Simulation simulation) {
        this.simulation = simulation;
    }

    public void weather(Weather changed) {
        weather = changed;
    }

    public void tap(Tap listener) {
        tap = listener;
    }

    /** Puts a host on a side; hosts of different sides cannot reach each other, and their connections fall silent. */
    public void side(String host, int side) {
        sides.put(host, side);
    }

    /** Everybody reaches everybody. */
    public void heal() {
        sides.clear();
    }

    /** A host's process dies: nothing listens there any more, and its connections break, sooner or later. */
    public void died(String host) {
        lives.merge(host, 1L, Long::sum);
        listeners.values().removeIf(listening -> listening.host.equals(host));
        List.copyOf(links).forEach(link -> link.died(host));
    }

    /** Breaks some connections by chance. */
    public void breakSome(double probability) {
        List.copyOf(links).stream().filter(link -> simulation.chance(probability)).forEach(link -> link.lose());
    }

    boolean reach(String one, String other) {
        return sides.getOrDefault(one, 0).equals(sides.getOrDefault(other, 0));
    }

    Simulation simulation() {
        return simulation;
    }

    Weather weather() {
        return weather;
    }

    Duration delay() {
        return simulation.between(weather.shortest, weather.longest);
    }

    void tapped(String from, String to, int channel, Bytes message) {
        simulation.trace(from + ">" + to + "/" + channel + " " + Integer.toHexString(message.hashCode()));
        tap.message(from, to, channel, message);
    }

    void gone(SimulatedConnection.Link link) {
        links.remove(link);
    }

    /** How many connections there are. */
    public int connections() {
        return links.size();
    }

    /** The transport of a host, for one life of its process. */
    public Transport transport(String host) {
        return new HostTransport(host, lives.getOrDefault(host, 0L));
    }

    private final class HostTransport implements Transport {
        private final String host;
        private final long life;

        HostTransport(String host, long life) {
            this.host = host;
            this.life = life;
        }

        @Override
        public String name() {
            return "simulated";
        }

        private boolean alive() {
            return lives.getOrDefault(host, 0L) == life;
        }

        @Override
        public CompletionStage<Listener> listen(Address address, Consumer<Connection> accepted) {
            if (listeners.putIfAbsent(address, new Listening(host, accepted)) != null) {
                return CompletableFuture.failedFuture(new IOException("the address " + address + " is taken"));
            }
            return CompletableFuture.completedFuture(new Listener() {
                @Override
                public Address address() {
                    return address;
                }

                @Override
                public void close() {
                    listeners.remove(address);
                }
            });
        }

        @Override
        public CompletionStage<Connection> dial(Address address) {
            CompletableFuture<Connection> dialled = new CompletableFuture<>();
            simulation.after(delay().plus(delay()), () -> {
                Listening listening = listeners.get(address);
                if (!alive()) {
                    return;
                }
                if (listening == null || !reach(host, listening.host)) {
                    dialled.completeExceptionally(new IOException("nobody answers at " + address));
                    return;
                }
                var link = new SimulatedConnection.Link(SimulatedNetwork.this, host, listening.host, address);
                links.add(link);
                simulation.after(delay(), () -> listening.accepted.accept(link.responder()));
                dialled.complete(link.initiator());
            });
            return dialled;
        }
    }
}
