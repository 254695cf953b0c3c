// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Value;

/** What one change did, by ids: all that is needed to take it back later. */
record Effects(List<Inserted> inserted, List<Deleted> deleted, List<Put> puts, List<Replaced> replaced,
        List<Incremented> incremented) {

    /** Elements that came into a list or text. */
    record Inserted(ObjectId sequence, List<OpId> elements) {}

    /** A run of elements that went, with the element that stood before it; empty at the very beginning. */
    record Deleted(ObjectId sequence, Optional<OpId> left, List<Tree.Element> elements) {}

    /**
     * A key that got another value, or lost it.
     *
     * @param ours the operation that put the new value; empty if the key was deleted
     * @param prior the operation that had won before, and what it had put; empty if there was none
     */
    record Put(ObjectId map, String key, Optional<OpId> ours, Optional<Tree.Entry> prior) {}

    /** An element of a list that got another value. */
    record Replaced(ObjectId list, OpId element, Value ours, Tree prior) {}

    /** A counter, at a key or in an element, that was changed. */
    record Incremented(ObjectId object, Optional<String> key, Optional<OpId> element, long by) {}
}
