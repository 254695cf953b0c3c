// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Numbers and path data as SVG writes them: to a hundredth of a unit, without what could be left out. */
public final class PathNumbers {

    private PathNumbers() {}

    /** Path data; empty for an empty shape. Coordinates that are not finite are written as 0. */
    public static String path(Shape shape) {
        if (shape instanceof Rectangle2D r) return rectangle(r);
        StringBuilder data = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> append(data, 'M', c, 2);
                case PathIterator.SEG_LINETO -> append(data, 'L', c, 2);
                case PathIterator.SEG_QUADTO -> append(data, 'Q', c, 4);
                case PathIterator.SEG_CUBICTO -> append(data, 'C', c, 6);
                case PathIterator.SEG_CLOSE -> data.append('Z');
                default -> throw new IllegalStateException("no such segment");
            }
        }
        return data.toString();
    }

    private static String rectangle(Rectangle2D r) {
        if (r.isEmpty()) return "";
        return "M" + number(r.getX()) + " " + number(r.getY()) + "h" + number(r.getWidth()) + "v" + number(r.getHeight()) + "h"
                + number(-r.getWidth()) + "z";
    }

    private static void append(StringBuilder data, char verb, double[] numbers, int count) {
        data.append(verb);
        for (int i = 0; i < count; i++) {
            if (i > 0) data.append(' ');
            append(data, numbers[i]);
        }
    }

    public static String number(double value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, double value) {
        long hundredths = Double.isFinite(value) ? Math.round(value * 100) : 0;
        if (hundredths < 0) text.append('-');
        long size = Math.abs(hundredths);
        text.append(size / 100);
        long rest = size % 100;
        if (rest == 0) return;
        text.append('.').append(rest / 10);
        if (rest % 10 != 0) text.append(rest % 10);
    }

    /** Precise, because a small error of a factor moves far corners. */
    public static String matrix(AffineTransform at) {
        return "matrix(%s %s %s %s %s %s)".formatted(precise(at.getScaleX()), precise(at.getShearY()), precise(at.getShearX()),
                precise(at.getScaleY()), number(at.getTranslateX()), number(at.getTranslateY()));
    }

    private static String precise(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Float.toString((float) value);
    }
}
