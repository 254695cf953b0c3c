// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pushpin.crypto.Bytes;

/** Counts accepted connections, so that strangers cannot fill the door: in all, in their handshake, and of these by host. Any thread. */
final class Admission {
    private static final int PREFIX_V6 = 7;

    private final Limits limits;
    private final Map<Bytes, Integer> halfOpen = new HashMap<>();
    private int connections;
    private int handshakes;

    Admission(Limits limits) {
        this.limits = limits;
    }

    /** The place of one connection; to be told once of each. */
    final class Place {
        private final InetAddress host;
        private boolean handshaking = true;

        private Place(InetAddress host) {
            this.host = host;
        }

        /** The handshake is over, well or not. */
        void shaken() {
            synchronized (Admission.this) {
                if (handshaking) {
                    handshaking = false;
                    handshakes--;
                    halfOpen.computeIfPresent(prefix(host), (prefix, count) -> count > 1 ? count - 1 : null);
                }
            }
        }

        /** The connection is gone. */
        void left() {
            synchronized (Admission.this) {
                shaken();
                connections--;
            }
        }
    }

    /** A place for one more to begin its handshake, if there is one. */
    synchronized Optional<Place> admit(InetAddress host) {
        int ofHost = halfOpen.getOrDefault(prefix(host), 0);
        if (connections >= limits.connections() || handshakes >= limits.halfOpen() || ofHost >= limits.halfOpenPerHost()) {
            return Optional.empty();
        }
        connections++;
        handshakes++;
        halfOpen.put(prefix(host), ofHost + 1);
        return Optional.of(new Place(host));
    }

    synchronized int connections() {
        return connections;
    }

    /** An IPv4 address, or the /56 that one customer has. */
    private static Bytes prefix(InetAddress host) {
        Bytes address = Bytes.of(host.getAddress());
        return host instanceof Inet6Address ? address.slice(0, PREFIX_V6) : address;
    }
}
