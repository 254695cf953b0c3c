// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;

/**
 * A line icon on a 20 × 20 grid, drawn with round strokes of 1.5 and no fill, in the colour of the text beside it.
 *
 * @param path SVG path data ({@code M L H V C S Q T A Z}, absolute or relative), at most 4,096 characters
 * @param color drawn in and filled with this one instead, for a swatch
 */
public record Icon(String path, Optional<Color> color) {

    /** Side of the grid. */
    public static final double GRID = 20;
    /** Width of the line on that grid. */
    public static final double STROKE = 1.5;

    public static final Icon NONE = new Icon("");
    public static final Icon ADD = new Icon("M10 4V16M4 10H16");
    public static final Icon REMOVE = new Icon("M4 6H16M8 6V4H12V6M5.5 6L6.3 16H13.7L14.5 6M8.5 9V13.5M11.5 9V13.5");
    public static final Icon CHECK = new Icon("M4.5 10.5L8.5 14.5L15.5 6");
    public static final Icon LINK = new Icon(
            "M8.5 11.5a3 3 0 0 0 4.3 0l2.3-2.3a3 3 0 0 0-4.3-4.3L9.9 5.8M11.5 8.5a3 3 0 0 0-4.3 0L4.9 10.8a3 3 0 0 0 4.3 4.3L10.1 14.2");
    public static final Icon FILE = new Icon("M5 3H11.5L15.5 7V17H5ZM11.5 3V7H15.5");
    public static final Icon PICTURE = new Icon(
            "M3 4.5H17V15.5H3ZM3 13L7 9.5L10.5 12.5L13 10.5L17 13.5M13.2 7.7a.9.9 0 1 0 .01 0");

    public Icon(String path) {
        this(path, Optional.empty());
    }

    public Icon {
        if (path.length() > 4096) throw new IllegalArgumentException("too much icon");
    }

    /** A filled disc, for choosing a colour. */
    public static Icon swatch(Color color) {
        return new Icon("M10 3.5a6.5 6.5 0 1 0 .01 0Z", Optional.of(color));
    }
}
