// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** Space inside a box, in board units. */
public record Insets(double top, double right, double bottom, double left) {

    public static final Insets NONE = new Insets(0, 0, 0, 0);

    public static Insets of(double vertical, double horizontal) {
        return new Insets(vertical, horizontal, vertical, horizontal);
    }

    public static Insets all(double side) {
        return of(side, side);
    }
}
