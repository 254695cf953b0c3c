// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** A rectangle in board units. */
public record Rect(double x, double y, double width, double height) {

    public static Rect at(Point corner, Size size) {
        return new Rect(corner.x(), corner.y(), size.width(), size.height());
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point corner() {
        return new Point(x, y);
    }

    public Size size() {
        return new Size(width, height);
    }

    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() < right() && p.y() >= y && p.y() < bottom();
    }

    public boolean contains(Rect other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    public boolean intersects(Rect other) {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }

    public Rect union(Rect other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Rect(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public Rect moved(double dx, double dy) {
        return new Rect(x + dx, y + dy, width, height);
    }

    /** Larger by {@code by} on every side, or smaller when negative. */
    public Rect grown(double by) {
        return new Rect(x - by, y - by, Math.max(0, width + 2 * by), Math.max(0, height + 2 * by));
    }
}
