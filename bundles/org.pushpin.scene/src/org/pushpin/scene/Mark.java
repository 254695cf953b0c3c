// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;

import org.pushpin.content.Color;
import org.pushpin.content.Rect;

/** Something plain above the sprites. Positions are in points, painted in the list's order. */
public sealed interface Mark {

    Color color();

    /** Filled rectangles: selected text, a marquee's ground, a handle's ground. {@code radius} rounds the corners. */
    record Fill(List<Rect> areas, double radius, Color color) implements Mark {
        public Fill {
            areas = List.copyOf(areas);
        }
    }

    /** An outline whose stroke is centred on the rectangle's edge. */
    record Outline(Rect area, double radius, double thickness, boolean dashed, Color color) implements Mark {}

    record Line(double x1, double y1, double x2, double y2, double thickness, Color color) implements Mark {}

    /** A text caret; the host blinks it by the platform's habit, restarting when it changes. */
    record Caret(Rect area, Color color) implements Mark {}
}
