// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** How a line is drawn. Width in board units; dashes are 4 long, 3 apart. */
public record Stroke(Color color, double width, boolean dashed) {

    public static Stroke of(Color color, double width) {
        return new Stroke(color, width, false);
    }
}
