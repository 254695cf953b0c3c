// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/** The Ed25519 public key of a person, which certifies devices. */
public record UserId(Bytes key) implements Comparable<UserId> {
    /** The length of an id in bytes. */
    public static final int LENGTH = 32;

    /** @throws IllegalArgumentException if the key is not 32 bytes long */
    public UserId {
        key.requireLength(LENGTH, "a user id");
    }

    @Override
    public int compareTo(UserId other) {
        return key.compareTo(other.key);
    }

    /** Lower-case hex. */
    @Override
    public String toString() {
        return key.toHex();
    }
}
