// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/** The four places beside a selected card at which an arrow begins. */
public enum Port {
    NORTH(0, -1), EAST(1, 0), SOUTH(0, 1), WEST(-1, 0);

    /** Across, in points. */
    public static final double SIZE = 8;
    /** From the card's edge to its middle, in points. */
    private static final double OFF = 18;
    private static final double REACH = 8;
    /** A card with a shorter side shows none there: they would crowd it. In points. */
    private static final double SHORTEST = 24;

    private final int dx;
    private final int dy;

    Port(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    public boolean shown(Rect card) {
        return (dx == 0 ? card.width() : card.height()) >= SHORTEST;
    }

    /** Where it is painted, beside a card in points. */
    public Rect on(Rect card) {
        double x = card.center().x() + dx * (card.width() / 2 + OFF);
        double y = card.center().y() + dy * (card.height() / 2 + OFF);
        return new Rect(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
    }

    /** The one that a pointer takes. */
    static Optional<Port> at(Rect card, Point pointer) {
        for (Port port : values()) {
            if (port.shown(card) && port.on(card).center().distance(pointer) <= REACH) return Optional.of(port);
        }
        return Optional.empty();
    }
}
