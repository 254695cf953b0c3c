// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Font;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
     * @param emoji those that are on it
     */
    record Line(int start, int end, TextLayout layout, double x, double top, double baseline, double height,
            List<Ink> inks, List<Ink> grounds, List<Placed> emoji) {

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

    /** An emoji on its line. @param x from the layout's origin */
    record Placed(InlineEmoji emoji, double x) {}

    final Styled.Paragraph source;
    final String text;
    /** Units of the marker at the start, where no caret stands. */
    final int marker;
    final double width;
    final TextBlock.Alignment alignment;
    final List<Line> lines;
    final double height;

    Paragraph(Styled.Paragraph source, double width, TextBlock.Alignment alignment, Fonts fonts) {
        this.source = source;
        this.width = width;
        this.alignment = alignment;
        this.text = source.plain();
        this.marker = source.marker();
        this.lines = List.copyOf(text.isEmpty() ? List.of(emptyLine(source.style())) : new Breaker(fonts).lines());
        Line last = lines.getLast();
        this.height = last.top + last.height;
    }

    boolean sameInput(Styled.Paragraph other, double otherWidth, TextBlock.Alignment otherAlignment) {
        return width == otherWidth && alignment == otherAlignment && source.equals(other);
    }

    /** The widest line, without white space at its end. */
    double visibleWidth() {
        double most = 0;
        for (Line line : lines) if (line.layout != null) most = Math.max(most, line.layout.getVisibleAdvance());
        return most;
    }

    private Line emptyLine(TextStyle style) {
        double x = switch (alignment) {
            case START -> source.lead().indent();
            case CENTER -> width / 2;
            case END -> width;
        };
        return new Line(0, 0, null, x, 0, baseline(style), style.lineHeight(), List.of(), List.of(), List.of());
    }

    private static double baseline(TextStyle style) {
        double leading = style.lineHeight() - style.size() * (Fonts.ASCENT + Fonts.DESCENT);
        return leading / 2 + style.size() * Fonts.ASCENT;
    }

    /** Breaks the text; exists while the paragraph is made. */
    private final class Breaker {
        private final Fonts fonts;
        private final Sign sign;
        /** Where lines begin, but for a first one that begins with a marker. */
        private final double indent;
        private final List<InlineEmoji> emoji;

        Breaker(Fonts fonts) {
            this.fonts = fonts;
            emoji = InlineEmoji.of(source, text, fonts);
            sign = marker == 0 ? null : Sign.of(source.lead(), text.substring(0, marker), source.runs().getFirst().style(),
                    fonts);
            double wanted = sign == null ? source.lead().indent() : sign.getAdvance();
            indent = Math.min(wanted, Math.max(0, width - 20));
        }

        List<Line> lines() {
            LineBreakMeasurer measurer = new LineBreakMeasurer(attributed().getIterator(), Fonts.METRICS);
            List<Line> made = new ArrayList<>();
            double top = 0;
            while (measurer.getPosition() < text.length()) {
                int start = measurer.getPosition();
                double left = start < marker ? 0 : indent;
                double right = source.lead().ground().isPresent() ? indent : 0;
                double room = Math.max(1, width - left - right);
                TextLayout layout = measurer.nextLayout((float) room);
                Line line = line(start, measurer.getPosition(), layout, top, left, room);
                made.add(line);
                top += line.height;
            }
            return made;
        }

        private Line line(int start, int end, TextLayout layout, double top, double left, double room) {
            TextStyle tallest = tallest(start, end);
            double free = Math.max(0, room - layout.getVisibleAdvance());
            boolean leftToRight = layout.isLeftToRight();
            double x = switch (alignment) {
                case START -> leftToRight ? left : width - left - layout.getAdvance();
                case CENTER -> left + free / 2;
                case END -> leftToRight ? left + free : 0;
            };
            return new Line(start, end, layout, x, top, top + baseline(tallest), tallest.lineHeight(),
                    stretches(start, end, TextStyle::color), grounds(start, end), emoji(start, end, layout));
        }

        private List<Placed> emoji(int start, int end, TextLayout layout) {
            if (emoji.isEmpty()) return List.of();
            List<Placed> placed = new ArrayList<>();
            for (InlineEmoji each : emoji) {
                if (each.start() < start || each.start() >= end) continue;
                int from = each.start() - start;
                int to = Math.min(each.end(), end) - start;
                placed.add(new Placed(each, layout.getLogicalHighlightShape(from, to).getBounds2D().getX()));
            }
            return List.copyOf(placed);
        }

        private List<Ink> grounds(int start, int end) {
            List<Ink> all = stretches(start, end, TextStyle::ground);
            return all.stream().filter(ink -> !ink.color.equals(Color.CLEAR)).toList();
        }

        private List<Ink> stretches(int start, int end, Function<TextStyle, Color> of) {
            List<Ink> inks = new ArrayList<>();
            int at = 0;
            for (Styled.Run run : source.runs()) {
                int from = Math.max(at, start) - start;
                int to = Math.min(at + run.text().length(), end) - start;
                at += run.text().length();
                if (from >= to) continue;
                Ink last = inks.isEmpty() ? null : inks.getLast();
                Color color = of.apply(run.style());
                if (last != null && last.color.equals(color)) inks.set(inks.size() - 1, new Ink(last.start, to, color));
                else inks.add(new Ink(from, to, color));
            }
            return List.copyOf(inks);
        }

        private TextStyle tallest(int start, int end) {
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

        private AttributedString attributed() {
            AttributedString all = new AttributedString(InlineEmoji.masked(drawable(text), emoji));
            int at = 0;
            for (Styled.Run run : source.runs()) {
                int end = at + run.text().length();
                if (end == at) continue;
                style(all, run.style(), at, end);
                switch (run.kind()) {
                    case TEXT -> { }
                    case SYNTAX -> replace(all, Sign.blank(run.room() * digit(run.style())), at, end);
                    case MARKER -> replace(all, at == 0 ? sign : Sign.blank(0), at, end);
                }
                at = end;
            }
            for (InlineEmoji each : emoji) replace(all, Sign.blank(each.advance()), each.start(), each.end());
            return all;
        }

        private double digit(TextStyle style) {
            return fonts.font(style).getStringBounds("0", Fonts.METRICS).getWidth();
        }

        /** The first unit is shown as a sign, the others as nothing. */
        private static void replace(AttributedString all, Sign first, int start, int end) {
            all.addAttribute(TextAttribute.CHAR_REPLACEMENT, first, start, start + 1);
            if (end > start + 1) all.addAttribute(TextAttribute.CHAR_REPLACEMENT, Sign.blank(0), start + 1, end);
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
