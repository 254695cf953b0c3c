// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.List;
import java.util.Map;

/**
 * One step from a document to a later one. The patches of {@link Doc#diff(Doc)}, applied in order to a copy of the earlier state, give
 * the later state; indexes are those at the moment of the step. Indexes and lengths are UTF-16 units in a text, elements in a list.
 * A nested object that did not show before comes empty, and its content follows as patches of its own.
 *
 * <p>Where a value is in conflict, it is the one that won; {@link Read#getAll} has the others.
 */
public sealed interface Patch {
    ObjectId object();

    /** The key now shows this value. */
    record PutMap(ObjectId object, String key, Value value, boolean conflict) implements Patch {
        public PutMap(ObjectId object, String key, Value value) {
            this(object, key, value, false);
        }
    }

    record DeleteMap(ObjectId object, String key) implements Patch {
    }

    /** A list got an element, or a text something that is not a string. */
    record Insert(ObjectId object, int index, Value value, boolean conflict) implements Patch {
        public Insert(ObjectId object, int index, Value value) {
            this(object, index, value, false);
        }
    }

    /** The element at the index now shows this value. */
    record PutSeq(ObjectId object, int index, Value value, boolean conflict) implements Patch {
        public PutSeq(ObjectId object, int index, Value value) {
            this(object, index, value, false);
        }
    }

    record DeleteSeq(ObjectId object, int index, int length) implements Patch {
    }

    /**
     * {@code delete} units at {@code index} of a text are replaced.
     *
     * @param marks what the new text is marked with, all of it alike: by name, in the order of UTF-8
     */
    record SpliceText(ObjectId object, int index, int delete, String text, Map<String, Scalar> marks) implements Patch {
        public SpliceText(ObjectId object, int index, int delete, String text) {
            this(object, index, delete, text, Map.of());
        }
    }

    /** A counter in a map ({@code key} set, {@code index} −1) or a list ({@code key} null) changed by an amount. */
    record Increment(ObjectId object, String key, int index, long by) implements Patch {
    }

    /** What shows at a key ({@code index} −1) or an index ({@code key} null) is as it was, but in conflict now, or not any more. */
    record Conflict(ObjectId object, String key, int index, boolean conflict) implements Patch {
    }

    /** Stretches of a text that was there before are marked otherwise now: with these values, or not at all where a value is null. */
    record Mark(ObjectId object, List<org.pushpin.crdt.Mark> marks) implements Patch {
        public Mark {
            marks = List.copyOf(marks);
        }
    }
}
