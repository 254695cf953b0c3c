// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GraphicAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/** Stands in a line in a character's place: as wide as it says, with this outline, which may be empty. Immutable. */
final class Sign extends GraphicAttribute {

    /** Between a number and what it numbers, in times the size of the text. */
    private static final double GAP = 0.42;

    private final double advance;
    private final Shape outline;

    Sign(double advance, Shape outline) {
        super(ROMAN_BASELINE);
        this.advance = advance;
        this.outline = outline;
    }

    /** Nothing, so wide. */
    static Sign blank(double advance) {
        return new Sign(advance, new Path2D.Double());
    }

    /** A marker's sign in its column, or in as much more as it needs. */
    static Sign of(Styled.Lead lead, String marker, TextStyle style, Fonts fonts) {
        double unit = style.size();
        return switch (lead.sign()) {
            case NONE, RULE -> blank(lead.indent());
            case BULLET -> new Sign(lead.indent(), bullet(lead.indent(), unit));
            case BOX -> new Sign(lead.indent(), box(lead.indent(), unit, false));
            case TICKED -> new Sign(lead.indent(), box(lead.indent(), unit, true));
            case WRITTEN -> written(lead, marker.strip(), style, fonts);
        };
    }

    private static Sign written(Styled.Lead lead, String marker, TextStyle style, Fonts fonts) {
        Shape glyphs = fonts.font(style).createGlyphVector(Fonts.METRICS, marker).getOutline();
        double width = fonts.font(style).getStringBounds(marker, Fonts.METRICS).getWidth();
        double advance = Math.max(lead.indent(), width + GAP * style.size());
        double left = advance - width - GAP * style.size();
        return new Sign(advance, AffineTransform.getTranslateInstance(left, 0).createTransformedShape(glyphs));
    }

    private static Shape bullet(double indent, double unit) {
        double side = unit * 0.38;
        return new Ellipse2D.Double(indent - unit * 0.98, -unit * 0.36 - side / 2, side, side);
    }

    /** A box as high as capitals and a little more; its tick is cut out of a full one. */
    private static Shape box(double indent, double unit, boolean ticked) {
        double side = unit;
        double x = indent - side - unit * 0.45;
        double y = -unit * 0.36 - side / 2;
        Area box = new Area(new RoundRectangle2D.Double(x, y, side, side, unit * 0.5, unit * 0.5));
        if (ticked) {
            Path2D tick = new Path2D.Double();
            tick.moveTo(x + side * 0.24, y + side * 0.53);
            tick.lineTo(x + side * 0.43, y + side * 0.72);
            tick.lineTo(x + side * 0.77, y + side * 0.31);
            float width = (float) (unit * 0.14);
            box.subtract(new Area(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                    .createStrokedShape(tick)));
        } else {
            double line = unit * 0.095;
            box.subtract(new Area(new RoundRectangle2D.Double(x + line, y + line, side - 2 * line, side - 2 * line,
                    unit * 0.36, unit * 0.36)));
        }
        return box;
    }

    /** Not what a line is placed by; but a caret's slope is not a number where a line has no height. */
    @Override
    public float getAscent() {
        return 12;
    }

    @Override
    public float getDescent() {
        return 3;
    }

    @Override
    public float getAdvance() {
        return (float) advance;
    }

    @Override
    public Rectangle2D getBounds() {
        return outline.getBounds2D();
    }

    @Override
    public Shape getOutline(AffineTransform to) {
        return to == null ? outline : to.createTransformedShape(outline);
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
        graphics.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline));
    }
}
