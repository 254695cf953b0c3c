// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.OptionalDouble;

/**
 * How large a type's cards are, in board units. A card narrower or lower than {@code min}, or larger than {@code max},
 * is shown at that limit.
 *
 * @param width of a new card
 * @param height of a new card; empty: as high as its content
 * @param resizable whether a person may change it
 */
public record CardSize(double width, OptionalDouble height, Size min, Size max, boolean resizable) {

    /** The side of a cell of the grid. */
    public static final double CELL = 20;

    /** Sizes in cells of {@value #CELL} units. @param high of a new card; 0: as high as its content */
    public static CardSize cells(int wide, int high, int minWide, int minHigh, int maxWide, int maxHigh) {
        OptionalDouble height = high == 0 ? OptionalDouble.empty() : OptionalDouble.of(high * CELL);
        return new CardSize(wide * CELL, height, new Size(minWide * CELL, minHigh * CELL),
                new Size(maxWide * CELL, maxHigh * CELL), true);
    }

    public double clampWidth(double wanted) {
        return Math.clamp(wanted, min.width(), max.width());
    }

    public double clampHeight(double wanted) {
        return Math.clamp(wanted, min.height(), max.height());
    }
}
