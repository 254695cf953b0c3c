// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.op.Ids;

/**
 * Consecutive operations of one author that do one thing.
 *
 * @param first the id of the first; the others count on
 * @param length 1 or more
 * @param object what they act in; {@link Ids#NONE} is the root
 * @param target the element that the first acts on; for {@link Kind#INSERT} its own id, for {@link Kind#MAP} {@link Ids#NONE}
 * @param key of a map, else null
 * @param stride by how much the target's counter goes on with each operation: 1 for {@link Kind#INSERT} and wherever {@code length} is 1;
 *        ±1 for {@link Kind#DELETE}; −1, 0 or 1 for {@link Kind#UPDATE}; 0 for {@link Kind#MAP}
 */
public record OpRun(long first, int length, Kind kind, long object, long target, String key, int stride) {
    /** What an operation does, as far as it tells where to look for it. */
    public enum Kind {
        /** A new element of a sequence, marks included. */
        INSERT,
        /** An element of a sequence is deleted. */
        DELETE,
        /** An element of a sequence gets another value, or its counter is incremented. */
        UPDATE,
        /** Anything that is done to a key of a map. */
        MAP
    }

    /** The element that the operation {@code index} acts on. */
    public long target(int index) {
        return Ids.plus(target, index * stride);
    }

    /** A part of it. */
    public OpRun part(int from, int count) {
        int step = kind == Kind.MAP ? 0 : count == 1 ? 1 : stride;
        return new OpRun(Ids.plus(first, from), count, kind, object, kind == Kind.MAP ? target : target(from), key, step);
    }
}
