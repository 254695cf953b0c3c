// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.util.OptionalInt;

/** A place on the screen, and what is read from its pixels: a number that follows what a person does there. */
final class Sight {

    /** What tells a column of the picture of interest from others. */
    private interface Column {
        boolean holds(int[] pixels, int column);
    }

    private final Area area;
    private final boolean last;
    private final Column column;

    private Sight(Area area, boolean last, Column column) {
        this.area = area;
        this.last = last;
        this.column = column;
    }

    /** The left edge of the marker card. */
    static Sight markerLeft(Area area) {
        return new Sight(area, false, (pixels, x) -> isMarker(pixels, area, x));
    }

    /** The right edge of the marker card. */
    static Sight markerRight(Area area) {
        return new Sight(area, true, (pixels, x) -> isMarker(pixels, area, x));
    }

    /** How far to the right the place differs from what it is now. */
    static Sight change(Screen screen, Area area) throws IOException, InterruptedException {
        int[] base = screen.pixels(area);
        return new Sight(area, true, (pixels, x) -> {
            for (int at = x; at < base.length; at += area.width()) {
                if (differ(pixels[at], base[at])) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean differ(int one, int other) {
        return Math.abs((one >> 16) - (other >> 16)) > 3 || Math.abs((one >> 8 & 255) - (other >> 8 & 255)) > 3
                || Math.abs((one & 255) - (other & 255)) > 3;
    }

    private static boolean isMarker(int[] pixels, Area area, int x) {
        for (int at = x; at < pixels.length; at += area.width()) {
            int pixel = pixels[at];
            if ((pixel >> 16) > 200 && (pixel >> 8 & 255) < 90 && (pixel & 255) > 200) {
                return true;
            }
        }
        return false;
    }

    Area area() {
        return area;
    }

    /** The first or last column of interest, on the screen; empty if there is none. */
    OptionalInt look(Screen screen) throws IOException, InterruptedException {
        int[] pixels = screen.pixels(area);
        for (int i = 0; i < area.width(); i++) {
            int x = last ? area.width() - 1 - i : i;
            if (column.holds(pixels, x)) {
                return OptionalInt.of(area.x() + x);
            }
        }
        return OptionalInt.empty();
    }
}
