// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Shape;
import java.awt.font.TextHitInfo;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Rect;

/** Where carets stand in a block, and what is marked between two of them. Costs the paragraphs that are asked about. */
record Carets(TextBlock block) {

    /** @param lineEnd at a soft line break, whether the end of the upper line is meant, not the start of the lower */
    Rect caret(int offset, boolean lineEnd) {
        Position at = position(offset, lineEnd);
        Line line = at.line();
        double x = line.x();
        if (line.layout() != null) {
            x += line.layout().getCaretInfo(TextHitInfo.afterOffset(at.within() - line.start()))[0];
        }
        return new Rect(Math.clamp(x, 0, Math.max(0, block.width())), block.top(at.paragraph()) + line.top(), 0, line.height());
    }

    /** The place nearest to a point. */
    TextBlock.Hit hit(double x, double y) {
        int p = block.paragraphAt(y);
        Line line = block.paragraphs.get(p).lineAt(y - block.top(p));
        return hitLine(p, line, x);
    }

    private TextBlock.Hit hitLine(int p, Line line, double x) {
        if (line.layout() == null) return new TextBlock.Hit(block.startOf(p), false);
        TextHitInfo hit = line.layout().hitTestChar((float) (x - line.x()), 0);
        int within = Math.clamp(line.start() + hit.getInsertionIndex(), line.start(), line.end());
        for (Line.Placed each : line.emoji()) {
            boolean inside = within > each.emoji().start() && within < each.emoji().end();
            if (inside) within = Math.min(each.emoji().end(), line.end());
        }
        within = Math.max(within, Math.min(block.paragraphs.get(p).marker, line.end()));
        boolean soft = within == line.end() && line.end() < block.paragraphs.get(p).text.length();
        int visible = soft ? lastVisible(block.paragraphs.get(p), line) : within;
        return new TextBlock.Hit(block.startOf(p) + visible, soft && visible == line.end());
    }

    /** Before the white space at which a line was broken, so that the caret stays on the line that was pressed. */
    private static int lastVisible(Paragraph p, Line line) {
        boolean space = line.end() > line.start() && Character.isWhitespace(p.text.charAt(line.end() - 1));
        return space ? line.end() - 1 : line.end();
    }

    /** The unit that is drawn at a point; empty beside the text. */
    Optional<Integer> unitAt(double x, double y) {
        if (y < 0 || y >= block.height() || block.plain().isEmpty()) return Optional.empty();
        int p = block.paragraphAt(y);
        Line line = block.paragraphs.get(p).lineAt(y - block.top(p));
        double within = x - line.x();
        if (line.layout() == null || within < 0 || within >= line.advance()) return Optional.empty();
        int unit = line.start() + line.layout().hitTestChar((float) within, 0).getCharIndex();
        return Optional.of(block.startOf(p) + Math.clamp(unit, line.start(), line.end() - 1));
    }

    /** What is marked of a range between two heights; line ends inside it show as a small space. */
    List<Rect> selection(int from, int to, double top, double bottom) {
        List<Rect> areas = new ArrayList<>();
        int last = block.paragraph(to);
        for (int i = Math.max(block.paragraph(from), block.paragraphAt(top)); i <= last && block.top(i) < bottom; i++) {
            for (Line line : block.paragraphs.get(i).lines()) {
                boolean seen = block.top(i) + line.bottom() > top && block.top(i) + line.top() < bottom;
                if (seen) select(areas, i, line, from - block.startOf(i), to - block.startOf(i));
            }
        }
        return areas;
    }

    private void select(List<Rect> areas, int p, Line line, int from, int to) {
        int first = Math.max(from, line.start());
        int last = Math.min(to, line.end());
        double top = block.top(p) + line.top();
        if (first < last && line.layout() != null) {
            Shape shape = line.layout().getLogicalHighlightShape(first - line.start(), last - line.start());
            Rectangle2D box = shape.getBounds2D();
            double right = Math.min(line.x() + box.getMaxX(), Math.max(block.width(), 1));
            areas.add(new Rect(line.x() + box.getX(), top, Math.max(0, right - line.x() - box.getX()), line.height()));
        }
        boolean paragraphEnd = line.end() == block.paragraphs.get(p).text.length();
        if (paragraphEnd && from <= line.end() && to > line.end()) {
            areas.add(new Rect(Math.min(line.x() + line.advance(), block.width()), top, 4, line.height()));
        }
    }

    /** The place on the line above or below, nearest to {@code x}; the text's start or end beyond the last. */
    TextBlock.Hit vertical(int offset, boolean lineEnd, double x, int direction) {
        Position at = position(offset, lineEnd);
        int p = at.paragraph();
        int next = block.paragraphs.get(p).lines().indexOf(at.line()) + direction;
        if (next < 0 && --p >= 0) next = block.paragraphs.get(p).lines().size() - 1;
        else if (next >= 0 && next >= block.paragraphs.get(p).lines().size()) {
            p++;
            next = 0;
        }
        if (p < 0) return new TextBlock.Hit(0, false);
        if (p >= block.paragraphs.size()) return new TextBlock.Hit(block.plain().length(), false);
        return hitLine(p, block.paragraphs.get(p).lines().get(next), x);
    }

    /** The start of the caret's line. */
    int lineStart(int offset, boolean lineEnd) {
        Position at = position(offset, lineEnd);
        return block.startOf(at.paragraph()) + Math.max(at.line().start(), Math.min(block.paragraphs.get(at.paragraph()).marker,
                at.line().end()));
    }

    /** The end of the caret's line. */
    TextBlock.Hit lineEnd(int offset, boolean lineEnd) {
        Position at = position(offset, lineEnd);
        boolean soft = at.line().end() < block.paragraphs.get(at.paragraph()).text.length();
        return new TextBlock.Hit(block.startOf(at.paragraph()) + at.line().end(), soft);
    }

    /** Whether the caret's line reads from right to left where the caret stands. */
    boolean rightToLeft(int offset) {
        Position at = position(offset, false);
        Line line = at.line();
        if (line.layout() == null || line.layout().isLeftToRight() && !line.layout().isVertical() && !mixed(line)) {
            return line.layout() != null && !line.layout().isLeftToRight();
        }
        int within = Math.clamp(at.within() - line.start(), 0, line.end() - line.start() - 1);
        return line.layout().getCharacterLevel(within) % 2 == 1;
    }

    private static boolean mixed(Line line) {
        int first = line.layout().getCharacterLevel(0);
        for (int i = 1; i < line.layout().getCharacterCount(); i++) {
            if (line.layout().getCharacterLevel(i) != first) return true;
        }
        return first % 2 == 1;
    }

    private record Position(int paragraph, Line line, int within) {}

    private Position position(int offset, boolean lineEnd) {
        int bounded = Math.clamp(offset, 0, block.plain().length());
        int p = block.paragraph(bounded);
        int within = Math.min(bounded - block.startOf(p), block.paragraphs.get(p).text.length());
        List<Line> lines = block.paragraphs.get(p).lines();
        for (Line line : lines) {
            if (within < line.end() || within == line.end() && (lineEnd || line == lines.getLast())) {
                return new Position(p, line, within);
            }
        }
        return new Position(p, lines.getLast(), within);
    }
}
