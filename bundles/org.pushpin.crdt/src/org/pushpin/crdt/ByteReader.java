// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a byte range front to back; every read is bounds-checked and nothing is allocated on a claimed length beyond the range. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    boolean isAtEnd() {
        return position >= end;
    }

    int readByte() throws MalformedException {
        if (position >= end) {
            throw new MalformedException("not enough data");
        }
        return bytes[position++] & 0xff;
    }

    /** An unsigned LEB128 of up to 64 bits, in its shortest form. */
    long readUnsigned() throws MalformedException {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int b = readByte();
            if (shift == 63 && b > 1) {
                throw new MalformedException("a number of more than 64 bits");
            }
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                if (b == 0 && shift > 0) {
                    throw new MalformedException("a number with superfluous bytes");
                }
                return value;
            }
        }
    }

    /** A signed LEB128 of up to 64 bits, in its shortest form. */
    long readSigned() throws MalformedException {
        long value = 0;
        int previous = 0;
        for (int shift = 0;; shift += 7) {
            int b = readByte();
            if (shift == 63 && b != 0 && b != 0x7f) {
                throw new MalformedException("a number of more than 64 bits");
            }
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                boolean overlong = shift > 0 && (b == 0 && (previous & 0x40) == 0 || b == 0x7f && (previous & 0x40) != 0);
                if (overlong) {
                    throw new MalformedException("a number with superfluous bytes");
                }
                int bits = shift + 7;
                return bits < 64 && (b & 0x40) != 0 ? value | -1L << bits : value;
            }
            previous = b;
        }
    }

    /** A number of things or bytes that must not exceed {@code limit}. */
    int readCount(int limit) throws MalformedException {
        long count = readUnsigned();
        if (count < 0 || count > limit) {
            throw new MalformedException("a length or count beyond its limit");
        }
        return (int) count;
    }

    /** An operation counter or the like: below 2³². */
    long readCounter() throws MalformedException {
        long value = readUnsigned();
        if (value < 0 || value > Limits.MAX_COUNTER) {
            throw new MalformedException("an operation counter beyond 32 bits");
        }
        return value;
    }

    byte[] readBytes(int length) throws MalformedException {
        int from = skip(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    byte[] readPrefixedBytes() throws MalformedException {
        return readBytes(readCount(remaining()));
    }

    /** Returns where the skipped bytes began. */
    int skip(int length) throws MalformedException {
        if (length < 0 || length > remaining()) {
            throw new MalformedException("not enough data");
        }
        int from = position;
        position += length;
        return from;
    }

    /** A reader of the next bytes, which are skipped here. */
    ByteReader slice(int length) throws MalformedException {
        int from = skip(length);
        return new ByteReader(bytes, from, from + length);
    }

    String readString(int length) throws MalformedException {
        int from = skip(length);
        if (length == 1 && bytes[from] >= 0) {
            return Character.toString(bytes[from]);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("a text that is not UTF-8");
        }
    }

    String readPrefixedString() throws MalformedException {
        return readString(readCount(remaining()));
    }

    ChangeHash readHash() throws MalformedException {
        return ChangeHash.shared(readBytes(ChangeHash.LENGTH));
    }

    ActorId readActor() throws MalformedException {
        byte[] actor = readPrefixedBytes();
        if (actor.length == 0 || actor.length > ActorId.MAX_LENGTH) {
            throw new MalformedException("an actor id of " + actor.length + " bytes");
        }
        return ActorId.of(actor);
    }
}
