// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A chunk of a file: magic, checksum, type, length, body ({@code package-info}, "Chunks"). A compressed change is given inflated, as
 * type {@link #CHANGE}.
 *
 * @param bytes the whole chunk, uncompressed in the case of a change
 * @param body where the body begins in {@code bytes}
 */
record Chunk(int type, ChangeHash hash, byte[] bytes, int body) {
    static final int DOCUMENT = 0;
    static final int CHANGE = 1;
    static final int COMPRESSED = 2;
    private static final byte[] MAGIC = {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    /** Magic and checksum. */
    private static final int PREFIX = 8;

    ByteReader reader() {
        return new ByteReader(bytes, body, bytes.length);
    }

    /** Builds a chunk of type {@link #DOCUMENT} or {@link #CHANGE}. */
    static Chunk of(int type, ByteWriter content) {
        ByteWriter out = new ByteWriter(content.size() + 20);
        out.write(MAGIC).write(MAGIC).writeByte(type).writeUnsigned(content.size());
        int body = out.size();
        byte[] bytes = out.write(content).toByteArray();
        ChangeHash hash = hash(bytes);
        System.arraycopy(hash.shared(), 0, bytes, MAGIC.length, PREFIX - MAGIC.length);
        return new Chunk(type, hash, bytes, body);
    }

    /** Reads the next chunk and checks its checksum. */
    static Chunk read(ByteReader in) throws MalformedException {
        if (!Arrays.equals(in.readBytes(MAGIC.length), MAGIC)) {
            throw new MalformedException("not an Automerge chunk");
        }
        byte[] checksum = in.readBytes(PREFIX - MAGIC.length);
        int type = in.readByte();
        byte[] content = in.readPrefixedBytes();
        Chunk chunk = switch (type) {
            case DOCUMENT, CHANGE -> of(type, content);
            case COMPRESSED -> of(CHANGE, new Deflate().inflate(content));
            default -> throw new MalformedException("a chunk of type " + type + ": a newer version is needed");
        };
        if (!Arrays.equals(checksum, 0, checksum.length, chunk.bytes, MAGIC.length, PREFIX)) {
            throw new MalformedException("bad checksum");
        }
        return chunk;
    }

    private static Chunk of(int type, byte[] content) {
        return of(type, new ByteWriter(content.length).write(content));
    }

    /** A change chunk in its smallest form: deflated if that helps. */
    byte[] compact() {
        ByteWriter deflated = new Deflate().deflateWithinLimits(Arrays.copyOfRange(bytes, body, bytes.length), bytes.length - body);
        if (deflated == null) {
            return bytes.clone();
        }
        ByteWriter out = new ByteWriter(deflated.size() + 20);
        out.write(bytes, 0, PREFIX).writeByte(COMPRESSED).writeUnsigned(deflated.size()).write(deflated);
        return out.size() < bytes.length ? out.toByteArray() : bytes.clone();
    }

    private static ChangeHash hash(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, PREFIX, bytes.length - PREFIX);
            return ChangeHash.shared(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
