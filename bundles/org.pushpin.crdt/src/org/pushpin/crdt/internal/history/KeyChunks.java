// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;

/** Keys that are only ever appended: as {@link IntChunks}. One thread. */
final class KeyChunks {
    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;
    /** How far back an equal key is looked for. */
    private static final int RECENT = 8;
    static final String[][] NONE = {};

    String[][] chunks;
    int length;

    KeyChunks(String[][] chunks, int length) {
        this.chunks = chunks;
        this.length = length;
    }

    static String at(String[][] chunks, int index) {
        return chunks[index >>> BITS][index & MASK];
    }

    KeyChunks copy() {
        String[][] next = Arrays.copyOf(chunks, length + MASK >>> BITS);
        if ((length & MASK) != 0) {
            next[next.length - 1] = next[next.length - 1].clone();
        }
        return new KeyChunks(next, length);
    }

    /** The place of a key: a recent one, or a new one. */
    int place(String key) {
        for (int i = length - 1; i >= 0 && i >= length - RECENT; i--) {
            if (at(chunks, i).equals(key)) {
                return i;
            }
        }
        int chunk = length >>> BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(1, chunk * 2));
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new String[chunk == 0 ? 4 : SIZE];
        } else if ((length & MASK) >= chunks[chunk].length) {
            chunks = chunks.clone();
            chunks[chunk] = Arrays.copyOf(chunks[chunk], chunks[chunk].length * 2);
        }
        chunks[chunk][length & MASK] = key;
        return length++;
    }
}
