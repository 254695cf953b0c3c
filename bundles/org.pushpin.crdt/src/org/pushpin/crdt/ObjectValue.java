// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Objects;

/** A nested map, list or text, by identity; its content is read through a {@link Read}. */
public record ObjectValue(ObjectId id, ObjectType type) implements Value {
    public ObjectValue {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
    }
}
