// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;

/**
 * Values by author number, copied on write in blocks of 32, so that a change to one author costs about as much for ten thousand authors as
 * for ten. {@link #freeze} gives an immutable state; what is written after it is written to copies. One thread at a time.
 */
final class AuthorTable<T> {
    private static final int BITS = 5;
    private static final int BLOCK = 1 << BITS;
    static final Object[][] NONE = {};

    private Object[][] blocks;
    /** Which blocks nobody else sees; null if {@code blocks} itself is seen. */
    private boolean[] owned;

    AuthorTable(Object[][] frozen) {
        blocks = frozen;
    }

    /** One more than the greatest number that may have a value. */
    static int limit(Object[][] frozen) {
        return frozen.length == 0 ? 0 : (frozen.length - 1 << BITS) + frozen[frozen.length - 1].length;
    }

    /** Null if there is none. */
    @SuppressWarnings("unchecked")
    static <T> T get(Object[][] frozen, int author) {
        int block = author >>> BITS;
        if (block >= frozen.length || frozen[block] == null) {
            return null;
        }
        Object[] values = frozen[block];
        int at = author & BLOCK - 1;
        return at < values.length ? (T) values[at] : null;
    }

    T get(int author) {
        return get(blocks, author);
    }

    void set(int author, T value) {
        int block = author >>> BITS;
        if (owned == null || block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(blocks.length, block + 1));
            owned = owned == null ? new boolean[blocks.length] : Arrays.copyOf(owned, blocks.length);
        }
        int at = author & BLOCK - 1;
        Object[] values = blocks[block];
        if (!owned[block] || at >= values.length) {
            int length = values == null ? 0 : values.length;
            int wanted = at < length ? length : block == 0 ? at + 1 : BLOCK;
            blocks[block] = values == null ? new Object[wanted] : Arrays.copyOf(values, wanted);
            owned[block] = true;
        }
        blocks[block][at] = value;
    }

    Object[][] freeze() {
        owned = null;
        return blocks;
    }
}
