// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.ArrayList;
import java.util.List;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Sequence;

/** The state of one object. Immutable. {@code place} is where it was made, null for the root. */
public sealed interface StoredObject {
    /** The operation that made it; 0 for the root. */
    long id();

    ObjectType type();

    Place place();

    /** The slot that holds an object: a key of a map, or an element of a sequence. @param depth 1 for a child of the root */
    record Place(long parent, String key, long element, int depth) {
    }

    /** @param shown how many keys show a value */
    record MapObject(long id, ObjectType type, Place place, Trie<String, Register> registers, int shown) implements StoredObject {
        public Register register(String key) {
            Register register = registers.get(key);
            return register == null ? Register.empty() : register;
        }

        /** The keys that show a value, in the order of their UTF-8 bytes. */
        public List<String> visibleKeys() {
            List<String> keys = new ArrayList<>();
            registers.forEach((key, register) -> {
                if (register.shown() > 0) {
                    keys.add(key);
                }
            });
            keys.sort(Utf8Order.INSTANCE);
            return List.copyOf(keys);
        }

        MapObject with(String key, Register register) {
            int more = Math.min(register.shown(), 1) - Math.min(register(key).shown(), 1);
            return new MapObject(id, type, place, register.isEmpty() ? registers.without(key) : registers.with(key, register), shown + more);
        }
    }

    record SequenceObject(long id, ObjectType type, Place place, Sequence sequence) implements StoredObject {
        public boolean isText() {
            return type == ObjectType.TEXT;
        }
    }

    static StoredObject empty(long id, ObjectType type, Place place) {
        return type.isSequence() ? new SequenceObject(id, type, place, Sequence.empty(type == ObjectType.TEXT))
                : new MapObject(id, type, place, Trie.empty(), 0);
    }
}
