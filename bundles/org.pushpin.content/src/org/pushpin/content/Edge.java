// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Set;

/**
 * A line between two items, or from an item to a place. The host routes it, and puts the label on its middle.
 *
 * @param key not a key of an item on the same canvas
 * @param label mostly a {@link View.Editor} of one line; where its text is empty nothing of it is shown
 * @param caption what copies of it say and look like
 */
public record Edge(String key, End from, End to, View label, Stroke stroke, Set<Ability> can, Caption caption) {

    public Edge {
        can = Set.copyOf(can);
    }

    public Edge(String key, End from, End to, View label, Stroke stroke, Set<Ability> can) {
        this(key, from, to, label, stroke, can, Caption.NONE);
    }

    /** Where an edge ends: at an item, or at a point where {@code item} is empty. @param arrow whether a head is drawn */
    public record End(String item, Point at, boolean arrow) {

        public static End of(String item, boolean arrow) {
            return new End(item, Point.ORIGIN, arrow);
        }

        public static End at(Point place, boolean arrow) {
            return new End("", place, arrow);
        }
    }
}
