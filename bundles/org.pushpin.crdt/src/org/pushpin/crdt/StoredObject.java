// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.List;

/** The state of one object. Immutable. {@code place} is where it was made, null for the root. */
sealed interface StoredObject {
    ObjectId id();

    ObjectType type();

    Place place();

    /** The slot that holds an object: a key of a map, or an element of a sequence. */
    record Place(ObjectId parent, String key, OpId element, int depth) {
    }

    record MapObject(ObjectId id, ObjectType type, Place place, Trie<String, Op[]> registers) implements StoredObject {
        Op[] register(String key) {
            Op[] ops = registers.get(key);
            return ops == null ? Op.NONE_AT_ALL : ops;
        }

        /** The keys that show a value, in the order of their UTF-8 bytes. */
        List<String> visibleKeys() {
            List<String> keys = new ArrayList<>();
            registers.forEach((key, ops) -> {
                if (Register.winner(ops) != null) {
                    keys.add(key);
                }
            });
            keys.sort(Utf8Order.INSTANCE);
            return List.copyOf(keys);
        }

        MapObject with(String key, Op[] ops) {
            return new MapObject(id, type, place, registers.with(key, ops));
        }
    }

    record SequenceObject(ObjectId id, ObjectType type, Place place, Sequence sequence) implements StoredObject {
        boolean isText() {
            return type == ObjectType.TEXT;
        }
    }

    static StoredObject empty(ObjectId id, ObjectType type, Place place) {
        return type.isSequence() ? new SequenceObject(id, type, place, Sequence.EMPTY) : new MapObject(id, type, place, Trie.empty());
    }
}
