// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.HexFormat;

/**
 * The name of a blob: a hash over its length and the hashes of its chunks, see {@link BlobManifest#blob()}. So a manifest from anyone
 * proves itself before the first byte of content, and every chunk does when it comes.
 */
public record BlobId(Bytes hash) implements Comparable<BlobId> {
    /** The length of an id in bytes. */
    public static final int LENGTH = 32;

    /** @throws IllegalArgumentException if the hash is not 32 bytes long */
    public BlobId {
        hash.requireLength(LENGTH, "a blob id");
    }

    /** @throws FormatException if the text is not 64 lower-case hex digits */
    public static BlobId parse(String text) throws FormatException {
        if (text.length() != 2 * LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new FormatException("a blob id is 64 lower-case hex digits");
        }
        return new BlobId(Bytes.wrap(HexFormat.of().parseHex(text)));
    }

    @Override
    public int compareTo(BlobId other) {
        return hash.compareTo(other.hash);
    }

    /** 64 lower-case hex digits. */
    @Override
    public String toString() {
        return hash.toHex();
    }
}
