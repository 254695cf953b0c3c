// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/**
 * One step from a document to a later one. The patches of {@link Doc#diff(Doc)}, applied in order to a copy of the earlier state, give
 * the later state; indexes are those at the moment of the step. Indexes and lengths are UTF-16 units in a text, elements in a list.
 * A nested object that did not show before comes empty, and its content follows as patches of its own.
 */
public sealed interface Patch {
    ObjectId object();

    /** The key now shows this value. */
    record PutMap(ObjectId object, String key, Value value) implements Patch {
    }

    record DeleteMap(ObjectId object, String key) implements Patch {
    }

    /** A list got an element, or a text something that is not a string. */
    record Insert(ObjectId object, int index, Value value) implements Patch {
    }

    /** The element at the index now shows this value. */
    record PutSeq(ObjectId object, int index, Value value) implements Patch {
    }

    record DeleteSeq(ObjectId object, int index, int length) implements Patch {
    }

    /** {@code delete} units at {@code index} of a text are replaced. */
    record SpliceText(ObjectId object, int index, int delete, String text) implements Patch {
    }

    /** A counter in a map ({@code key} set, {@code index} −1) or a list ({@code key} null) changed by an amount. */
    record Increment(ObjectId object, String key, int index, long by) implements Patch {
    }
}
