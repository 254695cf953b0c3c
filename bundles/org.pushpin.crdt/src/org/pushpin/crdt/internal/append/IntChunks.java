// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.append;

import java.util.Arrays;

/**
 * Integers that are only ever appended, in chunks, for one appender and any number of readers of earlier lengths.
 *
 * <p>Who keeps {@link #chunks} and a length may read below that length for ever: an integer is not overwritten by
 * {@link #append}, a chunk takes an unused slot of the directory, and where a chunk that readers use must grow, the directory is
 * replaced. One thread at a time. An append costs O(1) amortised; a copy one chunk and the directory.
 */
public final class IntChunks {
    public static final int BITS = 11;
    public static final int SIZE = 1 << BITS;
    public static final int MASK = SIZE - 1;
    private static final int FIRST = 16;
    private static final int[][] NONE = {};

    public int[][] chunks;
    public int length;

    public IntChunks() {
        this(NONE, 0);
    }

    public IntChunks(int[][] chunks, int length) {
        this.chunks = chunks;
        this.length = length;
    }

    public static int at(int[][] chunks, int index) {
        return chunks[index >>> BITS][index & MASK];
    }

    /** For appenders that diverge: shares what is full. The chunk that holds the integer at {@code mutable} is copied too. */
    public IntChunks copy(int mutable) {
        int used = length + MASK >>> BITS;
        int[][] next = Arrays.copyOf(chunks, used);
        for (int i = Math.min(length, Math.max(0, mutable)) >>> BITS; i < used; i++) {
            next[i] = next[i].clone();
        }
        return new IntChunks(next, length);
    }

    public void append(int value) {
        int chunk = length >>> BITS;
        if (chunk == chunks.length || chunks[chunk] == null || (length & MASK) >= chunks[chunk].length) {
            grow(chunk);
        }
        chunks[chunk][length++ & MASK] = value;
    }

    /** Appends pairs of one value and one that rises by {@code step}. The length must be even. */
    public void appendPairs(int value, int first, int step, int count) {
        int rising = first;
        for (int left = count; left > 0;) {
            int chunk = length >>> BITS;
            if (chunk == chunks.length || chunks[chunk] == null || (length & MASK) >= chunks[chunk].length) {
                grow(chunk);
            }
            int[] target = chunks[chunk];
            int at = length & MASK;
            int end = Math.min(target.length, at + 2 * left);
            length += end - at;
            left -= end - at >> 1;
            for (; at < end; at += 2) {
                target[at] = value;
                target[at + 1] = rising;
                rising += step;
            }
        }
    }

    private void grow(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(1, chunk * 2));
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[chunk == 0 ? FIRST : SIZE];
        } else {
            int[][] next = chunks.clone();
            next[chunk] = Arrays.copyOf(chunks[chunk], Math.min(SIZE, chunks[chunk].length * 2));
            chunks = next;
        }
    }
}
