// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing byte array, used again after {@link #clear()}. One thread. */
public final class ByteWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(32);
    }

    public ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The storage, of which {@link #size()} bytes count; growing replaces it. */
    public byte[] storage() {
        return bytes;
    }

    public void clear() {
        size = 0;
    }

    /** Forgets what was written from {@code at} on. */
    public void truncate(int at) {
        size = Math.min(size, at);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }

    public ByteWriter writeByte(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
        return this;
    }

    public ByteWriter write(byte[] source) {
        return write(source, 0, source.length);
    }

    public ByteWriter write(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
        return this;
    }

    public ByteWriter write(ByteWriter other) {
        return write(other.bytes, 0, other.size);
    }

    /** How many bytes {@link #writeUnsigned} needs. */
    public static int lengthOf(int value) {
        return Math.max(1, (38 - Integer.numberOfLeadingZeros(value)) / 7);
    }

    public ByteWriter writeUnsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    public ByteWriter writeSigned(long value) {
        reserve(10);
        long rest = value;
        while (rest < -64 || rest > 63) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>= 7;
        }
        bytes[size++] = (byte) (rest & 0x7f);
        return this;
    }

    /** The first so many of some values. Most take one to three bytes, but nobody can tell which: so those are written without branching. */
    public ByteWriter writeSigned(long[] values, int number) {
        reserve(Math.multiplyExact(number, 10));
        for (int i = 0; i < number; i++) {
            long value = values[i];
            if (value << 36 >> 36 != value) {
                writeSigned(value);
                continue;
            }
            int length = (71 - Long.numberOfLeadingZeros(value ^ value >> 63)) / 7;
            long spread = value & 0x7f | (value & 0x3f80) << 1 | (value & 0x1fc000) << 2 | (value & 0xfe00000) << 3;
            INT.set(bytes, size, (int) spread | 0x80808080 & (1 << 8 * length - 8) - 1);
            size += length;
        }
        return this;
    }

    public ByteWriter writePrefixed(byte[] source) {
        return writeUnsigned(source.length).write(source);
    }

    /** Returns the number of bytes of the text in UTF-8; unpaired surrogates become U+FFFD. */
    public int writeText(String text) {
        int from = size;
        reserve(Math.multiplyExact(text.length(), 3));
        size = Utf8.write(text, bytes, from);
        return size - from;
    }

    /** A text in UTF-8, its length before it; unpaired surrogates become U+FFFD. */
    public ByteWriter writePrefixed(String text) {
        writeUnsigned(Utf8.length(text));
        writeText(text);
        return this;
    }
}
