// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.time.Duration;

/**
 * The bounds of the transport. Tests shrink them; the product uses {@link #DEFAULT}.
 *
 * @param handshake how long a handshake may take
 * @param halfOpen how many accepted connections may be in their handshake at once
 * @param halfOpenPerHost of these, how many of one IPv4 address or IPv6 /56
 * @param connections how many accepted connections there may be
 * @param tick the beat of the slow checks: a started record must bring 1 KiB in each
 * @param pingTicks after how many beats a ping is sent
 * @param idleTicks after how many beats of silence the peer is given up
 * @param memory how many bytes of received messages all connections together may hold
 * @param queued how many bytes one connection may have waiting to be sent
 * @param rekeyRecords after how many records a sender changes its key
 * @param rekeyTicks after how many beats it does so at the latest
 */
record Limits(Duration handshake, int halfOpen, int halfOpenPerHost, int connections, Duration tick, int pingTicks, int idleTicks, long memory,
        long queued, long rekeyRecords, int rekeyTicks) {
    static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), 64, 8, 128, Duration.ofSeconds(10), 3, 9, 256L << 20, 64L << 20, 1L << 20,
            360);

    /** The longest handshake message in bytes. */
    static final int HANDSHAKE_MESSAGE = 4096;

    /** What a peer must send of a record that it has begun, in bytes in a beat. */
    static final int SLOWEST = 1024;

    /** What a message costs of the windows beyond its length, in bytes: it bounds how many empty ones may wait. */
    static final int MESSAGE_COST = 256;

    /** What may be on the way, or received and not yet consumed, on one channel, in bytes. */
    static final long CHANNEL_WINDOW = 2L << 20;

    /** The same on a whole connection. */
    static final long CONNECTION_WINDOW = 16L << 20;

    /** The part of it that a sender leaves to interactive messages. */
    static final long INTERACTIVE_RESERVE = 4L << 20;

    /** What counts as small: longer interactive messages queue as bulk. */
    static final int INTERACTIVE_LENGTH = 64 * 1024;

    /** The most bytes of a message in one frame. */
    static final int FRAGMENT = 16 * 1024;
}
