// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import org.pushpin.content.Rect;
import org.pushpin.scene.CursorShape;

/** The eight places at which a card is resized. */
public enum Handle {
    NORTH_WEST(-1, -1), NORTH(0, -1), NORTH_EAST(1, -1), EAST(1, 0), SOUTH_EAST(1, 1), SOUTH(0, 1), SOUTH_WEST(-1, 1),
    WEST(-1, 0);

    /** Edge of the square, in points. */
    static final double SIZE = 9;
    /** How near a pointer must be, in points from its middle. */
    static final double REACH = 8;

    public final int dx;
    final int dy;

    Handle(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /** The square around its place on a card, in points. */
    public Rect on(Rect card) {
        double x = card.center().x() + dx * card.width() / 2;
        double y = card.center().y() + dy * card.height() / 2;
        return new Rect(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
    }

    /** Whether a pointer takes it; the corners go first where a card is small. */
    boolean takes(Rect card, double x, double y) {
        Rect square = on(card);
        return Math.abs(square.center().x() - x) <= REACH && Math.abs(square.center().y() - y) <= REACH;
    }

    public boolean corner() {
        return dx != 0 && dy != 0;
    }

    CursorShape cursor() {
        if (dx == 0) return CursorShape.RESIZE_N_S;
        if (dy == 0) return CursorShape.RESIZE_E_W;
        return dx == dy ? CursorShape.RESIZE_NW_SE : CursorShape.RESIZE_NE_SW;
    }
}
