// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** What a key or an index of a document holds: a scalar, or the identity of a nested object. Immutable, compares by content. */
public sealed interface Value permits Scalar, ObjectValue {
}
