// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/** The Ed25519 public key of a device, which certifies its writers. */
public record DeviceId(Bytes key) implements Comparable<DeviceId> {
    /** The length of an id in bytes. */
    public static final int LENGTH = 32;

    /** @throws IllegalArgumentException if the key is not 32 bytes long */
    public DeviceId {
        key.requireLength(LENGTH, "a device id");
    }

    @Override
    public int compareTo(DeviceId other) {
        return key.compareTo(other.key);
    }

    /** Lower-case hex. */
    @Override
    public String toString() {
        return key.toHex();
    }
}
