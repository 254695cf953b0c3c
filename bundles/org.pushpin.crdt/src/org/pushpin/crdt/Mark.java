// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Objects;

/**
 * What a stretch of a text is marked with. Of marks of one name that overlap, the one that was made last shows. Immutable.
 *
 * @param start first UTF-16 unit
 * @param end behind the last one
 * @param value null as a {@link Scalar}, where a patch takes a mark away; else what it was marked with
 */
public record Mark(int start, int end, String name, Scalar value) {
    public Mark {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
