// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.util.Optional;

/** Judges, once in every beat, whether a connection is alive. Counts beats instead of reading a clock. One thread: the connection's. */
final class Pulse {
    private static final int UNTAKEN_BEATS = 3;

    private final Limits limits;
    private long beats;
    private long silentBeats;
    private long received;
    private long sent;
    private boolean inRecord;
    private boolean stalled;

    Pulse(Limits limits) {
        this.limits = limits;
    }

    /**
     * One beat has passed.
     *
     * @param taken whether somebody receives
     * @return why the connection must end, if it must
     */
    Optional<String> beat(boolean taken, RecordHandler records, long sentSoFar) {
        beats++;
        long news = records.received() - received;
        boolean slow = inRecord && records.inRecord() && news < Limits.SLOWEST;
        silentBeats = news > 0 ? 0 : silentBeats + 1;
        stalled = sentSoFar == sent;
        received = records.received();
        inRecord = records.inRecord();
        sent = sentSoFar;
        if (!taken) {
            return beats >= UNTAKEN_BEATS ? Optional.of("nobody took the connection") : Optional.empty();
        }
        if (silentBeats >= limits.idleTicks()) {
            return Optional.of("the peer was silent for too long");
        }
        return slow ? Optional.of("the peer sends too slowly") : Optional.empty();
    }

    /** Whether nothing was sent during the last beat. */
    boolean stalled() {
        return stalled;
    }

    boolean pingDue() {
        return beats % limits.pingTicks() == 0;
    }

    boolean rekeyDue() {
        return beats % limits.rekeyTicks() == 0;
    }
}
