// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;

/**
 * An outline as a Type 2 charstring (Adobe Technical Note 5177): its width, then paths of whole units, y upwards.
 * One use.
 */
final class CharString {

    private static final int RLINETO = 5;
    private static final int RRCURVETO = 8;
    private static final int ENDCHAR = 14;
    private static final int RMOVETO = 21;
    /** What a number can be. */
    private static final int FAR = 32_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final double scale;
    private int x;
    private int y;
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;

    private CharString(double scale) {
        this.scale = scale;
    }

    /** @param scale from the outline's units, y downwards, to thousandths of an em */
    static byte[] of(Shape outline, int width, double scale) {
        CharString made = new CharString(scale);
        made.number(width);
        double[] c = new double[6];
        for (PathIterator at = outline.getPathIterator(null); !at.isDone(); at.next()) made.segment(at.currentSegment(c), c);
        made.out.write(ENDCHAR);
        return made.out.toByteArray();
    }

    private void segment(int kind, double[] c) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> {
                point(c[0], c[1]);
                out.write(RMOVETO);
                startX = c[0];
                startY = c[1];
            }
            case PathIterator.SEG_LINETO -> {
                point(c[0], c[1]);
                out.write(RLINETO);
            }
            case PathIterator.SEG_QUADTO -> curve(lastX + (c[0] - lastX) * 2 / 3, lastY + (c[1] - lastY) * 2 / 3,
                    c[2] + (c[0] - c[2]) * 2 / 3, c[3] + (c[1] - c[3]) * 2 / 3, c[2], c[3]);
            case PathIterator.SEG_CUBICTO -> curve(c[0], c[1], c[2], c[3], c[4], c[5]);
            default -> { // closed by what comes next
                lastX = startX;
                lastY = startY;
            }
        }
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        point(x1, y1);
        point(x2, y2);
        point(x3, y3);
        out.write(RRCURVETO);
    }

    private void point(double toX, double toY) {
        int nextX = units(toX);
        int nextY = units(-toY);
        number(nextX - x);
        number(nextY - y);
        x = nextX;
        y = nextY;
        lastX = toX;
        lastY = toY;
    }

    private int units(double length) {
        return (int) Math.clamp(Math.round(length * scale), -FAR / 2, FAR / 2);
    }

    private void number(int value) {
        if (value >= -107 && value <= 107) {
            out.write(value + 139);
        } else if (value >= 108 && value <= 1131) {
            out.write((value - 108 >> 8) + 247);
            out.write(value - 108);
        } else if (value >= -1131 && value <= -108) {
            out.write((-value - 108 >> 8) + 251);
            out.write(-value - 108);
        } else {
            int bounded = Math.clamp(value, -FAR, FAR);
            out.write(28);
            out.write(bounded >> 8);
            out.write(bounded);
        }
    }
}
