// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.font.TextLayout;
import java.util.List;

import org.pushpin.content.Color;
import org.pushpin.content.TextStyle;

/**
 * A line of a paragraph: its place is known, what stands on it is laid out when it is first asked for. Immutable, any thread; two that
 * ask at once make the same twice.
 */
final class Line {

    private final Paragraph of;
    private final int start;
    private final int end;
    private final double top;
    private final TextStyle tallest;
    /** Not a number where it depends on what stands on the line. */
    private final double left;
    private volatile Body body;

    /**
     * What stands on a line.
     *
     * @param layout null where there is no text
     * @param x of the layout's origin
     * @param emoji those that are on it
     */
    record Body(TextLayout layout, double x, List<Ink> inks, List<Ink> grounds, List<Placed> emoji) {}

    /**
     * A stretch of a line in one colour.
     *
     * @param start from the line's start; {@code end} likewise
     */
    record Ink(int start, int end, Color color) {}

    /** An emoji on its line. @param x from the layout's origin */
    record Placed(InlineEmoji emoji, double x) {}

    /** Laid out. @param tallest the style by which it is placed */
    Line(Paragraph of, int start, int end, double top, TextStyle tallest, Body body) {
        this(of, start, end, top, tallest, body.x, body);
    }

    /** To be laid out. @param left where it begins; not a number where it depends on what stands on it */
    Line(Paragraph of, int start, int end, double top, TextStyle tallest, double left) {
        this(of, start, end, top, tallest, left, null);
    }

    private Line(Paragraph of, int start, int end, double top, TextStyle tallest, double left, Body body) {
        this.of = of;
        this.start = start;
        this.end = end;
        this.top = top;
        this.tallest = tallest;
        this.left = left;
        this.body = body;
    }

    private Body body() {
        Body known = body;
        if (known == null) body = known = of.body(start, end);
        return known;
    }

    /** Whether it is laid out. */
    boolean isLaid() {
        return body != null;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    double top() {
        return top;
    }

    double height() {
        return tallest.lineHeight();
    }

    double bottom() {
        return top + height();
    }

    /** The y of its origin. */
    double baseline() {
        double leading = tallest.lineHeight() - tallest.size() * (Fonts.ASCENT + Fonts.DESCENT);
        return top + leading / 2 + tallest.size() * Fonts.ASCENT;
    }

    TextLayout layout() {
        return body().layout;
    }

    double x() {
        return Double.isNaN(left) ? body().x : left;
    }

    List<Ink> inks() {
        return body().inks;
    }

    List<Ink> grounds() {
        return body().grounds;
    }

    List<Placed> emoji() {
        return body().emoji;
    }

    double advance() {
        return layout() == null ? 0 : layout().getAdvance();
    }
}
