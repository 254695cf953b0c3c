// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** The name of a blob: the plain SHA-256 of its content, as {@code sha256sum} prints it. */
public record BlobId(Bytes hash) implements Comparable<BlobId> {
    /** The length of an id in bytes. */
    public static final int LENGTH = 32;

    private static final int BUFFER = 64 * 1024;

    /** @throws IllegalArgumentException if the hash is not 32 bytes long */
    public BlobId {
        hash.requireLength(LENGTH, "a blob id");
    }

    /** The id of this content. */
    public static BlobId of(Bytes content) {
        return new BlobId(Hashes.sha256("", content));
    }

    /** The id of all that the stream still holds; 64 KiB of memory, whatever its length. */
    public static BlobId of(InputStream content) throws IOException {
        var digest = Hashes.newSha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return new BlobId(Bytes.wrap(digest.digest()));
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
