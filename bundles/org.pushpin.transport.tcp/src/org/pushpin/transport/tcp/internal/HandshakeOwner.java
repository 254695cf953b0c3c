// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import io.netty.channel.Channel;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;

/** Runs the handshake on a fresh socket; then a connection takes over. Runs on the channel's thread. */
final class HandshakeOwner implements RecordHandler.Owner {
    private final Channel channel;
    private final Handshake handshake;
    private final Limits limits;
    private final Outcome outcome;
    private Future<?> deadline;
    private boolean over;

    /** What came of a handshake; exactly one is called, once. */
    interface Outcome {
        void established(Bytes handshakeHash, Ciphers ciphers);

        void refused(String reason);
    }

    HandshakeOwner(Channel channel, boolean initiator, Limits limits, Outcome outcome) {
        this.channel = channel;
        this.handshake = new Handshake(initiator);
        this.limits = limits;
        this.outcome = outcome;
    }

    @Override
    public void active() {
        if (deadline == null) {
            deadline = channel.eventLoop().schedule(() -> fail("the handshake took longer than " + limits.handshake().toSeconds() + " s"),
                    limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
            step();
        }
    }

    @Override
    public int longest() {
        return over ? -1 : Limits.HANDSHAKE_MESSAGE;
    }

    @Override
    public void record(Bytes content) {
        try {
            handshake.read(content);
            step();
        } catch (FormatException broken) {
            fail("the handshake failed: " + broken.getMessage());
        }
    }

    private void step() {
        try {
            if (handshake.ourTurn()) {
                channel.writeAndFlush(RecordHandler.framed(channel.alloc(), handshake.write()));
            }
        } catch (FormatException unusable) {
            fail("the handshake failed: " + unusable.getMessage());
            return;
        }
        if (handshake.complete()) {
            end();
            outcome.established(handshake.hash(), new Ciphers(handshake.ciphers(), limits.rekeyRecords()));
        }
    }

    private void end() {
        over = true;
        deadline.cancel(false);
    }

    @Override
    public void writabilityChanged() {
        // a handshake is too short to fill a socket
    }

    @Override
    public void fail(String reason) {
        if (!over) {
            end();
            channel.close();
            outcome.refused(reason);
        }
    }

    @Override
    public void inactive(boolean inRecord) {
        fail("the peer hung up during the handshake");
    }
}
