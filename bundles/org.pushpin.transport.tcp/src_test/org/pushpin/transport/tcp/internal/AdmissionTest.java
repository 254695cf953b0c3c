// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is let in, by host and in all. */
final class AdmissionTest {
    private final Admission admission = new Admission(new Limits(Duration.ofSeconds(5), 4, 2, 6, Duration.ofSeconds(10), 3, 9, 1, 1, 1, 1));

    @Test
    void aHostMayBeginOnlySoManyHandshakes() throws Exception {
        Admission.Place first = enter("192.0.2.1").orElseThrow();
        enter("192.0.2.1").orElseThrow();
        assertTrue(enter("192.0.2.1").isEmpty());
        assertTrue(enter("192.0.2.2").isPresent(), "another host");
        first.shaken();
        first.shaken();
        assertTrue(enter("192.0.2.1").isPresent());
        assertTrue(enter("192.0.2.1").isEmpty());
    }

    @Test
    void oneCustomersIpv6NetworkIsOneHost() throws Exception {
        enter("2001:db8:1:100::1").orElseThrow();
        enter("2001:db8:1:1ff::2").orElseThrow();
        assertTrue(enter("2001:db8:1:123::3").isEmpty());
        assertTrue(enter("2001:db8:1:200::3").isPresent(), "the next /56");
    }

    @Test
    void thereAreOnlySoManyHandshakesAndConnectionsInAll() throws Exception {
        List<Admission.Place> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            places.add(enter("192.0.2." + i).orElseThrow());
        }
        assertTrue(enter("192.0.2.9").isEmpty(), "four handshakes");
        places.forEach(Admission.Place::shaken);
        places.add(enter("192.0.2.10").orElseThrow());
        places.add(enter("192.0.2.11").orElseThrow());
        assertTrue(enter("192.0.2.12").isEmpty(), "six connections");
        places.forEach(Admission.Place::left);
        assertEquals(0, admission.connections());
        assertTrue(enter("192.0.2.12").isPresent());
    }

    private Optional<Admission.Place> enter(String host) throws Exception {
        return admission.admit(InetAddress.getByName(host));
    }
}
