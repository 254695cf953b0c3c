// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.util.Collection;

import org.automerge.ChangeHash;
import org.automerge.ObjectId;
import org.pushpin.crdt.OpId;

/** Makes ids and hashes of the bindings, which let nobody make any: their constructors are reached by reflection. */
final class NativeIds {
    private static final Constructor<ObjectId> ID = constructor(ObjectId.class);
    private static final Constructor<ChangeHash> HASH = constructor(ChangeHash.class);

    private NativeIds() {
    }

    private static <T> Constructor<T> constructor(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(byte[].class);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("another version of the bindings", e);
        }
    }

    private static <T> T make(Constructor<T> constructor, byte[] bytes) {
        try {
            return constructor.newInstance((Object) bytes);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another version of the bindings", e);
        }
    }

    static ChangeHash[] hashes(Collection<org.pushpin.crdt.ChangeHash> hashes) {
        return hashes.stream().map(h -> make(HASH, h.toByteArray())).toArray(ChangeHash[]::new);
    }

    /** The serialized form: version and kind, the actor with its length, a hint of its number, the counter. */
    static ObjectId object(org.pushpin.crdt.ObjectId id) {
        if (id.isRoot()) {
            return ObjectId.ROOT;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpId maker = id.op().orElseThrow();
        byte[] actor = maker.actor().toByteArray();
        out.write(0x10);
        out.write(actor.length);
        out.writeBytes(actor);
        out.write(0);
        long left = maker.counter();
        for (; left > 0x7F; left >>>= 7) {
            out.write((int) (left & 0x7F | 0x80));
        }
        out.write((int) left);
        return make(ID, out.toByteArray());
    }
}
