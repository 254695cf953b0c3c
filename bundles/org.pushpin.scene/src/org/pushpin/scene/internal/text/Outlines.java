// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.pushpin.content.Rect;
import org.pushpin.scene.internal.text.TextBlock.Bar;
import org.pushpin.scene.internal.text.TextBlock.Glyphs;

/** What is filled to draw a block between two heights. Costs what lies there. */
record Outlines(TextBlock block) {

    List<Glyphs> glyphs(double from, double to) {
        List<Glyphs> drawn = block.grounds(from, to);
        each(from, to, (line, top) -> draw(drawn, line, top));
        return drawn;
    }

    List<Glyphs> emoji(double from, double to) {
        List<Glyphs> drawn = new ArrayList<>();
        each(from, to, (line, top) -> emoji(drawn, line, top));
        return drawn;
    }

    List<Bar> bars(double from, double to) {
        List<Bar> bars = new ArrayList<>();
        each(from, to, (line, paragraph) -> {
            double top = paragraph + line.top();
            Rect at = new Rect(line.x(), top + line.height() * 0.3, line.layout().getVisibleAdvance(), line.height() * 0.4);
            bars.add(new Bar(at, line.inks().getFirst().color()));
        });
        return bars;
    }

    /** @param use is told of a line and where its paragraph begins */
    private void each(double from, double to, BiConsumer<Line, Double> use) {
        for (int i = block.paragraphAt(from); i < block.paragraphs.size() && block.top(i) < to; i++) {
            for (Line line : block.paragraphs.get(i).lines()) {
                double top = block.top(i) + line.top();
                if (top > block.height() - 0.01) return;
                if (top < to && top + line.height() > from && line.layout() != null) use.accept(line, block.top(i));
            }
        }
    }

    private static void emoji(List<Glyphs> drawn, Line line, double top) {
        for (Line.Placed each : line.emoji()) each.emoji().draw(drawn, line.x() + each.x(), top + line.baseline());
    }

    private static void draw(List<Glyphs> drawn, Line line, double top) {
        AffineTransform place = AffineTransform.getTranslateInstance(line.x(), top + line.baseline());
        Shape outline = line.layout().getOutline(place);
        boolean one = line.inks().size() == 1;
        for (Line.Ink ink : line.inks()) {
            Optional<Shape> within = one ? Optional.empty() : Optional.of(place.createTransformedShape(
                    line.layout().getLogicalHighlightShape(ink.start(), ink.end())));
            drawn.add(new Glyphs(outline, ink.color(), within, true));
        }
        emoji(drawn, line, top);
    }
}
