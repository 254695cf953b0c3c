// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gives equal short strings as one object, as far as there is room: an entry gives way to another. One thread. */
final class StringCache {
    private static final int SIZE = 256;
    private static final int LONGEST = 64;

    /** Null until there is a string. */
    private byte[][] bytes;
    private String[] strings;

    /** @param source UTF-8 in this range */
    String get(byte[] source, int from, int length) {
        if (length > LONGEST) {
            return new String(source, from, length, StandardCharsets.UTF_8);
        }
        if (bytes == null) {
            bytes = new byte[SIZE][];
            strings = new String[SIZE];
        }
        int end = from + length;
        int hash = length;
        for (int i = from; i < end; i++) {
            hash = hash * 31 + source[i];
        }
        int slot = (hash ^ hash >>> 16) & SIZE - 1;
        if (bytes[slot] == null || !Arrays.equals(bytes[slot], 0, bytes[slot].length, source, from, end)) {
            bytes[slot] = Arrays.copyOfRange(source, from, end);
            strings[slot] = new String(source, from, length, StandardCharsets.UTF_8);
        }
        return strings[slot];
    }
}
