// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** The dots of a canvas, one every {@code step} board units from the origin, and where things snap to. */
public record Grid(double step, Color dot) {

    public Grid {
        if (!(step > 0)) throw new IllegalArgumentException("no step");
    }
}
