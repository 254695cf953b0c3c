// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a Type 2 charstring of lines and curves, by Adobe Technical Note 5177. */
final class CharStringReader {

    private CharStringReader() {
    }

    static Shape outline(byte[] code) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        List<Integer> stack = new ArrayList<>();
        double[] at = new double[2];
        boolean widthRead = false;
        for (int i = 0; i < code.length;) {
            int b = code[i++] & 255;
            if (b == 28) stack.add((int) (short) ((code[i++] & 255) << 8 | code[i++] & 255));
            else if (b >= 32 && b <= 246) stack.add(b - 139);
            else if (b >= 247 && b <= 250) stack.add((b - 247) * 256 + (code[i++] & 255) + 108);
            else if (b >= 251 && b <= 254) stack.add(-(b - 251) * 256 - (code[i++] & 255) - 108);
            else {
                if (b == 21) {
                    if (!widthRead) stack.removeFirst();
                    widthRead = true;
                    at[0] += stack.get(0);
                    at[1] += stack.get(1);
                    path.moveTo(at[0], at[1]);
                } else if (b == 5) {
                    at[0] += stack.get(0);
                    at[1] += stack.get(1);
                    path.lineTo(at[0], at[1]);
                } else if (b == 8) {
                    double[] p = new double[6];
                    for (int k = 0; k < 6; k += 2) {
                        p[k] = at[0] += stack.get(k);
                        p[k + 1] = at[1] += stack.get(k + 1);
                    }
                    path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                } else if (b != 14) {
                    throw new AssertionError("operator " + b);
                }
                stack.clear();
            }
        }
        return path;
    }
}
