// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a box is laid out and drawn. Begin with {@link #NONE} and say what differs:
 * {@code Style.NONE.padding(Theme.CARD_PADDING).gap(4)}.
 *
 * @param padding between the border and the children
 * @param gap between one child and the next
 * @param align of children across the axis
 * @param justify of children along the axis, where space is left
 * @param border drawn inside the edge; takes no room from the padding
 * @param radius of the corners; the content is clipped to them when there is a background or a border
 * @param grow this box's share of the space that its parent has left along the parent's axis, or lacks; 0: none. What does
 *        not grow keeps its natural size
 * @param width of the whole box; empty: what the content needs and the parent allows
 */
public record Style(Insets padding, double gap, Align align, Justify justify, Optional<Paint> background,
        Optional<Stroke> border, double radius, boolean shadow, double grow, OptionalDouble width,
        OptionalDouble height) {

    public enum Align { START, CENTER, END, STRETCH }

    public enum Justify { START, CENTER, END, BETWEEN }

    /** Children stretched across, close together, nothing drawn. */
    public static final Style NONE = new Style(Insets.NONE, 0, Align.STRETCH, Justify.START, Optional.empty(),
            Optional.empty(), 0, false, 0, OptionalDouble.empty(), OptionalDouble.empty());

    public Style padding(Insets to) {
        return new Style(to, gap, align, justify, background, border, radius, shadow, grow, width, height);
    }

    public Style gap(double to) {
        return new Style(padding, to, align, justify, background, border, radius, shadow, grow, width, height);
    }

    public Style align(Align to) {
        return new Style(padding, gap, to, justify, background, border, radius, shadow, grow, width, height);
    }

    public Style justify(Justify to) {
        return new Style(padding, gap, align, to, background, border, radius, shadow, grow, width, height);
    }

    public Style background(Paint to) {
        return new Style(padding, gap, align, justify, Optional.of(to), border, radius, shadow, grow, width, height);
    }

    public Style background(Color to) {
        return background(Paint.of(to));
    }

    public Style border(Stroke to) {
        return new Style(padding, gap, align, justify, background, Optional.of(to), radius, shadow, grow, width, height);
    }

    public Style radius(double to) {
        return new Style(padding, gap, align, justify, background, border, to, shadow, grow, width, height);
    }

    public Style shadow(boolean to) {
        return new Style(padding, gap, align, justify, background, border, radius, to, grow, width, height);
    }

    public Style grow(double share) {
        return new Style(padding, gap, align, justify, background, border, radius, shadow, share, width, height);
    }

    public Style width(double to) {
        return new Style(padding, gap, align, justify, background, border, radius, shadow, grow, OptionalDouble.of(to), height);
    }

    public Style height(double to) {
        return new Style(padding, gap, align, justify, background, border, radius, shadow, grow, width, OptionalDouble.of(to));
    }

    public Style size(double side) {
        return width(side).height(side);
    }
}
