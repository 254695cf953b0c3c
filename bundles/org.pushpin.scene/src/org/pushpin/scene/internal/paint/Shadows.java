// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Soft shadows of round rectangles, as rings of falling opacity: good at any scale, and vectors in an export. Source:
 * the profile of a Gaussian edge, which is the normal distribution's integral.
 */
final class Shadows {

    private static final int RINGS = 12;

    private Shadows() {
    }

    /** CSS box shadow: {@code 0 dy blur}; only outside the card, which covers the rest. */
    static void paint(Graphics2D g, double width, double height, double radius, double dy, double blur, Color color) {
        double sigma = blur / 2;
        double done = 0;
        for (int i = RINGS; i >= 1; i--) {
            double distance = (2.0 * i / RINGS - 1) * 2.2 * sigma;
            double alpha = color.getAlpha() / 255.0 * edge(distance / sigma);
            double add = (alpha - done) / (1 - done);
            if (add <= 0.0005) continue;
            g.setColor(new Color(color.getRed() / 255f, color.getGreen() / 255f, color.getBlue() / 255f, (float) add));
            g.fill(ring(width, height, radius, dy, distance));
            done = alpha;
        }
    }

    private static Path2D ring(double width, double height, double radius, double dy, double grow) {
        double r = Math.max(0, radius + grow) * 2;
        Path2D ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        ring.append(new RoundRectangle2D.Double(-grow, dy - grow, width + 2 * grow, height + 2 * grow, r, r), false);
        double inset = 1;
        double inner = Math.max(0, radius - inset) * 2;
        ring.append(new RoundRectangle2D.Double(inset, inset, Math.max(0, width - 2 * inset),
                Math.max(0, height - 2 * inset), inner, inner), false);
        return ring;
    }

    /** Coverage at a distance, in sigmas, outside the edge: 1 − Φ(d), by the logistic approximation. */
    private static double edge(double d) {
        return 1 / (1 + Math.exp(1.702 * d));
    }
}
