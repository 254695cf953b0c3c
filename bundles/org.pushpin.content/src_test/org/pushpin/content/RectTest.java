// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RectTest {

    private final Rect rect = new Rect(10, 20, 30, 40);

    @Test
    void edgesBelongToOneNeighbour() {
        assertTrue(rect.contains(new Point(10, 20)));
        assertFalse(rect.contains(new Point(40, 20)));
        assertFalse(rect.intersects(new Rect(40, 20, 5, 5)));
        assertTrue(rect.intersects(new Rect(39.9, 59.9, 5, 5)));
    }

    @Test
    void unionHoldsBoth() {
        assertEquals(new Rect(0, 0, 40, 60), rect.union(new Rect(0, 0, 1, 1)));
        assertTrue(rect.union(new Rect(-5, 90, 1, 1)).contains(rect));
    }

    @Test
    void shrinkingEndsAtNothing() {
        assertEquals(0, rect.grown(-100).width());
        assertThrows(IllegalArgumentException.class, () -> new Size(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Size(0, Double.NaN));
    }
}
