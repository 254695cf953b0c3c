// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.Font;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Color;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/**
 * One paragraph, broken into lines of a width. Offsets are UTF-16 units from the paragraph's start, positions board
 * units from its top left corner. Immutable; laying out costs what its text costs.
 */
final class Paragraph {

    /**
     * A line.
     *
     * @param layout null where there is no text
     * @param x of the layout's origin; {@code baseline} its y
     */
    record Line(int start, int end, TextLayout layout, double x, double top, double baseline, double height,
            List<Ink> inks) {

        double advance() {
            return layout == null ? 0 : layout.getAdvance();
        }
    }

    /**
     * A stretch of a line in one colour.
     *
     * @param start from the line's start; {@code end} likewise
     */
    record Ink(int start, int end, Color color) {}

    /** Runs that lie in the paragraph, without its line end. */
    final List<Styled.Run> runs;
    final String text;
    final double width;
    final TextBlock.Alignment alignment;
    final List<Line> lines;
    final double height;

    Paragraph(List<Styled.Run> runs, TextStyle empty, double width, TextBlock.Alignment alignment, Fonts fonts) {
        this.runs = List.copyOf(runs);
        this.width = width;
        this.alignment = alignment;
        this.text = plain(runs);
        this.lines = List.copyOf(text.isEmpty() ? List.of(emptyLine(empty)) : new Breaker(fonts).lines());
        Line last = lines.getLast();
        this.height = last.top + last.height;
    }

    boolean sameInput(List<Styled.Run> otherRuns, double otherWidth, TextBlock.Alignment otherAlignment) {
        return width == otherWidth && alignment == otherAlignment && !text.isEmpty() && runs.equals(otherRuns);
    }

    /** The widest line, without white space at its end. */
    double visibleWidth() {
        double most = 0;
        for (Line line : lines) if (line.layout != null) most = Math.max(most, line.layout.getVisibleAdvance());
        return most;
    }

    private static String plain(List<Styled.Run> runs) {
        StringBuilder all = new StringBuilder();
        for (Styled.Run run : runs) all.append(run.text());
        return all.toString();
    }

    private Line emptyLine(TextStyle style) {
        double x = switch (alignment) {
            case START -> 0;
            case CENTER -> width / 2;
            case END -> width;
        };
        return new Line(0, 0, null, x, 0, baseline(style), style.lineHeight(), List.of());
    }

    private static double baseline(TextStyle style) {
        double leading = style.lineHeight() - style.size() * (Fonts.ASCENT + Fonts.DESCENT);
        return leading / 2 + style.size() * Fonts.ASCENT;
    }

    /** Breaks the text; exists while the paragraph is made. */
    private final class Breaker {
        private final Fonts fonts;

        Breaker(Fonts fonts) {
            this.fonts = fonts;
        }

        List<Line> lines() {
            LineBreakMeasurer measurer = new LineBreakMeasurer(attributed().getIterator(), Fonts.METRICS);
            List<Line> made = new ArrayList<>();
            double top = 0;
            while (measurer.getPosition() < text.length()) {
                int start = measurer.getPosition();
                TextLayout layout = measurer.nextLayout((float) Math.max(1, width));
                Line line = line(start, measurer.getPosition(), layout, top);
                made.add(line);
                top += line.height;
            }
            return made;
        }

        private Line line(int start, int end, TextLayout layout, double top) {
            TextStyle tallest = tallest(start, end);
            double free = Math.max(0, width - layout.getVisibleAdvance());
            boolean leftToRight = layout.isLeftToRight();
            double x = switch (alignment) {
                case START -> leftToRight ? 0 : width - layout.getAdvance();
                case CENTER -> free / 2;
                case END -> leftToRight ? free : 0;
            };
            return new Line(start, end, layout, x, top, top + baseline(tallest), tallest.lineHeight(),
                    inks(start, end));
        }

        private List<Ink> inks(int start, int end) {
            List<Ink> inks = new ArrayList<>();
            int at = 0;
            for (Styled.Run run : runs) {
                int from = Math.max(at, start) - start;
                int to = Math.min(at + run.text().length(), end) - start;
                at += run.text().length();
                if (from >= to) continue;
                Ink last = inks.isEmpty() ? null : inks.getLast();
                boolean same = last != null && last.color.equals(run.style().color());
                if (same) inks.set(inks.size() - 1, new Ink(last.start, to, last.color));
                else inks.add(new Ink(from, to, run.style().color()));
            }
            return List.copyOf(inks);
        }

        private TextStyle tallest(int start, int end) {
            TextStyle best = null;
            int at = 0;
            for (Styled.Run run : runs) {
                int next = at + run.text().length();
                boolean inside = at < end && next > start;
                if (inside && (best == null || run.style().lineHeight() > best.lineHeight())) best = run.style();
                at = next;
            }
            return best == null ? runs.getFirst().style() : best;
        }

        private AttributedString attributed() {
            AttributedString all = new AttributedString(drawable(text));
            int at = 0;
            for (Styled.Run run : runs) {
                int end = at + run.text().length();
                if (end > at) style(all, run.style(), at, end);
                at = end;
            }
            return all;
        }

        private void style(AttributedString all, TextStyle style, int start, int end) {
            Font font = fonts.font(style);
            for (int at = start; at < end;) {
                boolean has = canDraw(font, at);
                int next = at;
                while (next < end && canDraw(font, next) == has) next += Character.charCount(text.codePointAt(next));
                next = Math.min(next, end);
                all.addAttribute(TextAttribute.FONT, has ? font : fonts.fallback(style), at, next);
                at = next;
            }
            if (style.underline()) all.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON, start, end);
            if (style.strike()) all.addAttribute(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON, start, end);
        }

        private boolean canDraw(Font font, int at) {
            int c = text.codePointAt(at);
            return font.canDisplay(c) || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        }
    }

    /** The same number of units, with what would break or disturb a line replaced. */
    private static String drawable(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad = c < ' ' || c == 0x7F || c == '\u2028' || c == '\u2029' || c == '\u0085';
            if (bad && safe == null) safe = new StringBuilder(text);
            if (bad) safe.setCharAt(i, c == '\t' ? '\u2003' : ' ');
        }
        return safe == null ? text : safe.toString();
    }
}
