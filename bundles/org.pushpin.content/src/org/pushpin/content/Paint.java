// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** What fills an area. */
public sealed interface Paint {

    record Solid(Color color) implements Paint {}

    /** From one colour to another. @param degrees 0 downwards, 90 to the right; across the whole area */
    record Gradient(Color from, Color to, double degrees) implements Paint {}

    static Paint of(Color color) {
        return new Solid(color);
    }
}
