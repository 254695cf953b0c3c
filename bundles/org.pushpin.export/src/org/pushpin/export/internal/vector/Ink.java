// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** What a shape is filled or drawn with: one colour, or a change from one to another along a line, in the file's units. */
public sealed interface Ink {

    /** @param argb not premultiplied */
    record Plain(int argb) implements Ink {}

    record Gradient(int from, int to, double x1, double y1, double x2, double y2) implements Ink {}

    /** A paint of another kind is drawn as middle grey. */
    static Ink of(Paint paint, AffineTransform transform, double alpha) {
        return switch (paint) {
            case Color color -> new Plain(faded(color, alpha));
            case GradientPaint gradient -> {
                Point2D from = transform.transform(gradient.getPoint1(), null);
                Point2D to = transform.transform(gradient.getPoint2(), null);
                yield new Gradient(faded(gradient.getColor1(), alpha), faded(gradient.getColor2(), alpha), from.getX(), from.getY(),
                        to.getX(), to.getY());
            }
            default -> new Plain(faded(Color.GRAY, alpha));
        };
    }

    private static int faded(Color color, double alpha) {
        return (int) Math.round(color.getAlpha() * alpha) << 24 | color.getRGB() & 0xFFFFFF;
    }
}
