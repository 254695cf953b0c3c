// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.font.TextHitInfo;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

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
            for (Paragraph.Line line : paragraphs.get(i).lines) {
                if (maxLines == 0 || lines < maxLines) shown = top + line.top() + line.height();
                lines++;
            }
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
        return paragraphs.stream().mapToInt(p -> p.lines.size()).sum();
    }

    int lineEnd(int number) {
        int left = number;
        for (int i = 0; i < paragraphs.size(); i++) {
            List<Paragraph.Line> lines = paragraphs.get(i).lines;
            if (left < lines.size()) return starts[i] + lines.get(left).end();
            left -= lines.size();
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
            for (Paragraph.Line line : p.lines) {
                boolean inside = line.end() > 0 && line.end() < p.text.length();
                if (inside && Character.isLetterOrDigit(p.text.charAt(line.end() - 1))
                        && Character.isLetterOrDigit(p.text.charAt(line.end())) && !Character.isIdeographic(
                        p.text.codePointAt(line.end()))) return true;
            }
        }
        return false;
    }

    /** Distance from the top to the first baseline. */
    public double firstBaseline() {
        return paragraphs.getFirst().lines.getFirst().baseline();
    }

    /**
     * What to fill to draw the text, from the top. Outlines, and not a font's bitmaps, because those stand on whole
     * pixels: letters would jump when a card is zoomed, and an export would differ from the window.
     *
     * @param from lines that end above are left out, likewise those that begin below {@code to}
     */
    public List<Glyphs> glyphs(double from, double to) {
        List<Glyphs> drawn = grounds(from, to);
        each(from, to, (line, top) -> draw(drawn, line, top));
        return drawn;
    }

    /** What {@link #glyphs} draws that is no text to others: emoji in their colours. */
    public List<Glyphs> emoji(double from, double to) {
        List<Glyphs> drawn = new ArrayList<>();
        each(from, to, (line, top) -> emoji(drawn, line, top));
        return drawn;
    }

    /** @param use is told of a line and where its paragraph begins */
    private void each(double from, double to, BiConsumer<Paragraph.Line, Double> use) {
        for (int i = paragraphAt(from); i < paragraphs.size() && tops[i] < to; i++) {
            for (Paragraph.Line line : paragraphs.get(i).lines) {
                double top = tops[i] + line.top();
                if (top > height - 0.01) return;
                if (line.layout() != null && top < to && top + line.height() > from) use.accept(line, tops[i]);
            }
        }
    }

    private static void emoji(List<Glyphs> drawn, Paragraph.Line line, double top) {
        for (Paragraph.Placed each : line.emoji()) each.emoji().draw(drawn, line.x() + each.x(), top + line.baseline());
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

    double top(int paragraph) {
        return tops[paragraph];
    }

    /** Where a line is, for what is too small to be read. */
    public record Bar(Rect at, Color color) {}

    /** The height of the first line, by which all are judged. */
    public double lineHeight() {
        return paragraphs.getFirst().lines.getFirst().height();
    }

    /** The lines as bars, as high as small letters. @param from see {@link #glyphs} */
    public List<Bar> bars(double from, double to) {
        List<Bar> bars = new ArrayList<>();
        for (int i = paragraphAt(from); i < paragraphs.size() && tops[i] < to; i++) {
            for (Paragraph.Line line : paragraphs.get(i).lines) {
                double top = tops[i] + line.top();
                if (top > height - 0.01) return bars;
                if (line.layout() == null || top >= to || top + line.height() <= from) continue;
                Rect at = new Rect(line.x(), top + line.height() * 0.3, line.layout().getVisibleAdvance(),
                        line.height() * 0.4);
                bars.add(new Bar(at, line.inks().getFirst().color()));
            }
        }
        return bars;
    }

    private static void draw(List<Glyphs> drawn, Paragraph.Line line, double top) {
        AffineTransform place = AffineTransform.getTranslateInstance(line.x(), top + line.baseline());
        Shape outline = line.layout().getOutline(place);
        boolean one = line.inks().size() == 1;
        for (Paragraph.Ink ink : line.inks()) {
            Optional<Shape> within = one ? Optional.empty() : Optional.of(place.createTransformedShape(
                    line.layout().getLogicalHighlightShape(ink.start(), ink.end())));
            drawn.add(new Glyphs(outline, ink.color(), within, true));
        }
        emoji(drawn, line, top);
    }

    // carets

    /** Where the caret stands before a unit: of no width, as high as its line. */
    public Rect caret(int offset) {
        return caret(offset, false);
    }

    /** @param lineEnd at a soft line break, whether the end of the upper line is meant, not the start of the lower */
    public Rect caret(int offset, boolean lineEnd) {
        Position at = position(offset, lineEnd);
        Paragraph.Line line = at.line();
        double x = line.x();
        if (line.layout() != null) {
            x += line.layout().getCaretInfo(TextHitInfo.afterOffset(at.within() - line.start()))[0];
        }
        return new Rect(Math.clamp(x, 0, Math.max(0, width)), tops[at.paragraph()] + line.top(), 0, line.height());
    }

    /** A place between units, and at a soft line break the end of which line. */
    public record Hit(int offset, boolean lineEnd) {}

    /** The place nearest to a point. */
    public Hit hit(double x, double y) {
        int p = paragraphAt(y);
        Paragraph.Line line = lineAt(paragraphs.get(p), y - tops[p]);
        return hitLine(p, line, x);
    }

    private Hit hitLine(int p, Paragraph.Line line, double x) {
        if (line.layout() == null) return new Hit(starts[p], false);
        TextHitInfo hit = line.layout().hitTestChar((float) (x - line.x()), 0);
        int within = Math.clamp(line.start() + hit.getInsertionIndex(), line.start(), line.end());
        for (Paragraph.Placed each : line.emoji()) {
            boolean inside = within > each.emoji().start() && within < each.emoji().end();
            if (inside) within = Math.min(each.emoji().end(), line.end());
        }
        within = Math.max(within, Math.min(paragraphs.get(p).marker, line.end()));
        boolean soft = within == line.end() && line.end() < paragraphs.get(p).text.length();
        int visible = soft ? lastVisible(paragraphs.get(p), line) : within;
        return new Hit(starts[p] + visible, soft && visible == line.end());
    }

    /** Before the white space at which a line was broken, so that the caret stays on the line that was pressed. */
    private static int lastVisible(Paragraph p, Paragraph.Line line) {
        boolean space = line.end() > line.start() && Character.isWhitespace(p.text.charAt(line.end() - 1));
        return space ? line.end() - 1 : line.end();
    }

    /** The unit that is drawn at a point; empty beside the text. */
    public Optional<Integer> unitAt(double x, double y) {
        if (y < 0 || y >= height || plain.isEmpty()) return Optional.empty();
        int p = paragraphAt(y);
        Paragraph.Line line = lineAt(paragraphs.get(p), y - tops[p]);
        double within = x - line.x();
        if (line.layout() == null || within < 0 || within >= line.advance()) return Optional.empty();
        int unit = line.start() + line.layout().hitTestChar((float) within, 0).getCharIndex();
        return Optional.of(starts[p] + Math.clamp(unit, line.start(), line.end() - 1));
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

    /** What is marked when a range is selected; line ends inside it show as a small space. */
    public List<Rect> selection(int from, int to) {
        List<Rect> areas = new ArrayList<>();
        int last = paragraph(to);
        for (int i = paragraph(from); i <= last; i++) {
            for (Paragraph.Line line : paragraphs.get(i).lines) select(areas, i, line, from - starts[i], to - starts[i]);
        }
        return areas;
    }

    private void select(List<Rect> areas, int p, Paragraph.Line line, int from, int to) {
        int first = Math.max(from, line.start());
        int last = Math.min(to, line.end());
        double top = tops[p] + line.top();
        if (line.layout() != null && first < last) {
            Shape shape = line.layout().getLogicalHighlightShape(first - line.start(), last - line.start());
            Rectangle2D box = shape.getBounds2D();
            double right = Math.min(line.x() + box.getMaxX(), Math.max(width, 1));
            areas.add(new Rect(line.x() + box.getX(), top, Math.max(0, right - line.x() - box.getX()), line.height()));
        }
        boolean paragraphEnd = line.end() == paragraphs.get(p).text.length();
        if (paragraphEnd && from <= line.end() && to > line.end()) {
            areas.add(new Rect(Math.min(line.x() + line.advance(), width), top, 4, line.height()));
        }
    }

    /** The place on the line above or below, nearest to {@code x}; the text's start or end beyond the last. */
    public Hit vertical(int offset, boolean lineEnd, double x, int direction) {
        Position at = position(offset, lineEnd);
        int p = at.paragraph();
        int next = paragraphs.get(p).lines.indexOf(at.line()) + direction;
        if (next < 0 && --p >= 0) next = paragraphs.get(p).lines.size() - 1;
        else if (next >= 0 && next >= paragraphs.get(p).lines.size()) {
            p++;
            next = 0;
        }
        if (p < 0) return new Hit(0, false);
        if (p >= paragraphs.size()) return new Hit(plain.length(), false);
        return hitLine(p, paragraphs.get(p).lines.get(next), x);
    }

    /** The start of the caret's line. */
    public int lineStart(int offset, boolean lineEnd) {
        Position at = position(offset, lineEnd);
        return starts[at.paragraph()] + Math.max(at.line().start(), Math.min(paragraphs.get(at.paragraph()).marker,
                at.line().end()));
    }

    /** The end of the caret's line. */
    public Hit lineEnd(int offset, boolean lineEnd) {
        Position at = position(offset, lineEnd);
        boolean soft = at.line().end() < paragraphs.get(at.paragraph()).text.length();
        return new Hit(starts[at.paragraph()] + at.line().end(), soft);
    }

    /** Whether the caret's line reads from right to left where the caret stands. */
    public boolean rightToLeft(int offset) {
        Position at = position(offset, false);
        Paragraph.Line line = at.line();
        if (line.layout() == null || line.layout().isLeftToRight() && !line.layout().isVertical() && !mixed(line)) {
            return line.layout() != null && !line.layout().isLeftToRight();
        }
        int within = Math.clamp(at.within() - line.start(), 0, line.end() - line.start() - 1);
        return line.layout().getCharacterLevel(within) % 2 == 1;
    }

    private static boolean mixed(Paragraph.Line line) {
        int first = line.layout().getCharacterLevel(0);
        for (int i = 1; i < line.layout().getCharacterCount(); i++) {
            if (line.layout().getCharacterLevel(i) != first) return true;
        }
        return first % 2 == 1;
    }

    private record Position(int paragraph, Paragraph.Line line, int within) {}

    private Position position(int offset, boolean lineEnd) {
        int bounded = Math.clamp(offset, 0, plain.length());
        int p = paragraph(bounded);
        int within = Math.min(bounded - starts[p], paragraphs.get(p).text.length());
        List<Paragraph.Line> lines = paragraphs.get(p).lines;
        for (Paragraph.Line line : lines) {
            if (within < line.end() || within == line.end() && (lineEnd || line == lines.getLast())) {
                return new Position(p, line, within);
            }
        }
        return new Position(p, lines.getLast(), within);
    }

    int paragraphAt(double y) {
        int p = java.util.Arrays.binarySearch(tops, y);
        return p >= 0 ? p : Math.max(0, -p - 2);
    }

    private static Paragraph.Line lineAt(Paragraph paragraph, double y) {
        for (Paragraph.Line line : paragraph.lines) if (y < line.top() + line.height()) return line;
        return paragraph.lines.getLast();
    }
}
