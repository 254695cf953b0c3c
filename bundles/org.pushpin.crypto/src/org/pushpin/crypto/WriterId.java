// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/** The Ed25519 public key of a writer: one per device, document and incarnation. */
public record WriterId(Bytes key) implements Comparable<WriterId> {
    /** The length of an id in bytes. */
    public static final int LENGTH = 32;

    /** @throws IllegalArgumentException if the key is not 32 bytes long */
    public WriterId {
        key.requireLength(LENGTH, "a writer id");
    }

    private static final int ACTOR_LENGTH = 16;

    /** The Automerge actor id of this writer: SHA-256("pp/actor/1" ‖ key), the first 16 bytes. */
    public Bytes actor() {
        return Hashes.sha256("pp/actor/1", key).slice(0, ACTOR_LENGTH);
    }

    @Override
    public int compareTo(WriterId other) {
        return key.compareTo(other.key);
    }

    /** Lower-case hex. */
    @Override
    public String toString() {
        return key.toHex();
    }
}
