// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable string of bytes, compared as unsigned numbers from the left. Any thread. A slice costs O(1) and keeps the bytes it was cut
 * from alive; everything that takes or gives a {@code byte[]} copies it.
 */
public final class Bytes implements Comparable<Bytes> {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final int SHOWN = 64;

    private final byte[] array;
    private final int start;
    private final int length;

    private Bytes(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), 0, bytes.length);
    }

    /** A copy of {@code length} bytes from {@code offset} on. */
    public static Bytes copy(byte[] bytes, int offset, int length) {
        return wrap(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** A copy of what remains in the buffer, whose position does not move. */
    public static Bytes copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return wrap(bytes);
    }

    /** The UTF-8 form of a text. */
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code length} zero bytes. */
    public static Bytes zeros(int length) {
        return wrap(new byte[length]);
    }

    /** @throws IllegalArgumentException if the text is not an even number of hex digits */
    public static Bytes fromHex(String hex) {
        return wrap(HexFormat.of().parseHex(hex));
    }

    /** These byte strings, one after the other. */
    public static Bytes concat(Bytes... parts) {
        int total = 0;
        for (Bytes part : parts) {
            total = Math.addExact(total, part.length);
        }
        byte[] all = new byte[total];
        int at = 0;
        for (Bytes part : parts) {
            part.copyTo(all, at);
            at += part.length;
        }
        return wrap(all);
    }

    /** Takes ownership: the caller gives the array away. */
    static Bytes wrap(byte[] owned) {
        return owned.length == 0 ? EMPTY : new Bytes(owned, 0, owned.length);
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** Whether every byte is zero. */
    public boolean isZero() {
        for (int i = 0; i < length; i++) {
            if (array[start + i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The byte at an index, 0 to 255. */
    public int at(int index) {
        return array[start + checkIndex(index)] & 0xff;
    }

    private int checkIndex(int index) {
        return Objects.checkIndex(index, length);
    }

    /** The bytes from {@code from} (included) to {@code to} (excluded), without a copy. */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return from == 0 && to == length ? this : new Bytes(array, start + from, to - from);
    }

    /** Whether these bytes begin with those. */
    public boolean startsWith(Bytes prefix) {
        return length >= prefix.length && slice(0, prefix.length).equals(prefix);
    }

    /** A copy as an array. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    /** A read-only view. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(array, start, length).slice().asReadOnlyBuffer();
    }

    /** Copies all bytes to {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(array, start, target, offset, length);
    }

    /** Writes all bytes to a buffer with room for them. */
    public void writeTo(ByteBuffer target) {
        target.put(array, start, length);
    }

    /** Writes all bytes to a stream. */
    public void writeTo(OutputStream target) throws IOException {
        target.write(array, start, length);
    }

    /** Lower-case hex digits. */
    public String toHex() {
        return HexFormat.of().formatHex(array, start, start + length);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, start, start + length, other.array, other.start, other.start + other.length);
    }

    /** Compares in time that depends on the lengths only. */
    public boolean equalsConstantTime(Bytes other) {
        if (length != other.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= array[start + i] ^ other.array[other.start + i];
        }
        return difference == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, start, start + length, that.array, that.start, that.start + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** Hex, cut with the total length when it is long. */
    @Override
    public String toString() {
        return length <= SHOWN ? toHex() : slice(0, SHOWN).toHex() + "… (" + length + " bytes)";
    }

    /** @throws IllegalArgumentException if the length is another */
    Bytes requireLength(int expected, String what) {
        if (length != expected) {
            throw new IllegalArgumentException(what + " has " + length + " bytes, not " + expected);
        }
        return this;
    }

    /** A copy of bytes from outside that may not be longer than this: nothing larger is kept alive by what is decoded from them. */
    Bytes requireAtMost(int longest, String what) throws FormatException {
        if (length > longest) {
            throw new FormatException("the " + what + " has " + length + " bytes; " + longest + " are allowed");
        }
        return wrap(toByteArray());
    }
}
