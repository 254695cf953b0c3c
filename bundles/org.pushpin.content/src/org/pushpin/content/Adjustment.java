// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a gesture changed of an item, and nothing that it did not: so that one person's move and another's resize merge.
 *
 * @param position both coordinates, because a mix of two moves is a place that nobody chose
 * @param autoHeight let the content decide the height again; then {@code height} is empty
 */
public record Adjustment(Optional<Point> position, OptionalDouble width, OptionalDouble height, boolean autoHeight) {

    public Adjustment {
        if (autoHeight && height.isPresent()) throw new IllegalArgumentException("two heights");
    }

    public static Adjustment move(Point to) {
        return new Adjustment(Optional.of(to), OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    public static Adjustment resize(double width, double height) {
        return new Adjustment(Optional.empty(), OptionalDouble.of(width), OptionalDouble.of(height), false);
    }

    public static Adjustment width(double width) {
        return new Adjustment(Optional.empty(), OptionalDouble.of(width), OptionalDouble.empty(), false);
    }

    public static Adjustment fitHeight() {
        return new Adjustment(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), true);
    }

    /** The same, and moved: for handles at the left or the top. */
    public Adjustment at(Point to) {
        return new Adjustment(Optional.of(to), width, height, autoHeight);
    }
}
