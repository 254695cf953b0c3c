// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.util.Optional;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.HandshakeState;
import org.pushpin.crypto.NoiseProtocol;

/** {@code Noise_NN_25519_ChaChaPoly_BLAKE2b} with the prologue "pushpin/tcp/1". Payloads are empty today and ignored, for later versions. */
final class Handshake {
    private static final Bytes PROLOGUE = Bytes.utf8("pushpin/tcp/1");

    private final boolean initiator;
    private final HandshakeState state;

    Handshake(boolean initiator) {
        this.initiator = initiator;
        this.state = HandshakeState.begin(NoiseProtocol.NN, initiator, PROLOGUE, Optional.empty(), Optional.empty());
    }

    boolean initiator() {
        return initiator;
    }

    boolean ourTurn() {
        return state.ourTurn();
    }

    boolean complete() {
        return state.complete();
    }

    Bytes write() throws FormatException {
        return state.writeMessage(Bytes.EMPTY);
    }

    void read(Bytes message) throws FormatException {
        state.readMessage(message);
    }

    Bytes hash() {
        return state.handshakeHash();
    }

    HandshakeState.Ciphers ciphers() {
        return state.split();
    }
}
