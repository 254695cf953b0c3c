// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;

/**
 * Reads a byte range front to back; every read is bounds-checked and nothing is allocated on a claimed length beyond the range. It can be
 * set to another range, and takes the array as it is: nobody may change it meanwhile. One thread.
 */
public final class ByteReader {
    private byte[] bytes;
    private int position;
    private int end;

    /** A reader of nothing, to be {@link #reset}. */
    public ByteReader() {
        this(new byte[0], 0, 0);
    }

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public ByteReader(byte[] bytes, int from, int end) {
        reset(bytes, from, end);
    }

    public void reset(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        end = to;
    }

    /** The array in which {@link #position()} and {@link #end()} count. */
    public byte[] bytes() {
        return bytes;
    }

    public int position() {
        return position;
    }

    public int end() {
        return end;
    }

    public int remaining() {
        return end - position;
    }

    public boolean isAtEnd() {
        return position >= end;
    }

    public int readByte() throws MalformedException {
        if (position >= end) {
            throw new MalformedException("not enough data");
        }
        return bytes[position++] & 0xff;
    }

    /** An unsigned LEB128 of up to 64 bits, in its shortest form. */
    public long readUnsigned() throws MalformedException {
        if (position < end && bytes[position] >= 0) {
            return bytes[position++];
        }
        return readLongUnsigned();
    }

    private long readLongUnsigned() throws MalformedException {
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
    public long readSigned() throws MalformedException {
        if (position < end && bytes[position] >= 0) {
            return bytes[position++] << 25 >> 25;
        }
        return readLongSigned();
    }

    private long readLongSigned() throws MalformedException {
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
    public int readCount(int limit) throws MalformedException {
        long count = readUnsigned();
        if (count < 0 || count > limit) {
            throw new MalformedException("a length or count beyond its limit");
        }
        return (int) count;
    }

    /** An operation counter or the like: below 2³². */
    public long readCounter() throws MalformedException {
        long value = readUnsigned();
        if (value < 0 || value > Limits.MAX_COUNTER) {
            throw new MalformedException("an operation counter beyond 32 bits");
        }
        return value;
    }

    public byte[] readBytes(int length) throws MalformedException {
        int from = skip(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** Returns where the skipped bytes began. */
    public int skip(int length) throws MalformedException {
        if (length < 0 || length > remaining()) {
            throw new MalformedException("not enough data");
        }
        int from = position;
        position += length;
        return from;
    }

    /** A reader of the next bytes, which are skipped here. */
    public ByteReader slice(int length) throws MalformedException {
        int from = skip(length);
        return new ByteReader(bytes, from, from + length);
    }

    /** Skips a text after checking that it is UTF-8, and returns where it began. */
    public int skipText(int length) throws MalformedException {
        int from = skip(length);
        if (!Utf8.isValid(bytes, from, position)) {
            throw new MalformedException("a text that is not UTF-8");
        }
        return from;
    }

    public String readString(int length) throws MalformedException {
        return new String(bytes, skipText(length), length, StandardCharsets.UTF_8);
    }

    /** Skips a length and as many bytes of an actor, and returns where these began; {@link #position()} is behind them. */
    public int skipActor() throws MalformedException {
        int length = readCount(remaining());
        if (length == 0 || length > ActorId.MAX_LENGTH) {
            throw new MalformedException("an actor id of " + length + " bytes");
        }
        return skip(length);
    }

    public ActorId readActor() throws MalformedException {
        int from = skipActor();
        return ActorId.of(Arrays.copyOfRange(bytes, from, position));
    }
}
