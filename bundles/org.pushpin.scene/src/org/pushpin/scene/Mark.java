// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;

import org.pushpin.content.Color;
import org.pushpin.content.Point;
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

    /** Lines from point to point, with round joins: an arrow. A host may leave out one that is not in sight. */
    record Path(List<List<Point>> lines, double thickness, boolean dashed, Color color) implements Mark {
        public Path {
            lines = List.copyOf(lines);
        }

        /** Around all that is painted of it. */
        public Rect bounds() {
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (List<Point> line : lines) {
                for (Point point : line) {
                    left = Math.min(left, point.x());
                    top = Math.min(top, point.y());
                    right = Math.max(right, point.x());
                    bottom = Math.max(bottom, point.y());
                }
            }
            return left > right ? new Rect(0, 0, 0, 0) : new Rect(left, top, right - left, bottom - top).grown(thickness);
        }
    }

    /** A text caret; the host blinks it by the platform's habit, restarting when it changes. */
    record Caret(Rect area, Color color) implements Mark {}
}
