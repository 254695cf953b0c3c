// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.List;
import java.util.Optional;

/**
 * A Noise handshake (revision 34, §5.3): messages are written and read in turn until {@link #complete()}, then {@link #split()} gives the
 * two ciphers. After a failure it is of no further use. Not thread-safe.
 */
public final class HandshakeState {
    /** The longest message in bytes. */
    public static final int MAX_MESSAGE = 65_535;

    private final NoiseProtocol protocol;
    private final boolean initiator;
    private final SymmetricState symmetric;
    private final Optional<DhKey> ourStatic;
    private Optional<DhKey> ourEphemeral;
    private Optional<Bytes> theirStatic;
    private Optional<Bytes> theirEphemeral = Optional.empty();
    private int turn;
    private boolean failed;

    /**
     * The keys that a side begins with.
     *
     * @param ourStatic where the pattern needs one
     * @param theirStatic where the pattern has it known beforehand, 32 bytes
     * @param ourEphemeral empty but in tests: a fresh one is made
     */
    record Keys(Optional<DhKey> ourStatic, Optional<Bytes> theirStatic, Optional<DhKey> ourEphemeral) {
    }

    /** The two directions after a handshake. */
    public record Ciphers(CipherState sending, CipherState receiving) {
    }

    HandshakeState(NoiseProtocol protocol, boolean initiator, Bytes prologue, Keys keys) {
        this.protocol = protocol;
        this.initiator = initiator;
        this.symmetric = new SymmetricState(protocol);
        this.ourStatic = keys.ourStatic;
        this.theirStatic = keys.theirStatic;
        this.ourEphemeral = keys.ourEphemeral;
        symmetric.mixHash(prologue);
        if (protocol.pattern().initiatorKnown()) {
            symmetric.mixHash(known(initiator));
        }
        if (protocol.pattern().responderKnown()) {
            symmetric.mixHash(known(!initiator));
        }
    }

    /**
     * Begins a handshake.
     *
     * @param prologue what both sides must agree on besides
     * @param ourStatic where the pattern needs it
     * @param theirStatic where the pattern has it known beforehand, 32 bytes
     * @throws IllegalArgumentException if a key is missing that both must know beforehand
     */
    public static HandshakeState begin(NoiseProtocol protocol, boolean initiator, Bytes prologue, Optional<DhKey> ourStatic,
            Optional<Bytes> theirStatic) {
        return new HandshakeState(protocol, initiator, prologue, new Keys(ourStatic, theirStatic, Optional.empty()));
    }

    private Bytes known(boolean ours) {
        Optional<Bytes> key = ours ? ourStatic.map(DhKey::publicKey) : theirStatic;
        return key.orElseThrow(() -> new IllegalArgumentException(protocol + " needs a static key beforehand"));
    }

    /** Whether this side writes the next message. */
    public boolean ourTurn() {
        return !complete() && (turn % 2 == 0) == initiator;
    }

    /** Whether all messages were exchanged. */
    public boolean complete() {
        return turn == messages().size();
    }

    private List<List<HandshakePattern.Token>> messages() {
        return protocol.pattern().messages();
    }

    /** Writes the next message with a payload. @throws FormatException if the peer's key was unusable */
    public Bytes writeMessage(Bytes payload) throws FormatException {
        require(ourTurn());
        Bytes message = Bytes.EMPTY;
        try {
            for (HandshakePattern.Token token : messages().get(turn)) {
                message = Bytes.concat(message, write(token));
            }
        } catch (FormatException unusable) {
            failed = true;
            throw unusable;
        }
        turn++;
        message = Bytes.concat(message, symmetric.encryptAndHash(payload));
        if (message.length() > MAX_MESSAGE) {
            throw new IllegalArgumentException("a handshake message has at most " + MAX_MESSAGE + " bytes");
        }
        return message;
    }

    private Bytes write(HandshakePattern.Token token) throws FormatException {
        return switch (token) {
            case E -> writeEphemeral();
            case S -> symmetric.encryptAndHash(ourStatic.orElseThrow().publicKey());
            case EE, ES, SE, SS -> agree(token);
        };
    }

    private Bytes writeEphemeral() {
        if (ourEphemeral.isEmpty()) {
            ourEphemeral = Optional.of(DhKey.generate());
        }
        Bytes key = ourEphemeral.get().publicKey();
        symmetric.mixHash(key);
        return key;
    }

    /** Reads the next message and answers its payload. @throws FormatException if it is forged, cut, too long or its keys are unusable */
    public Bytes readMessage(Bytes message) throws FormatException {
        require(!complete() && !ourTurn());
        try {
            if (message.length() > MAX_MESSAGE) {
                throw new FormatException("a handshake message is too long");
            }
            var in = new FieldReader(message, "handshake message");
            for (HandshakePattern.Token token : messages().get(turn)) {
                read(token, in);
            }
            Bytes payload = symmetric.decryptAndHash(in.rest());
            turn++;
            return payload;
        } catch (FormatException broken) {
            failed = true;
            throw broken;
        }
    }

    private void read(HandshakePattern.Token token, FieldReader in) throws FormatException {
        switch (token) {
            case E -> {
                theirEphemeral = Optional.of(in.bytes(DhKey.LENGTH));
                symmetric.mixHash(theirEphemeral.get());
            }
            case S -> theirStatic = Optional.of(symmetric.decryptAndHash(
                    in.bytes(DhKey.LENGTH + (symmetric.hasKey() ? CipherState.TAG_LENGTH : 0))));
            case EE, ES, SE, SS -> agree(token);
        }
    }

    private Bytes agree(HandshakePattern.Token token) throws FormatException {
        boolean oursIsStatic = token == HandshakePattern.Token.SS
                || token == (initiator ? HandshakePattern.Token.SE : HandshakePattern.Token.ES);
        boolean theirsIsStatic = token == HandshakePattern.Token.SS
                || token == (initiator ? HandshakePattern.Token.ES : HandshakePattern.Token.SE);
        DhKey ours = (oursIsStatic ? ourStatic : ourEphemeral).orElseThrow();
        symmetric.mixKey(ours.agree((theirsIsStatic ? theirStatic : theirEphemeral).orElseThrow()));
        return Bytes.EMPTY;
    }

    /** The peer's static key, once the pattern has sent it. */
    public Optional<Bytes> theirStatic() {
        return theirStatic;
    }

    /** The transcript's hash: equal at both ends, unlike across anybody in between. */
    public Bytes handshakeHash() {
        if (!complete()) {
            throw new IllegalStateException("the handshake is not complete");
        }
        return symmetric.handshakeHash();
    }

    /** The two ciphers; to be called once, when the handshake is complete. */
    public Ciphers split() {
        require(complete());
        failed = true;
        CipherState[] ciphers = symmetric.split();
        return initiator ? new Ciphers(ciphers[0], ciphers[1]) : new Ciphers(ciphers[1], ciphers[0]);
    }

    private void require(boolean state) {
        if (!state || failed) {
            throw new IllegalStateException("the handshake is not at this point, or is over");
        }
    }
}
