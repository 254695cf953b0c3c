// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.util.List;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/**
 * One paragraph, broken into lines of a width. Offsets are UTF-16 units from the paragraph's start, positions board
 * units from its top left corner. Immutable, any thread. Where its lines end and how high it is, is known at once; the lines of a plain
 * paragraph ({@link Measure}) are laid out one by one, when somebody looks at them.
 */
final class Paragraph {

    final Styled.Paragraph source;
    final String text;
    /** Units of the marker at the start, where no caret stands. */
    final int marker;
    final double width;
    final TextBlock.Alignment alignment;
    final double height;
    private final Fonts fonts;
    private final List<Line> lines;

    Paragraph(Styled.Paragraph source, double width, TextBlock.Alignment alignment, Fonts fonts) {
        this(source, width, alignment, fonts, true);
    }

    /** @param lazy whether lines may be laid out later */
    Paragraph(Styled.Paragraph source, double width, TextBlock.Alignment alignment, Fonts fonts, boolean lazy) {
        this.source = source;
        this.width = width;
        this.alignment = alignment;
        this.fonts = fonts;
        text = source.plain();
        marker = source.marker();
        Measure measure = lazy ? Measure.of(this, fonts) : null;
        lines = List.copyOf(text.isEmpty() ? List.of(emptyLine(source.style())) : measure == null
                ? new Breaker(this, fonts, false).lines() : measure.lines());
        height = lines.getLast().bottom();
    }

    List<Line> lines() {
        return lines;
    }

    /** Lays out a line of a plain paragraph. */
    Line.Body body(int start, int end) {
        return new Breaker(this, fonts, true).body(start, end);
    }

    /** The line at a height, or the nearest. */
    Line lineAt(double y) {
        for (Line line : lines) if (y < line.bottom()) return line;
        return lines.getLast();
    }

    boolean sameInput(Styled.Paragraph other, double otherWidth, TextBlock.Alignment otherAlignment) {
        return width == otherWidth && alignment == otherAlignment && source.equals(other);
    }

    /** The widest line, without white space at its end. */
    double visibleWidth() {
        double most = 0;
        for (Line line : lines) if (line.layout() != null) most = Math.max(most, line.layout().getVisibleAdvance());
        return most;
    }

    private Line emptyLine(TextStyle style) {
        double x = switch (alignment) {
            case START -> source.lead().indent();
            case CENTER -> width / 2;
            case END -> width;
        };
        return new Line(this, 0, 0, 0, style, new Line.Body(null, x, List.of(), List.of(), List.of()));
    }

    /** The style of a line's tallest run. */
    TextStyle tallest(int start, int end) {
        TextStyle best = null;
        int at = 0;
        for (Styled.Run run : source.runs()) {
            int next = at + run.text().length();
            boolean inside = at < end && next > start;
            if (inside && (best == null || run.style().lineHeight() > best.lineHeight())) best = run.style();
            at = next;
        }
        return best == null ? source.style() : best;
    }
}
