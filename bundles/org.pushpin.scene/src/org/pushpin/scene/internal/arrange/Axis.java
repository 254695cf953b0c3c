// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/** One of the two directions, so that what is done along x is done along y by the same code. */
public enum Axis {
    X, Y;

    public double low(Rect rect) {
        return this == X ? rect.x() : rect.y();
    }

    public double high(Rect rect) {
        return this == X ? rect.right() : rect.bottom();
    }

    public double length(Rect rect) {
        return this == X ? rect.width() : rect.height();
    }

    public double middle(Rect rect) {
        return low(rect) + length(rect) / 2;
    }

    public Axis other() {
        return this == X ? Y : X;
    }

    /** A rectangle with its low edge elsewhere along this axis. */
    public Rect at(Rect rect, double low) {
        return this == X ? new Rect(low, rect.y(), rect.width(), rect.height())
                : new Rect(rect.x(), low, rect.width(), rect.height());
    }

    /** @param along the coordinate on this axis; {@code across} on the other */
    public Point point(double along, double across) {
        return this == X ? new Point(along, across) : new Point(across, along);
    }

    /** Whether two share something of this axis. */
    public boolean overlap(Rect a, Rect b) {
        return low(a) < high(b) && low(b) < high(a);
    }
}
