// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import java.util.Map;
import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/** Where an arrow key leads. */
public enum Direction {
    LEFT(Axis.X, -1), RIGHT(Axis.X, 1), UP(Axis.Y, -1), DOWN(Axis.Y, 1);

    /** How much farther something seems that lies beside the way. */
    private static final double ASIDE = 2.5;

    private final Axis axis;
    private final int sign;

    Direction(Axis axis, int sign) {
        this.axis = axis;
        this.sign = sign;
    }

    /** The key of the nearest that lies this way: straight ahead before aside. Linear. */
    public Optional<String> from(Rect start, Map<String, Rect> places) {
        String best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, Rect> entry : places.entrySet()) {
            double cost = cost(start, entry.getValue());
            boolean better = cost < least || cost == least && best != null && entry.getKey().compareTo(best) < 0;
            if (better && cost < Double.POSITIVE_INFINITY) {
                best = entry.getKey();
                least = cost;
            }
        }
        return Optional.ofNullable(best);
    }

    private double cost(Rect start, Rect to) {
        Point a = start.center();
        Point b = to.center();
        double ahead = sign * (axis == Axis.X ? b.x() - a.x() : b.y() - a.y());
        if (ahead <= 0.5) return Double.POSITIVE_INFINITY;
        Axis across = axis.other();
        double aside = across.overlap(start, to) ? 0
                : Math.max(across.low(to) - across.high(start), across.low(start) - across.high(to));
        double gap = Math.max(0, sign > 0 ? axis.low(to) - axis.high(start) : axis.low(start) - axis.high(to));
        return gap + aside * ASIDE + ahead * 0.01 + Math.abs(across.middle(to) - across.middle(start)) * 0.1;
    }
}
