// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/** The name of a document for ever: the Ed25519 public key that it is born with. */
public record DocumentId(Bytes key) implements Comparable<DocumentId> {
    /** The length of an id in bytes. */
    public static final int LENGTH = 32;

    private static final int TEXT_VERSION = 1;

    /** @throws IllegalArgumentException if the key is not 32 bytes long */
    public DocumentId {
        key.requireLength(LENGTH, "a document id");
    }

    /**
     * Reads the text form.
     *
     * @throws UnsupportedFormatException if the text carries another version than 1
     * @throws FormatException if it is no base58check text of 32 bytes
     */
    public static DocumentId parse(String text) throws FormatException {
        return new DocumentId(Base58Check.decode(text, TEXT_VERSION, LENGTH, "document id"));
    }

    @Override
    public int compareTo(DocumentId other) {
        return key.compareTo(other.key);
    }

    /** The base58check text: version byte 1, the key, four bytes of double SHA-256. */
    @Override
    public String toString() {
        return Base58Check.encode(TEXT_VERSION, key);
    }
}
