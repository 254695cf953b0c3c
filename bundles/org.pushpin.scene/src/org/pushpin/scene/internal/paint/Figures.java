// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.paint;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Optional;

import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.content.Shape;
import org.pushpin.content.Stroke;
import org.pushpin.scene.internal.layout.Laid;

/** Paints drawings. */
record Figures(Graphics2D g, Painter painter) {

    void paint(Laid.Figure figure, double x, double y) {
        Graphics2D own = (Graphics2D) g.create();
        own.translate(x, y);
        own.scale(figure.scale(), figure.scale());
        Figures inside = new Figures(own, painter);
        for (Shape shape : figure.drawing().shapes()) inside.shape(shape);
        own.dispose();
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(figure.scale(), figure.scale());
        for (Laid.Placed label : figure.labels()) painter.paint(label.part(), label.x(), label.y());
        g.setTransform(before);
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Shape.Path path -> {
                java.awt.Shape outline = SvgPath.parse(path.data());
                var box = outline.getBounds2D();
                draw(outline, new Rect(box.getX(), box.getY(), box.getWidth(), box.getHeight()), path.fill(),
                        path.stroke());
            }
            case Shape.Line line -> draw(new Line2D.Double(line.from().x(), line.from().y(), line.to().x(),
                    line.to().y()), new Rect(0, 0, 1, 1), Optional.empty(), Optional.of(line.stroke()));
            case Shape.Rectangle box -> draw(Brush.rounded(box.at().x(), box.at().y(), box.at().width(),
                    box.at().height(), box.radius()), box.at(), box.fill(), box.stroke());
            case Shape.Ellipse round -> draw(new Ellipse2D.Double(round.at().x(), round.at().y(), round.at().width(),
                    round.at().height()), round.at(), round.fill(), round.stroke());
            case Shape.Label label -> { }
        }
    }

    private void draw(java.awt.Shape outline, Rect area, Optional<Paint> fill, Optional<Stroke> stroke) {
        fill.ifPresent(paint -> {
            g.setPaint(Brush.paint(paint, area));
            g.fill(outline);
        });
        stroke.ifPresent(line -> {
            g.setColor(Brush.color(line.color()));
            g.setStroke(Brush.stroke(line));
            g.draw(outline);
        });
    }
}
