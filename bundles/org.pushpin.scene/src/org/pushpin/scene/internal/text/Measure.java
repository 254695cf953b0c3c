// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/**
 * Finds where the lines of a plain paragraph end without laying it out: by the widths of its characters, in the way of
 * {@link java.awt.font.LineBreakMeasurer}, which adds up advances without kerning. Plain is what is written in letters of Europe with
 * Inter, whose characters are as wide beside each other as alone, but for arrows and a cross between digits. A tenth of what layout costs,
 * or less. One thread, one use.
 */
final class Measure {

    /** As Java has it: by so much a line may be too wide. */
    private static final float EPSILON = 0.005f;

    private final Paragraph of;
    private final Indents indents;
    private final float[] advances;
    private BreakIterator breaks;

    private Measure(Paragraph of, Indents indents, float[] advances) {
        this.of = of;
        this.indents = indents;
        this.advances = advances;
    }

    /** What can be measured, or null where a paragraph is not plain. */
    static Measure of(Paragraph paragraph, Fonts fonts) {
        if (paragraph.text.isEmpty()) return null;
        Sign sign = Indents.sign(paragraph, fonts);
        float[] advances = advances(paragraph, sign, fonts);
        if (advances == null) return null;
        return new Measure(paragraph, Indents.of(paragraph, sign), advances);
    }

    /** Of each unit; null where the paragraph is not plain. */
    private static float[] advances(Paragraph paragraph, Sign sign, Fonts fonts) {
        float[] advances = new float[paragraph.text.length()];
        int at = 0;
        for (Styled.Run run : paragraph.source.runs()) {
            int end = at + run.text().length();
            if (end == at) continue;
            switch (run.kind()) {
                case TEXT -> {
                    if (!plain(run.style(), paragraph.text, at, end, advances, fonts)) return null;
                }
                case SYNTAX -> advances[at] = (float) (run.room() * fonts.digit(run.style()));
                case MARKER -> advances[at] = at == 0 && sign != null ? sign.getAdvance() : 0;
            }
            at = end;
        }
        return advances;
    }

    private static boolean plain(TextStyle style, String text, int from, int to, float[] advances, Fonts fonts) {
        Advances of = fonts.advances(style).orElse(null);
        if (of == null) return false;
        for (int i = from; i < to; i++) {
            float advance = of.of(text.charAt(i));
            if (Float.isNaN(advance) || isCross(text, i)) return false;
            advances[i] = advance;
        }
        return true;
    }

    /** Between digits, with or without spaces, Inter makes another sign of it. */
    private static boolean isCross(String text, int at) {
        return text.charAt(at) == 'x' && isDigitBeside(text, at, -1) && isDigitBeside(text, at, 1);
    }

    private static boolean isDigitBeside(String text, int at, int step) {
        int next = at + step;
        while (next >= 0 && next < text.length() && text.charAt(next) == ' ') next += step;
        return next >= 0 && next < text.length() && isDigit(text.charAt(next));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // lines

    /** Not laid out yet. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean left = of.alignment == TextBlock.Alignment.START;
        for (int start = 0; start < advances.length;) {
            int end = end(start);
            double top = lines.isEmpty() ? 0 : lines.getLast().bottom();
            lines.add(new Line(of, start, end, top, of.tallest(start, end), left ? indents.left(start) : Double.NaN));
            start = end;
        }
        return lines;
    }

    /** Where the line ends that begins with a unit. */
    private int end(int start) {
        int beyond = beyond(start, (float) indents.room(start));
        if (beyond == advances.length) return beyond;
        if (breaks == null) {
            breaks = new LineBreaks();
            breaks.setText(of.text);
        }
        if (Character.isWhitespace(of.text.charAt(beyond))) return breaks.following(beyond);
        int end;
        if (beyond + 1 == advances.length) {
            breaks.last();
            end = breaks.previous();
        } else {
            end = breaks.preceding(beyond + 1);
        }
        return end > start ? end : Math.max(start + 1, beyond);
    }

    /** The first unit for which there is no room. */
    private int beyond(int start, float room) {
        float left = room;
        int at = start;
        for (; at < advances.length; at++) {
            left -= advances[at];
            if (left < -EPSILON) break;
        }
        return at;
    }
}
