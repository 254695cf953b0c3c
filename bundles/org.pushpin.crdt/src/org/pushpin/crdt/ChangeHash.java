// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 by which a change is known; it commits to the change and, through its dependencies, to all before it. */
public final class ChangeHash implements Comparable<ChangeHash> {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;

    private ChangeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static ChangeHash of(byte[] bytes) {
        return shared(bytes.clone());
    }

    /** @throws IllegalArgumentException unless the text is 64 hexadecimal digits */
    public static ChangeHash parse(String hex) {
        return shared(HexFormat.of().parseHex(hex));
    }

    /** Takes the array over. */
    static ChangeHash shared(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a change hash has 32 bytes, not " + bytes.length);
        }
        return new ChangeHash(bytes);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The bytes themselves, for encoders: not to be modified. */
    byte[] shared() {
        return bytes;
    }

    @Override
    public int compareTo(ChangeHash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ChangeHash h && Arrays.equals(bytes, h.bytes);
    }

    @Override
    public int hashCode() {
        return (int) INT.get(bytes, 0);
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
