// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** The kinds of container that a document nests. {@link #TABLE} behaves as a map and exists for old documents only. */
public enum ObjectType {
    MAP, TABLE, LIST, TEXT;

    /** Whether elements are addressed by index. */
    public boolean isSequence() {
        return this == LIST || this == TEXT;
    }
}
