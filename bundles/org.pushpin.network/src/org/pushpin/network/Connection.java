// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.network;

import org.pushpin.crypto.Bytes;

/**
 * An encrypted, ordered connection of two peers that carries whole messages on numbered channels. What it proves is
 * only that both ends computed the same handshake hash; who the peer is, is for the session inside to find out.
 *
 * <p>Messages of one channel arrive in order; small {@link Priority#INTERACTIVE} ones overtake bulk of other channels.
 * Any thread may call; callbacks come one at a time.
 */
public interface Connection {

    /** The largest message, in bytes. */
    int MAX_MESSAGE_BYTES = 1 << 20;

    /** Channels are numbered from 0 to this. */
    int MAX_CHANNEL = (1 << 28) - 1;

    /** Unique to this connection, equal at both ends, and unlike on either side of somebody in the middle. */
    Bytes handshakeHash();

    /** Whether this end dialled. */
    boolean initiator();

    Address remote();

    /** Sets who is told; to be called once, soon: nothing is read from the peer before. */
    void start(Receiver receiver);

    /**
     * Queues a message.
     *
     * @return false when the channel has more queued than the peer has given credit for: it was queued all the same,
     *         but the caller should wait for {@link Receiver#writable}
     */
    boolean send(int channel, Priority priority, Bytes message);

    /** Sends what is queued, then closes; {@code reason} is one sentence for the other side's log. */
    void close(String reason);

    /** How soon a message should leave. */
    enum Priority { INTERACTIVE, BULK }

    /** Whom a connection tells; called on an io thread, one call at a time. */
    interface Receiver {

        /**
         * A message came.
         *
         * @param consumed to be run, from any thread, once its bytes are no longer held: that gives the peer credit
         */
        void message(int channel, Bytes message, Runnable consumed);

        /** The channel has room again, after {@link Connection#send} returned false. */
        void writable(int channel);

        /** The connection is gone; the last call. {@code reason} is one sentence. */
        void closed(String reason);
    }
}
