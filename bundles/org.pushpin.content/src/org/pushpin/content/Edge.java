// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;

/** A line between two items, or from an item to a place. The host routes it. */
public record Edge(String key, End from, End to, Optional<Styled> label, Stroke stroke) {

    /** Where an edge ends: at an item, or at a point where {@code item} is empty. @param arrow whether a head is drawn */
    public record End(String item, Point at, boolean arrow) {

        public static End of(String item, boolean arrow) {
            return new End(item, Point.ORIGIN, arrow);
        }
    }
}
