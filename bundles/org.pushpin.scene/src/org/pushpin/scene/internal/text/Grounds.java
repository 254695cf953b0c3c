// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Styled;

/** What lies behind a block's text: grounds of code, bars of quotations, lines across. */
record Grounds(TextBlock block) {

    private static final double RADIUS = 6;
    private static final double INLINE_RADIUS = 3;
    private static final double BAR = 3;

    void draw(List<TextBlock.Glyphs> drawn, double from, double to) {
        int count = block.paragraphs.size();
        for (int i = block.paragraphAt(from); i < count && block.top(i) < to;) {
            Styled.Lead lead = block.paragraphs.get(i).source.lead();
            int first = i;
            while (first > 0 && joins(lead, first - 1)) first--;
            int end = i + 1;
            while (end < count && joins(lead, end)) end++;
            double top = block.top(first);
            double bottom = block.top(end - 1) + block.paragraphs.get(end - 1).height;
            lead.ground().ifPresent(color -> drawn.add(glyphs(rounded(0, top, block.width(), bottom - top, RADIUS), color)));
            lead.bar().ifPresent(color -> drawn.add(glyphs(rounded(0, top, BAR, bottom - top, BAR), color)));
            for (int p = i; p < end && block.top(p) < to; p++) paragraph(drawn, p, from, to);
            i = end;
        }
    }

    /** Whether a paragraph shares what lies behind with its neighbours. */
    private boolean joins(Styled.Lead lead, int other) {
        boolean any = lead.ground().isPresent() || lead.bar().isPresent();
        Styled.Lead neighbour = block.paragraphs.get(other).source.lead();
        return any && neighbour.ground().equals(lead.ground()) && neighbour.bar().equals(lead.bar());
    }

    private void paragraph(List<TextBlock.Glyphs> drawn, int p, double from, double to) {
        Paragraph paragraph = block.paragraphs.get(p);
        if (paragraph.source.lead().sign() == Styled.Sign.RULE && paragraph.lines().size() == 1 && hidden(paragraph)) {
            double y = block.top(p) + paragraph.height / 2;
            drawn.add(glyphs(new Rectangle2D.Double(0, y - 0.5, block.width(), 1), paragraph.source.style().color()));
        }
        for (Line line : paragraph.lines()) {
            boolean seen = block.top(p) + line.top() < to && block.top(p) + line.bottom() > from;
            if (seen) for (Line.Ink ground : line.grounds()) inline(drawn, block.top(p), line, ground);
        }
    }

    /** While its text is shown, a line across would strike it out. */
    private static boolean hidden(Paragraph paragraph) {
        return paragraph.source.runs().stream().allMatch(run -> run.kind() == Styled.Kind.SYNTAX);
    }

    private static void inline(List<TextBlock.Glyphs> drawn, double top, Line line, Line.Ink ground) {
        Rectangle2D at = line.layout().getLogicalHighlightShape(ground.start(), ground.end()).getBounds2D();
        double y = top + line.top() + 1;
        drawn.add(glyphs(rounded(line.x() + at.getX() - 1, y, at.getWidth() + 2, line.height() - 2, INLINE_RADIUS),
                ground.color()));
    }

    private static Shape rounded(double x, double y, double width, double height, double radius) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
    }

    private static TextBlock.Glyphs glyphs(Shape shape, Color color) {
        return new TextBlock.Glyphs(shape, color, Optional.empty(), true);
    }
}
