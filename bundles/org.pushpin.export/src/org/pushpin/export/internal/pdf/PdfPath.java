// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;

import org.pushpin.export.internal.vector.PathNumbers;

/** A shape as path operators (ISO 32000-1, 8.5.2); an empty one is a point, so that a clip to it shows nothing. */
final class PdfPath {

    private final StringBuilder path = new StringBuilder();
    private double x;
    private double y;

    private PdfPath() {
    }

    static String of(Shape shape) {
        if (shape instanceof Rectangle2D r) return rectangle(r);
        PdfPath made = new PdfPath();
        double[] c = new double[6];
        for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) made.segment(at.currentSegment(c), c);
        return made.path.isEmpty() ? "0 0 m\n" : made.path.toString();
    }

    /** Six numbers, precise, because a small error of a factor moves far corners. */
    static String matrix(AffineTransform at) {
        double[] m = new double[6];
        at.getMatrix(m);
        StringBuilder text = new StringBuilder();
        for (double number : m) text.append(new BigDecimal(Double.isFinite(number) ? number : 0).setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros().toPlainString()).append(' ');
        return text.toString().strip();
    }

    private static String rectangle(Rectangle2D r) {
        return PathNumbers.number(r.getX()) + " " + PathNumbers.number(r.getY()) + " " + PathNumbers.number(r.getWidth()) + " "
                + PathNumbers.number(r.getHeight()) + " re\n";
    }

    private void segment(int kind, double[] c) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> add("m", c[0], c[1]);
            case PathIterator.SEG_LINETO -> add("l", c[0], c[1]);
            case PathIterator.SEG_QUADTO -> add("c", x + (c[0] - x) * 2 / 3, y + (c[1] - y) * 2 / 3, c[2] + (c[0] - c[2]) * 2 / 3,
                    c[3] + (c[1] - c[3]) * 2 / 3, c[2], c[3]);
            case PathIterator.SEG_CUBICTO -> add("c", c[0], c[1], c[2], c[3], c[4], c[5]);
            default -> path.append("h\n");
        }
    }

    private void add(String operator, double... numbers) {
        for (double number : numbers) path.append(PathNumbers.number(number)).append(' ');
        path.append(operator).append('\n');
        x = numbers[numbers.length - 2];
        y = numbers[numbers.length - 1];
    }
}
