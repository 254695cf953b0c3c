// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array. */
final class ByteWriter {
    private byte[] bytes;
    private int size;

    ByteWriter() {
        this(32);
    }

    ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The storage, of which {@link #size()} bytes count. */
    byte[] storage() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    ByteWriter writeByte(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
        return this;
    }

    ByteWriter write(byte[] source) {
        return write(source, 0, source.length);
    }

    ByteWriter write(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
        return this;
    }

    ByteWriter write(ByteWriter other) {
        return write(other.bytes, 0, other.size);
    }

    ByteWriter writeUnsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    ByteWriter writeSigned(long value) {
        reserve(10);
        long rest = value;
        while (rest < -64 || rest > 63) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>= 7;
        }
        bytes[size++] = (byte) (rest & 0x7f);
        return this;
    }

    ByteWriter writePrefixed(byte[] source) {
        return writeUnsigned(source.length).write(source);
    }

    /** Returns the number of bytes of the text in UTF-8; unpaired surrogates become U+FFFD. */
    int writeText(String text) {
        if (text.length() == 1 && text.charAt(0) < 0x80) {
            writeByte(text.charAt(0));
            return 1;
        }
        byte[] utf8 = utf8(text);
        write(utf8);
        return utf8.length;
    }

    ByteWriter writePrefixed(String text) {
        return writePrefixed(utf8(text));
    }

    /** Unpaired surrogates become U+FFFD. */
    static byte[] utf8(String text) {
        return WellFormed.text(text).getBytes(StandardCharsets.UTF_8);
    }
}
