// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;

import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.renderer.output.impl.Graphics2DOutput;

/** Draws while there is budget. Dashes too fine to be seen, of which a line could have billions, are drawn as a line. */
final class SvgOutput extends Graphics2DOutput {

    /** Dashes and gaps along one line's bounds. */
    private static final double MOST_DASHES = 20_000;

    private final SvgBudget budget;

    SvgOutput(Graphics2D g, SvgBudget budget) {
        super(g);
        this.budget = budget;
    }

    @Override
    public Output createChild() {
        budget.check();
        return new SvgOutput((Graphics2D) graphics().create(), budget);
    }

    @Override
    public void fillShape(Shape shape) {
        budget.check();
        super.fillShape(shape);
    }

    @Override
    public void drawShape(Shape shape) {
        budget.check();
        Stroke stroke = graphics().getStroke();
        if (stroke instanceof BasicStroke line && isTooFine(line, shape)) {
            graphics().setStroke(new BasicStroke(line.getLineWidth(), line.getEndCap(), line.getLineJoin(),
                    line.getMiterLimit()));
        }
        super.drawShape(shape);
        graphics().setStroke(stroke);
    }

    private static boolean isTooFine(BasicStroke line, Shape shape) {
        if (line.getDashArray() == null) return false;
        double period = 0;
        for (float dash : line.getDashArray()) period += dash;
        Rectangle2D bounds = shape.getBounds2D();
        double length = bounds.getWidth() + bounds.getHeight();
        return !(length * line.getDashArray().length / period <= MOST_DASHES);
    }

    @Override
    public void drawImage(BufferedImage image) {
        budget.check();
        super.drawImage(image);
    }

    @Override
    public void drawImage(Image image, ImageObserver observer) {
        budget.check();
        super.drawImage(image, observer);
    }

    @Override
    public void drawImage(Image image, AffineTransform at, ImageObserver observer) {
        budget.check();
        super.drawImage(image, at, observer);
    }
}
