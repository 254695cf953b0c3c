// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Who made an operation: 1 to 64 bytes, ordered as unsigned byte strings. One actor makes one linear history of changes. */
public final class ActorId implements Comparable<ActorId> {
    /** Longest actor id that is accepted, in bytes. */
    public static final int MAX_LENGTH = 64;

    private final byte[] bytes;
    private final int hash;

    private ActorId(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** @throws IllegalArgumentException unless there are 1 to 64 bytes */
    public static ActorId of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("an actor id has 1 to 64 bytes, not " + bytes.length);
        }
        return new ActorId(bytes.clone());
    }

    /** @throws IllegalArgumentException unless the text is 2 to 128 hexadecimal digits */
    public static ActorId parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** 16 random bytes. */
    public static ActorId random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new ActorId(bytes);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The bytes themselves, for encoders: not to be modified. */
    byte[] shared() {
        return bytes;
    }

    @Override
    public int compareTo(ActorId other) {
        return this == other ? 0 : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ActorId a && hash == a.hash && Arrays.equals(bytes, a.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
