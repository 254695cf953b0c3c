// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.content.Styled;
import org.pushpin.scene.Poster;

/**
 * Text laid out in lines of a width, with the geometry of its carets. Offsets are UTF-16 units of the plain text;
 * positions are board units from the block's top left corner. Immutable, any thread. Making one after another of
 * nearly the same text costs what the paragraphs cost that differ.
 */
public final class TextBlock {

    /** Where lines stand; START is the left of a paragraph that reads to the right, the right of one that does not. */
    public enum Alignment { START, CENTER, END }

    /**
     * Outlines to fill, in the block's coordinates.
     *
     * @param within what of the line is this colour's; empty where all of it is
     * @param letters whether they are letters, or else part of a picture
     */
    public record Glyphs(Shape outline, Color color, Optional<Shape> within, boolean letters) {}

    private final Styled text;
    private final String plain;
    final List<Paragraph> paragraphs;
    private final int[] starts;
    private final double[] tops;
    private final double width;
    private final double height;
    private final Carets carets = new Carets(this);

    TextBlock(Styled text, List<Paragraph> paragraphs, double width, int maxLines) {
        this.text = text;
        this.plain = text.plain();
        this.paragraphs = paragraphs;
        this.width = width;
        starts = new int[paragraphs.size()];
        tops = new double[paragraphs.size()];
        double top = 0;
        int start = 0;
        int lines = 0;
        double shown = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start;
            tops[i] = top;
            Paragraph paragraph = paragraphs.get(i);
            boolean whole = maxLines == 0 || lines + paragraph.lines().size() <= maxLines;
            if (whole) shown = top + paragraph.height;
            else if (lines < maxLines) {
                Line last = paragraph.lines().get(maxLines - lines - 1);
                shown = top + last.top() + last.height();
            }
            lines += paragraph.lines().size();
            start += paragraphs.get(i).text.length() + 1;
            top += paragraphs.get(i).height + gapBelow(i);
        }
        height = shown;
    }

    private double gapBelow(int paragraph) {
        if (paragraph + 1 == paragraphs.size()) return 0;
        return paragraphs.get(paragraph).source.lead().below() + paragraphs.get(paragraph + 1).source.lead().above();
    }

    /** Lays out text, reusing the paragraphs of an earlier block where they are the same; it may be null. */
    public static TextBlock of(Styled text, double width, Alignment alignment, Fonts fonts, TextBlock earlier) {
        return new TextMaker(width, alignment, fonts, earlier).make(text, 0);
    }

    /** The same with at most that many lines, the last one ending with an ellipsis where text is left out. */
    public static TextBlock limited(Styled text, double width, Alignment alignment, int maxLines, Fonts fonts) {
        TextMaker maker = new TextMaker(width, alignment, fonts, null);
        TextBlock all = maker.make(text, maxLines);
        return maxLines == 0 || all.lineCount() <= maxLines ? all : maker.shortened(all, maxLines);
    }

    int lineCount() {
        return paragraphs.stream().mapToInt(p -> p.lines().size()).sum();
    }

    int lineEnd(int number) {
        int left = number;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (left < paragraph.lines().size()) return starts[i] + paragraph.lines().get(left).end();
            left -= paragraph.lines().size();
        }
        return plain.length();
    }

    public Styled text() {
        return text;
    }

    public String plain() {
        return plain;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** The widest line, without white space at its end. */
    public double visibleWidth() {
        return paragraphs.stream().mapToDouble(Paragraph::visibleWidth).max().orElse(0);
    }

    /** Whether a line ends within a word, because that is wider than the block. */
    public boolean breaksWords() {
        for (Paragraph p : paragraphs) {
            for (int line = 0; line < p.lines().size(); line++) {
                int end = p.lines().get(line).end();
                boolean inside = end > 0 && end < p.text.length();
                if (inside && Character.isLetterOrDigit(p.text.charAt(end - 1)) && Character.isLetterOrDigit(p.text.charAt(end))
                        && !Character.isIdeographic(p.text.codePointAt(end))) return true;
            }
        }
        return false;
    }

    /** Distance from the top to the first baseline. */
    public double firstBaseline() {
        return paragraphs.getFirst().lines().getFirst().baseline();
    }

    /**
     * What to fill to draw the text, from the top. Outlines, and not a font's bitmaps, because those stand on whole
     * pixels: letters would jump when a card is zoomed, and an export would differ from the window.
     *
     * @param from lines that end above are left out, likewise those that begin below {@code to}
     */
    public List<Glyphs> glyphs(double from, double to) {
        return new Outlines(this).glyphs(from, to);
    }

    /** What {@link #glyphs} draws that is no text to others: emoji in their colours. */
    public List<Glyphs> emoji(double from, double to) {
        return new Outlines(this).emoji(from, to);
    }

    /** What {@link #glyphs} draws behind the text. */
    public List<Glyphs> grounds(double from, double to) {
        List<Glyphs> drawn = new ArrayList<>();
        new Grounds(this).draw(drawn, from, Math.min(to, height));
        return drawn;
    }

    /** The lines themselves, for what takes text as text. @param from see {@link #glyphs} */
    public List<Poster.Line> lines(double from, double to) {
        return new Written(this).lines(from, to);
    }

    /** An area outside which this looks like another block of its width, without what letters reach beyond their line. */
    public Rect differs(TextBlock before) {
        return new Difference(before, this).area();
    }

    /** Where a paragraph begins. */
    int startOf(int paragraph) {
        return starts[paragraph];
    }

    double top(int paragraph) {
        return tops[paragraph];
    }

    /** Where a line is, for what is too small to be read. */
    public record Bar(Rect at, Color color) {}

    /** The height of the first line, by which all are judged. */
    public double lineHeight() {
        return paragraphs.getFirst().lines().getFirst().height();
    }

    /** The lines as bars, as high as small letters. @param from see {@link #glyphs} */
    public List<Bar> bars(double from, double to) {
        return new Outlines(this).bars(from, to);
    }

    // carets

    /** A place between units, and at a soft line break the end of which line. */
    public record Hit(int offset, boolean lineEnd) {}

    /** Where the caret stands before a unit: of no width, as high as its line. */
    public Rect caret(int offset) {
        return carets.caret(offset, false);
    }

    /** @param lineEnd at a soft line break, whether the end of the upper line is meant, not the start of the lower */
    public Rect caret(int offset, boolean lineEnd) {
        return carets.caret(offset, lineEnd);
    }

    /** The place nearest to a point. */
    public Hit hit(double x, double y) {
        return carets.hit(x, y);
    }

    /** What is marked when a range is selected; line ends inside it show as a small space. */
    public List<Rect> selection(int from, int to) {
        return carets.selection(from, to, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same, as far as it lies between two heights: costs what lies there. */
    public List<Rect> selection(int from, int to, double top, double bottom) {
        return carets.selection(from, to, top, bottom);
    }

    /** The place on the line above or below, nearest to {@code x}; the text's start or end beyond the last. */
    public Hit vertical(int offset, boolean lineEnd, double x, int direction) {
        return carets.vertical(offset, lineEnd, x, direction);
    }

    /** The start of the caret's line. */
    public int lineStart(int offset, boolean lineEnd) {
        return carets.lineStart(offset, lineEnd);
    }

    /** The end of the caret's line. */
    public Hit lineEnd(int offset, boolean lineEnd) {
        return carets.lineEnd(offset, lineEnd);
    }

    /** Whether the caret's line reads from right to left where the caret stands. */
    public boolean rightToLeft(int offset) {
        return carets.rightToLeft(offset);
    }

    /** The unit that is drawn at a point; empty beside the text. */
    public Optional<Integer> unitAt(double x, double y) {
        return carets.unitAt(x, y);
    }

    /** The run that a unit belongs to; empty for a line's end. */
    public Optional<Styled.Run> run(int unit) {
        int p = paragraph(unit);
        int at = starts[p];
        for (Styled.Run run : paragraphs.get(p).source.runs()) {
            at += run.text().length();
            if (unit < at) return Optional.of(run);
        }
        return Optional.empty();
    }

    // paragraphs

    /** The number of the paragraph that an offset is in. */
    public int paragraph(int offset) {
        int p = java.util.Arrays.binarySearch(starts, Math.clamp(offset, 0, plain.length()));
        return p < 0 ? -p - 2 : p;
    }

    /** The paragraph that an offset is in, as it was styled. */
    public Styled.Paragraph source(int offset) {
        return paragraphs.get(paragraph(offset)).source;
    }

    /** Where the paragraph begins that an offset is in. */
    public int start(int offset) {
        return starts[paragraph(offset)];
    }

    /** Where its text begins, behind a marker. */
    public int textStart(int offset) {
        int p = paragraph(offset);
        return starts[p] + paragraphs.get(p).marker;
    }

    /** Off a marker, where no caret stands: forward, or going back to the paragraph before. */
    public int offMarker(int offset, int direction) {
        int first = textStart(offset);
        if (offset >= first) return offset;
        int start = start(offset);
        return direction < 0 && start > 0 ? start - 1 : first;
    }

    /** The paragraph at a height, or the nearest. */
    int paragraphAt(double y) {
        int p = java.util.Arrays.binarySearch(tops, y);
        return p >= 0 ? p : Math.max(0, -p - 2);
    }
}
