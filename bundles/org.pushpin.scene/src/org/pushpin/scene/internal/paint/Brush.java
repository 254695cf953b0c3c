// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

import org.pushpin.content.Icon;
import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.content.Stroke;

/** Turns the SPI's paints, strokes and icons into Java2D's. */
final class Brush {

    private Brush() {
    }

    /** What every drawing begins with: smooth edges, fractional text, strokes where they are said to be. */
    static void prepare(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    static Color color(org.pushpin.content.Color color) {
        return new Color(color.argb(), true);
    }

    /** @param area what a gradient goes across */
    static java.awt.Paint paint(Paint paint, Rect area) {
        return switch (paint) {
            case Paint.Solid solid -> color(solid.color());
            case Paint.Gradient gradient -> gradient(gradient, area);
        };
    }

    private static java.awt.Paint gradient(Paint.Gradient gradient, Rect area) {
        double angle = Math.toRadians(gradient.degrees());
        double dx = Math.sin(angle);
        double dy = Math.cos(angle);
        double half = (Math.abs(dx) * area.width() + Math.abs(dy) * area.height()) / 2;
        double cx = area.center().x();
        double cy = area.center().y();
        return new GradientPaint((float) (cx - dx * half), (float) (cy - dy * half), color(gradient.from()),
                (float) (cx + dx * half), (float) (cy + dy * half), color(gradient.to()));
    }

    static BasicStroke stroke(Stroke stroke) {
        float width = (float) Math.clamp(stroke.width(), 0, 1000);
        if (!stroke.dashed()) return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);
    }

    static RoundRectangle2D rounded(double x, double y, double width, double height, double radius) {
        double r = 2 * Math.clamp(radius, 0, Math.min(width, height) / 2);
        return new RoundRectangle2D.Double(x, y, width, height, r, r);
    }

    /** Draws an icon on a square. */
    static void icon(Graphics2D g, Icon icon, double x, double y, double side, org.pushpin.content.Color tint) {
        if (icon.path().isEmpty()) return;
        Graphics2D own = (Graphics2D) g.create();
        own.translate(x, y);
        own.scale(side / Icon.GRID, side / Icon.GRID);
        own.setColor(color(icon.color().orElse(tint)));
        Path2D path = SvgPath.parse(icon.path());
        if (icon.color().isPresent()) own.fill(path);
        own.setStroke(new BasicStroke((float) Icon.STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        own.draw(path);
        own.dispose();
    }
}
