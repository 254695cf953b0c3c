// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 key pair (RFC 8032). Never printed; any thread. Signing costs about 30 µs. */
public final class SigningKey {
    /** The length of a seed in bytes. */
    public static final int SEED_LENGTH = 32;

    private final Bytes seed;
    private final Bytes publicKey;

    private SigningKey(Bytes seed) {
        this.seed = seed.requireLength(SEED_LENGTH, "a signing seed");
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed.toByteArray(), 0, key, 0);
        this.publicKey = Bytes.wrap(key);
    }

    /** A fresh key from the system's random source. */
    public static SigningKey generate() {
        byte[] seed = new byte[SEED_LENGTH];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(Bytes.wrap(seed));
    }

    /** The key of a 32-byte seed, always the same. */
    public static SigningKey fromSeed(Bytes seed) {
        return new SigningKey(seed);
    }

    /** The public half, 32 bytes. */
    public Bytes publicKey() {
        return publicKey;
    }

    /** The private half, 32 bytes: for storage only. */
    public Bytes seed() {
        return seed;
    }

    /** The signature over label ‖ parts, 64 bytes; the same input gives the same signature. */
    public Bytes sign(String label, Bytes... parts) {
        byte[] message = Signatures.message(label, parts);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed.toByteArray(), 0, publicKey.toByteArray(), 0, message, 0, message.length, signature, 0);
        return Bytes.wrap(signature);
    }

    /** Shows the public key only. */
    @Override
    public String toString() {
        return "SigningKey[" + publicKey.toHex() + "]";
    }
}
