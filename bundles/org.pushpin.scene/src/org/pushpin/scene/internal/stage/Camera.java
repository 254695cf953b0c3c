// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/**
 * What part of the plane is in sight.
 *
 * @param x board position of the stage's left edge; {@code y} of its top
 * @param zoom points per board unit
 */
record Camera(double x, double y, double zoom) {

    static final Camera START = new Camera(0, 0, 1);

    Point board(double pointX, double pointY) {
        return new Point(x + pointX / zoom, y + pointY / zoom);
    }

    Rect points(Rect board) {
        return new Rect((board.x() - x) * zoom, (board.y() - y) * zoom, board.width() * zoom, board.height() * zoom);
    }

    Camera panned(double dx, double dy) {
        return new Camera(x + dx / zoom, y + dy / zoom, zoom);
    }

    Camera at(double newX, double newY) {
        return new Camera(newX, newY, zoom);
    }

    Rect viewport(int width, int height) {
        return new Rect(x, y, width / zoom, height / zoom);
    }
}
