// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.pushpin.crdt.ChangeHash;

/** SHA-256 of byte ranges, with one digest for all. One thread. */
public final class ChunkHasher {
    private final MessageDigest digest;

    public ChunkHasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes by which a change chunk is known, whose first four are the checksum of any chunk. */
    public byte[] hash(byte[] chunk) {
        return hash(chunk, 0, chunk.length);
    }

    /** @param from where in {@code bytes} the chunk begins: magic and checksum are left out */
    public byte[] hash(byte[] bytes, int from, int end) {
        byte[] hash = new byte[ChangeHash.LENGTH];
        hash(bytes, from, end, hash, 0);
        return hash;
    }

    /** The same, written to {@code target} from {@code at} on. */
    public void hash(byte[] bytes, int from, int end, byte[] target, int at) {
        digest.update(bytes, from + Chunk.PREFIX, end - from - Chunk.PREFIX);
        try {
            digest.digest(target, at, ChangeHash.LENGTH);
        } catch (DigestException e) {
            throw new AssertionError("SHA-256 has 32 bytes", e);
        }
    }
}
