// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A chunk of a file: magic, checksum, type, length, body ({@code package-info}, "Chunks"). A compressed change is given inflated, as
 * type {@link #CHANGE}.
 *
 * @param hash SHA-256 over type, length and body; 32 bytes, not to be modified
 * @param bytes an array that holds the chunk, perhaps among others
 * @param from where in {@code bytes} the chunk begins
 * @param body where its body begins
 * @param end where both end
 */
public record Chunk(int type, byte[] hash, byte[] bytes, int from, int body, int end) {
    public static final int DOCUMENT = 0;
    public static final int CHANGE = 1;
    public static final int COMPRESSED = 2;
    public static final int BUNDLE = 3;
    /** Length of magic and checksum. */
    public static final int PREFIX = 8;
    static final int MAGIC_LENGTH = 4;
    private static final int MAGIC = 0x834a6f85;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** A reader of the body. */
    public ByteReader reader() {
        return new ByteReader(bytes, body, end);
    }

    /** The chunk in an array of its own. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, end);
    }

    /** Whether a chunk begins at {@code at}, where there must be four bytes. */
    static boolean isMagic(byte[] bytes, int at) {
        return (int) INT.get(bytes, at) == MAGIC;
    }

    static boolean isChecksum(byte[] bytes, int from, byte[] hash) {
        return (int) INT.get(bytes, from + MAGIC_LENGTH) == (int) INT.get(hash, 0);
    }

    /** Frames a body as a chunk with its checksum. */
    public static Chunk of(int type, ByteWriter body, ChunkHasher hasher) {
        return of(type, body.storage(), body.size(), hasher);
    }

    static Chunk of(int type, byte[] body, int length, ChunkHasher hasher) {
        byte[] bytes = room(type, length);
        System.arraycopy(body, 0, bytes, bytes.length - length, length);
        return framed(type, hasher.hash(bytes), bytes, bytes.length - length);
    }

    /** A chunk without checksum, at whose end there is room for its body. */
    static byte[] room(int type, int length) {
        byte[] bytes = new byte[PREFIX + 1 + ByteWriter.lengthOf(length) + length];
        writeHead(type, length, bytes, 0);
        return bytes;
    }

    /** Frames a change in place: its body stands behind {@code room} bytes of room. Returns where the chunk begins; it has no checksum. */
    public static int frame(ByteWriter out, int room) {
        int length = out.size() - room;
        int from = room - PREFIX - 1 - ByteWriter.lengthOf(length);
        writeHead(CHANGE, length, out.storage(), from);
        return from;
    }

    /** A change chunk from framed bytes, which get their checksum, and their hash. */
    public static Chunk framed(byte[] hash, byte[] bytes, int body) {
        return framed(CHANGE, hash, bytes, body);
    }

    private static Chunk framed(int type, byte[] hash, byte[] bytes, int body) {
        INT.set(bytes, MAGIC_LENGTH, (int) INT.get(hash, 0));
        return new Chunk(type, hash, bytes, 0, body, bytes.length);
    }

    private static void writeHead(int type, int length, byte[] bytes, int from) {
        INT.set(bytes, from, MAGIC);
        bytes[from + PREFIX] = (byte) type;
        int at = from + PREFIX + 1;
        int rest = length;
        for (; rest > 0x7f; rest >>>= 7) {
            bytes[at++] = (byte) (rest | 0x80);
        }
        bytes[at] = (byte) rest;
    }

    /** A change chunk in its smallest form: deflated, with the checksum of the plain form, where that helps. */
    public static byte[] compact(byte[] change, int body, Deflate deflate) {
        if (change.length <= Deflate.MIN_SIZE) {
            return change.clone();
        }
        deflate.beginChunk();
        ByteWriter small = new ByteWriter(change.length / 2 + 64);
        if (!deflate.deflate(change, body, change.length - body, small)) {
            return change.clone();
        }
        ByteWriter out = new ByteWriter(small.size() + 20);
        out.write(change, 0, PREFIX).writeByte(COMPRESSED).writeUnsigned(small.size()).write(small);
        return out.size() < change.length ? out.toByteArray() : change.clone();
    }
}
