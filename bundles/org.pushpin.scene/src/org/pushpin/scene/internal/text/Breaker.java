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
import org.pushpin.scene.internal.text.Line.Ink;
import org.pushpin.scene.internal.text.Line.Placed;

/** Lays out the lines of a paragraph; exists while that is done. Costs what the text costs. */
final class Breaker {

    private final Paragraph of;
    private final Styled.Paragraph source;
    private final String text;
    private final Fonts fonts;
    private final Sign sign;
    private final Indents indents;
    private final List<InlineEmoji> emoji;

    /** @param plain whether there are no emoji */
    Breaker(Paragraph of, Fonts fonts, boolean plain) {
        this.of = of;
        this.fonts = fonts;
        source = of.source;
        text = of.text;
        emoji = plain ? List.of() : InlineEmoji.of(source, text, fonts);
        sign = Indents.sign(of, fonts);
        indents = Indents.of(of, sign);
    }

    /** All lines, which Java breaks. */
    List<Line> lines() {
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed(0, text.length()).getIterator(), new LineBreaks(), Fonts.METRICS);
        List<Line> made = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            int start = measurer.getPosition();
            TextLayout layout = measurer.nextLayout((float) indents.room(start));
            int end = measurer.getPosition();
            double top = made.isEmpty() ? 0 : made.getLast().bottom();
            made.add(new Line(of, start, end, top, of.tallest(start, end), body(start, end, layout)));
        }
        return made;
    }

    /** One line, of which is known where it ends. */
    Line.Body body(int start, int end) {
        return body(start, end, new TextLayout(attributed(start, end).getIterator(), Fonts.METRICS));
    }

    private Line.Body body(int start, int end, TextLayout layout) {
        double left = indents.left(start);
        double free = Math.max(0, indents.room(start) - layout.getVisibleAdvance());
        boolean leftToRight = layout.isLeftToRight();
        double x = switch (of.alignment) {
            case START -> leftToRight ? left : of.width - left - layout.getAdvance();
            case CENTER -> left + free / 2;
            case END -> leftToRight ? left + free : 0;
        };
        return new Line.Body(layout, x, stretches(start, end, TextStyle::color), grounds(start, end), emoji(start, end, layout));
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
        return all.stream().filter(ink -> !ink.color().equals(Color.CLEAR)).toList();
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
            if (last != null && last.color().equals(color)) inks.set(inks.size() - 1, new Ink(last.start(), to, color));
            else inks.add(new Ink(from, to, color));
        }
        return List.copyOf(inks);
    }

    /** A part of the text; of emoji there are none, or it is all of the text. */
    private AttributedString attributed(int from, int to) {
        AttributedString all = new AttributedString(InlineEmoji.masked(drawable(text.substring(from, to)), emoji));
        int at = 0;
        for (Styled.Run run : source.runs()) {
            int start = Math.max(at, from);
            int end = Math.min(at + run.text().length(), to);
            if (start < end) {
                style(all, run.style(), start, end, from);
                boolean begins = start == at;
                switch (run.kind()) {
                    case TEXT -> { }
                    case SYNTAX -> replace(all, Sign.blank(begins ? run.room() * fonts.digit(run.style()) : 0), start - from, end - from);
                    case MARKER -> replace(all, at == 0 && begins ? sign : Sign.blank(0), start - from, end - from);
                }
            }
            at += run.text().length();
        }
        for (InlineEmoji each : emoji) replace(all, Sign.blank(each.advance()), each.start(), each.end());
        return all;
    }

    /** The first unit is shown as a sign, the others as nothing. */
    private static void replace(AttributedString all, Sign first, int start, int end) {
        all.addAttribute(TextAttribute.CHAR_REPLACEMENT, first, start, start + 1);
        if (end > start + 1) all.addAttribute(TextAttribute.CHAR_REPLACEMENT, Sign.blank(0), start + 1, end);
    }

    /** @param from where in the text the attributed part begins */
    private void style(AttributedString all, TextStyle style, int start, int end, int from) {
        Font font = fonts.font(style);
        for (int at = start; at < end;) {
            boolean has = canDraw(font, at);
            int next = at;
            while (next < end && canDraw(font, next) == has) next += Character.charCount(text.codePointAt(next));
            next = Math.min(next, end);
            all.addAttribute(TextAttribute.FONT, has ? font : fonts.fallback(style), at - from, next - from);
            at = next;
        }
        if (style.underline()) all.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON, start - from, end - from);
        if (style.strike()) all.addAttribute(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON, start - from, end - from);
    }

    private boolean canDraw(Font font, int at) {
        int c = text.codePointAt(at);
        return font.canDisplay(c) || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
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
