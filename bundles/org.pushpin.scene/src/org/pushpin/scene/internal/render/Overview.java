// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.image.BufferedImage;
import java.util.List;

import org.pushpin.content.Color;
import org.pushpin.content.Paint;
import org.pushpin.content.Rect;

/**
 * The plane seen from afar, where cards are too small to be pictures of their own: squares of it, with all that lies on
 * them. Immutable.
 *
 * @param tiles those of other scales first; of one scale they do not overlap
 * @param complete whether they are all there and right
 */
public record Overview(List<Square> tiles, boolean complete) {

    public static final Overview NONE = new Overview(List.of(), false);

    public Overview {
        tiles = List.copyOf(tiles);
    }

    /** The colour of a ground, seen from afar. */
    public static Color flat(Paint paint) {
        return switch (paint) {
            case Paint.Solid solid -> solid.color();
            case Paint.Gradient gradient -> gradient.from().mix(gradient.to(), 0.5);
        };
    }

    /** A square. @param area in board units */
    public record Square(String key, long version, BufferedImage image, Rect area) {}
}
