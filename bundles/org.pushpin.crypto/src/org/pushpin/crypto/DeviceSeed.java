// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.security.SecureRandom;

/**
 * The 32 random bytes of a device, from which its own key and the keys of all its writers come by HKDF. Never printed; any thread.
 */
public final class DeviceSeed {
    /** The length of a seed in bytes. */
    public static final int LENGTH = 32;

    /** The length of an incarnation token in bytes. */
    public static final int INCARNATION_LENGTH = 16;

    private final Bytes bytes;

    private DeviceSeed(Bytes bytes) {
        this.bytes = bytes.requireLength(LENGTH, "a device seed");
    }

    /** A fresh seed from the system's random source. */
    public static DeviceSeed generate() {
        byte[] seed = new byte[LENGTH];
        new SecureRandom().nextBytes(seed);
        return new DeviceSeed(Bytes.wrap(seed));
    }

    /** @throws IllegalArgumentException if these are not 32 bytes */
    public static DeviceSeed of(Bytes bytes) {
        return new DeviceSeed(bytes);
    }

    /** The seed itself: for storage only. */
    public Bytes bytes() {
        return bytes;
    }

    /** The device's own key; its public half is the {@link DeviceId}. */
    public SigningKey deviceKey() {
        return SigningKey.fromSeed(Hashes.hkdf(bytes, "pushpin/device/1", LENGTH));
    }

    /**
     * The writer's key for a document.
     *
     * @param incarnation 16 bytes that are new wherever a sequence number could otherwise be used twice
     */
    public SigningKey writerKey(DocumentId document, Bytes incarnation) {
        incarnation.requireLength(INCARNATION_LENGTH, "an incarnation");
        return SigningKey.fromSeed(Hashes.hkdf(bytes, "pushpin/writer-key/1", LENGTH, document.key(), incarnation));
    }

    /** Shows nothing of the seed. */
    @Override
    public String toString() {
        return "DeviceSeed";
    }
}
