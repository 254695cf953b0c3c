// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.camera;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/**
 * What part of the plane is in sight. A value.
 *
 * @param x board position of the stage's left edge; {@code y} of its top
 * @param zoom points per board unit, from {@link #LEAST} to {@link #MOST}
 */
public record Camera(double x, double y, double zoom) {

    public static final double LEAST = 0.05;
    public static final double MOST = 8;
    public static final Camera START = new Camera(0, 0, 1);

    /** Where the keys stop. */
    private static final double[] STOPS = {LEAST, 0.07, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6,
        MOST};
    /** A gesture that ends this near to a quarter octave means it, in quarter octaves: so 100 % is found again. */
    private static final double NEAR = 0.02;

    public Camera {
        zoom = Math.clamp(zoom, LEAST, MOST);
    }

    public Point board(double pointX, double pointY) {
        return new Point(x + pointX / zoom, y + pointY / zoom);
    }

    public Rect points(Rect board) {
        return new Rect((board.x() - x) * zoom, (board.y() - y) * zoom, board.width() * zoom, board.height() * zoom);
    }

    public Camera panned(double dx, double dy) {
        return new Camera(x + dx / zoom, y + dy / zoom, zoom);
    }

    public Camera at(double newX, double newY) {
        return new Camera(newX, newY, zoom);
    }

    public Rect viewport(int width, int height) {
        return new Rect(x, y, width / zoom, height / zoom);
    }

    /** The same with another zoom; what is at a point stays there. */
    public Camera zoomed(double to, double pointX, double pointY) {
        Point fixed = board(pointX, pointY);
        double bounded = Math.clamp(to, LEAST, MOST);
        return new Camera(fixed.x() - pointX / bounded, fixed.y() - pointY / bounded, bounded);
    }

    /** Larger by a factor, as a wheel or a pinch asks for it. */
    public Camera scaled(double factor, double pointX, double pointY) {
        double quarters = 4 * Math.log(zoom * factor) / Math.log(2);
        double whole = Math.rint(quarters);
        double to = Math.abs(quarters - whole) < NEAR ? Math.pow(2, whole / 4) : zoom * factor;
        return zoomed(to, pointX, pointY);
    }

    /** The next stop of the keys: 1 nearer, -1 farther. */
    public double stop(int direction) {
        if (direction > 0) {
            for (double stop : STOPS) if (stop > zoom * 1.001) return stop;
            return MOST;
        }
        for (int i = STOPS.length - 1; i >= 0; i--) if (STOPS[i] < zoom * 0.999) return STOPS[i];
        return LEAST;
    }

    /**
     * All of an area in the middle of a stage.
     *
     * @param margin around it, in points; {@code most} the largest zoom
     */
    public static Camera showing(Rect area, int width, int height, double margin, double most) {
        double room = Math.max(1, width - 2 * margin);
        double high = Math.max(1, height - 2 * margin);
        double wanted = Math.min(room / Math.max(1, area.width()), high / Math.max(1, area.height()));
        double zoom = Math.clamp(Math.min(wanted, most), LEAST, MOST);
        return new Camera(area.center().x() - width / zoom / 2, area.center().y() - height / zoom / 2, zoom);
    }
}
