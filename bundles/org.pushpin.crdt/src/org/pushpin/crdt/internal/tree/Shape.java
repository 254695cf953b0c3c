// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/**
 * How large the nodes of a tree get.
 *
 * @param spans most spans of a leaf, at least 4
 * @param bytes most UTF-8 bytes of a leaf's characters, 16 to 2,048
 * @param children most children of an inner node, at least 4
 */
public record Shape(int spans, int bytes, int children) {
    public static final Shape USUAL = new Shape(32, 1024, 16);

    public Shape {
        if (spans < 4 || bytes < 16 || bytes > 2048 || children < 4) {
            throw new IllegalArgumentException("a tree that cannot be balanced");
        }
    }

    /** Longest piece of new text that is put in at once: two of them leave a leaf some room. */
    public int piece() {
        return bytes * 3 / 8;
    }
}
