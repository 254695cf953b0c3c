// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.pushpin.content.Paint;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Sprite;

/** A frame as a window shows it, in device pixels: what a host does with paper, dots, sprites and marks, without one. */
final class FramePicture {

    private final Frame frame;
    private final BufferedImage picture;
    private final Graphics2D g;

    private FramePicture(Frame frame) {
        this.frame = frame;
        picture = new BufferedImage(device(frame.width()), device(frame.height()), BufferedImage.TYPE_INT_RGB);
        g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static BufferedImage of(Frame frame) {
        FramePicture painting = new FramePicture(frame);
        painting.paint();
        painting.g.dispose();
        return painting.picture;
    }

    private int device(double points) {
        return (int) Math.round(points * frame.scale());
    }

    private void paint() {
        g.setColor(new Color(switch (frame.paper()) {
            case Paint.Solid solid -> solid.color().argb();
            case Paint.Gradient gradient -> gradient.from().argb();
        }));
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        frame.dots().ifPresent(this::dots);
        frame.sprites().forEach(this::sprite);
        Graphics2D points = (Graphics2D) g.create();
        points.scale(frame.scale(), frame.scale());
        frame.marks().forEach(mark -> mark(points, mark));
        points.dispose();
        frame.overlay().forEach(this::sprite);
    }

    private void dots(Frame.Dots dots) {
        g.setColor(new Color(dots.color().argb(), true));
        int side = Math.max(1, device(Math.max(1, Math.round(dots.size()))));
        for (double y = dots.originY() % dots.step() - dots.step(); y < frame.height(); y += dots.step()) {
            for (double x = dots.originX() % dots.step() - dots.step(); x < frame.width(); x += dots.step()) {
                g.fillRect(device(x), device(y), side, side);
            }
        }
    }

    private void sprite(Sprite sprite) {
        g.drawImage(sprite.image(), device(sprite.x()), device(sprite.y()), device(sprite.width()), device(sprite.height()), null);
    }

    private static void mark(Graphics2D g, Mark mark) {
        g.setColor(new Color(mark.color().argb(), true));
        switch (mark) {
            case Mark.Fill fill -> fill.areas().forEach(area -> g.fill(rounded(area, fill.radius())));
            case Mark.Caret caret -> g.fill(rounded(caret.area(), 0));
            case Mark.Outline outline -> {
                g.setStroke(stroke(outline.thickness(), outline.dashed()));
                g.draw(rounded(outline.area(), outline.radius()));
            }
            case Mark.Line line -> {
                g.setStroke(stroke(line.thickness(), false));
                g.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
            }
            case Mark.Path path -> {
                g.setStroke(stroke(path.thickness(), path.dashed()));
                path.lines().forEach(line -> g.draw(line(line)));
            }
        }
    }

    private static Path2D line(List<Point> points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            if (i == 0) path.moveTo(points.get(i).x(), points.get(i).y());
            else path.lineTo(points.get(i).x(), points.get(i).y());
        }
        return path;
    }

    private static RoundRectangle2D rounded(Rect area, double radius) {
        double x = Math.round(area.x());
        double y = Math.round(area.y());
        return new RoundRectangle2D.Double(x, y, Math.max(1, Math.round(area.right()) - x), Math.max(1, Math.round(area.bottom()) - y),
                radius * 2, radius * 2);
    }

    private static BasicStroke stroke(double thickness, boolean dashed) {
        float width = (float) Math.max(1, thickness);
        float[] dash = dashed ? new float[] {3 * width, width} : null;
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
