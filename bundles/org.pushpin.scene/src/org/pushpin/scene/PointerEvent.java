// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

/**
 * A pointer did something.
 *
 * @param x in points from the stage's left edge; {@code y} from its top
 * @param clicks 1, 2 or 3 on DOWN: how many came in quick succession, by the platform's habit; else 0
 */
public record PointerEvent(Kind kind, double x, double y, Button button, int clicks, Modifiers modifiers) {

    /** What it did. The second press of a double click is a DOWN with two clicks. */
    public enum Kind { DOWN, MOVE, UP, EXIT }

    /** Which button; NONE on moves without one. */
    public enum Button { NONE, LEFT, MIDDLE, RIGHT }
}
