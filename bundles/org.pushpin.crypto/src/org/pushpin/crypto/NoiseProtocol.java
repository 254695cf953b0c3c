// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** A Noise protocol over X25519 and ChaCha20-Poly1305: a pattern and a hash. */
public record NoiseProtocol(HandshakePattern pattern, Hash hash) {
    /** What PushPin speaks outside: {@code Noise_NN_25519_ChaChaPoly_BLAKE2b}. */
    public static final NoiseProtocol NN = new NoiseProtocol(HandshakePattern.NN, Hash.BLAKE2B);

    /** What it speaks to a relay or storage peer with a published key: {@code Noise_NK_25519_ChaChaPoly_BLAKE2b}. */
    public static final NoiseProtocol NK = new NoiseProtocol(HandshakePattern.NK, Hash.BLAKE2B);

    private static final String PREFIX = "Noise_";
    private static final String SUFFIX = "_25519_ChaChaPoly_";

    /** The hash functions of Noise. */
    public enum Hash {
        BLAKE2B("BLAKE2b"), BLAKE2S("BLAKE2s"), SHA256("SHA256"), SHA512("SHA512");

        private final String label;

        Hash(String label) {
            this.label = label;
        }

        ExtendedDigest digest() {
            return switch (this) {
                case BLAKE2B -> new Blake2bDigest(512);
                case BLAKE2S -> new Blake2sDigest(256);
                case SHA256 -> new SHA256Digest();
                case SHA512 -> new SHA512Digest();
            };
        }
    }

    /** The protocol of a name such as {@code Noise_XX_25519_ChaChaPoly_SHA256}; empty for one that is not spoken here. */
    public static Optional<NoiseProtocol> named(String name) {
        for (HandshakePattern pattern : HandshakePattern.values()) {
            for (Hash hash : Hash.values()) {
                var protocol = new NoiseProtocol(pattern, hash);
                if (protocol.name().equals(name)) {
                    return Optional.of(protocol);
                }
            }
        }
        return Optional.empty();
    }

    /** The name that the handshake begins with. */
    public String name() {
        return PREFIX + pattern + SUFFIX + hash.label;
    }

    @Override
    public String toString() {
        return name();
    }
}
