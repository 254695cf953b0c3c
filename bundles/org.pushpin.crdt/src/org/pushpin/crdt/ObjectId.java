// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Objects;
import java.util.Optional;

/** The identity of a map, list or text inside a document: the root, or the operation that made it. */
public final class ObjectId implements Comparable<ObjectId> {
    /** The map that every document is. */
    public static final ObjectId ROOT = new ObjectId(null);

    private final OpId op;

    private ObjectId(OpId op) {
        this.op = op;
    }

    public static ObjectId of(OpId op) {
        return new ObjectId(Objects.requireNonNull(op));
    }

    /** Parses {@code _root} or an operation id. @throws IllegalArgumentException for anything else */
    public static ObjectId parse(String text) {
        return text.equals("_root") ? ROOT : of(OpId.parse(text));
    }

    public boolean isRoot() {
        return op == null;
    }

    /** The operation that made the object; empty for the root. */
    public Optional<OpId> op() {
        return Optional.ofNullable(op);
    }

    /** As {@link #op()}, null for the root. */
    OpId maker() {
        return op;
    }

    /** The root first, then in the order of the making operations. */
    @Override
    public int compareTo(ObjectId other) {
        if (op == null || other.op == null) {
            return op == other.op ? 0 : op == null ? -1 : 1;
        }
        return op.compareTo(other.op);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ObjectId o && Objects.equals(op, o.op);
    }

    @Override
    public int hashCode() {
        return op == null ? 1 : op.hashCode();
    }

    @Override
    public String toString() {
        return op == null ? "_root" : op.toString();
    }
}
