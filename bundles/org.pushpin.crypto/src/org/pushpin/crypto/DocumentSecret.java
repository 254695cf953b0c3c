// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.security.SecureRandom;

/**
 * The 16 random bytes that a document is born with: whoever holds them reads and writes it. What must not be guessable from the document's
 * id is derived from here by HKDF with a label (the table is in the package's description). Never printed; any thread.
 */
public final class DocumentSecret {
    /** The length of a secret in bytes. */
    public static final int LENGTH = 16;

    private static final int KEY = 32;
    private static final int TOPIC = 20;

    private final Bytes bytes;

    private DocumentSecret(Bytes bytes) {
        this.bytes = bytes.requireLength(LENGTH, "a document secret");
    }

    /** A fresh secret from the system's random source. */
    public static DocumentSecret generate() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return new DocumentSecret(Bytes.wrap(secret));
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static DocumentSecret of(Bytes bytes) {
        return new DocumentSecret(bytes);
    }

    /** The secret itself: for storage and URLs only. */
    public Bytes bytes() {
        return bytes;
    }

    /** 32 bytes that name the document to those who know it, and to nobody else. */
    public Bytes discoveryKey() {
        return derive("discovery", KEY);
    }

    /** The 32-byte key of the tags by which two peers find out that both know this document. */
    public Bytes tagKey() {
        return derive("tag", KEY);
    }

    /** The 32-byte content key of epoch 0. */
    public Bytes epochKey0() {
        return derive("epoch/0", KEY);
    }

    /** The 20-byte DHT topic of a day. @param day days since 1970-01-01 UTC */
    public Bytes topic(long day) {
        return Hashes.hkdf(discoveryKey(), "pushpin/topic/1", TOPIC, new FieldWriter(Long.BYTES).u64(day).done());
    }

    /** The 16-byte id under which the document is published to automerge-repo: a version 4 UUID, which its older servers insist on. */
    public Bytes automergeRepoId() {
        byte[] id = derive("automerge-repo-id", LENGTH).toByteArray();
        id[6] = (byte) (id[6] & 0x0f | 0x40);
        id[8] = (byte) (id[8] & 0x3f | 0x80);
        return Bytes.wrap(id);
    }

    private Bytes derive(String name, int length) {
        return Hashes.hkdf(bytes, "pushpin/document/" + name + "/1", length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentSecret that && bytes.equalsConstantTime(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "DocumentSecret";
    }
}
