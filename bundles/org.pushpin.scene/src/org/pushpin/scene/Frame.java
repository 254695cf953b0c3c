// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Paint;
import org.pushpin.content.Rect;

/**
 * What to paint now, from back to front: paper, dots, sprites, marks, overlay. A value; positions and sizes are in points.
 *
 * @param scale device pixels per point, which sprites' bitmaps are made for
 * @param overlay what does not move with the plane, such as the zoom bar
 */
public record Frame(int width, int height, double scale, Paint paper, Optional<Dots> dots, List<Sprite> sprites,
        List<Mark> marks, List<Sprite> overlay) {

    public Frame {
        sprites = List.copyOf(sprites);
        marks = List.copyOf(marks);
        overlay = List.copyOf(overlay);
    }

    /**
     * What differs from an earlier frame, in points: no area, a few, or all of it. Costs what the two have together.
     *
     * @param before null if nothing has been painted
     */
    public List<Rect> since(Frame before) {
        if (before == this) return List.of();
        Rect all = new Rect(0, 0, width, height);
        boolean same = before != null && width == before.width && height == before.height && scale == before.scale
                && paper.equals(before.paper) && dots.equals(before.dots);
        return same ? new Damage(all).between(before, this) : List.of(all);
    }

    /**
     * A grid of dots: one at every {@code (originX + i × step, originY + j × step)}.
     *
     * @param size edge of the square that stands for a dot, in points
     */
    public record Dots(double originX, double originY, double step, double size, Color color) {}
}
