// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.edges;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.internal.arrange.Axis;

/**
 * A gentle curve from the middle of one outline's side to the middle of another's, as a cubic Bézier curve. The sides are
 * those that face each other; where two overlap or are near, it is a line between their middles as far as it lies outside
 * of both.
 * A place is a rectangle without a size.
 */
public record Route(Point from, Point leave, Point arrive, Point to) {

    /** Between an outline and the end of the line, so that the head does not touch. */
    private static final double GAP = 3;
    /** How far a curve runs straight on at its ends: this part of the way, and at least so far. */
    private static final double STRAIGHT = 0.5;
    private static final double LEAST = 16;
    /** Nearer than this there is no room for a curve. */
    private static final double NEAR = 20;
    /** Pieces that a curve is flattened to: one for so many units of its length, within bounds. */
    private static final double PIECE = 12;
    private static final int FEWEST = 2;
    private static final int MOST = 48;
    private static final double HEAD = 9;
    private static final double HEAD_SPREAD = 0.45;

    public static Route between(Rect first, Rect second) {
        double across = apart(Axis.X, first, second);
        double down = apart(Axis.Y, first, second);
        if (Math.max(across, down) <= NEAR) return straight(first, second);
        Axis axis = across >= down ? Axis.X : Axis.Y;
        double sign = axis.middle(first) <= axis.middle(second) ? 1 : -1;
        Point from = side(axis, first, sign);
        Point to = side(axis, second, -sign);
        double reach = Math.max(LEAST, Math.abs(along(axis, to) - along(axis, from)) * STRAIGHT);
        Point leave = axis == Axis.X ? from.plus(sign * reach, 0) : from.plus(0, sign * reach);
        Point arrive = axis == Axis.X ? to.plus(-sign * reach, 0) : to.plus(0, -sign * reach);
        return new Route(from, leave, arrive, to);
    }

    private static double apart(Axis axis, Rect a, Rect b) {
        return Math.max(axis.low(b) - axis.high(a), axis.low(a) - axis.high(b));
    }

    private static double along(Axis axis, Point point) {
        return axis == Axis.X ? point.x() : point.y();
    }

    private static Point side(Axis axis, Rect rect, double sign) {
        boolean place = rect.width() == 0 && rect.height() == 0;
        double edge = (sign > 0 ? axis.high(rect) : axis.low(rect)) + (place ? 0 : sign * GAP);
        return axis.point(edge, axis.other().middle(rect));
    }

    private static Route straight(Rect first, Rect second) {
        Point from = outside(first.center(), second.center(), first);
        Point to = outside(second.center(), first.center(), second);
        return new Route(from, mix(from, to, 1.0 / 3), mix(from, to, 2.0 / 3), to);
    }

    /** Where a ray from inside an outline leaves it, but no farther than its goal. */
    private static Point outside(Point inside, Point goal, Rect outline) {
        double dx = goal.x() - inside.x();
        double dy = goal.y() - inside.y();
        double t = Math.min(dx == 0 ? 1 : outline.width() / 2 / Math.abs(dx), dy == 0 ? 1 : outline.height() / 2 / Math.abs(dy));
        return mix(inside, goal, Math.min(1, t));
    }

    private static Point mix(Point a, Point b, double t) {
        return new Point(a.x() + (b.x() - a.x()) * t, a.y() + (b.y() - a.y()) * t);
    }

    /** @param t from 0 to 1 */
    public Point at(double t) {
        Point a = mix(from, leave, t);
        Point b = mix(leave, arrive, t);
        Point c = mix(arrive, to, t);
        return mix(mix(a, b, t), mix(b, c, t), t);
    }

    public Point middle() {
        return at(0.5);
    }

    /** Around the curve, and its control points. */
    public Rect bounds() {
        double left = Math.min(Math.min(from.x(), to.x()), Math.min(leave.x(), arrive.x()));
        double top = Math.min(Math.min(from.y(), to.y()), Math.min(leave.y(), arrive.y()));
        double right = Math.max(Math.max(from.x(), to.x()), Math.max(leave.x(), arrive.x()));
        double bottom = Math.max(Math.max(from.y(), to.y()), Math.max(leave.y(), arrive.y()));
        return new Rect(left, top, right - left, bottom - top);
    }

    private List<Point> flat() {
        double length = from.distance(leave) + leave.distance(arrive) + arrive.distance(to);
        int pieces = Math.clamp(Math.round(length / PIECE), FEWEST, MOST);
        List<Point> points = new ArrayList<>(pieces + 1);
        for (int i = 0; i <= pieces; i++) points.add(at((double) i / pieces));
        return points;
    }

    /** How far a place is from the curve. */
    public double distance(Point place) {
        List<Point> points = flat();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            least = Math.min(least, distance(place, points.get(i - 1), points.get(i)));
        }
        return least;
    }

    private static double distance(Point place, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : ((place.x() - a.x()) * dx + (place.y() - a.y()) * dy) / square;
        return place.distance(mix(a, b, Math.clamp(t, 0, 1)));
    }

    /**
     * What is drawn: the curve as lines, left out where its label lies, and its heads.
     *
     * @param label where nothing is drawn; of no size where there is none
     */
    public List<List<Point>> lines(Rect label, boolean atStart, boolean atEnd) {
        List<List<Point>> lines = new ArrayList<>();
        List<Point> line = new ArrayList<>();
        Point before = null;
        for (Point point : flat()) {
            boolean hidden = label.contains(point);
            boolean wasHidden = before != null && label.contains(before);
            if (before != null && hidden != wasHidden) {
                line.add(hidden ? edge(before, point, label) : edge(point, before, label));
            }
            if (!hidden) line.add(point);
            if (hidden && line.size() > 1) lines.add(line);
            if (hidden) line = new ArrayList<>();
            before = point;
        }
        if (line.size() > 1) lines.add(line);
        if (atStart) lines.add(head(from, at(0.04)));
        if (atEnd) lines.add(head(to, at(0.96)));
        return lines;
    }

    private static Point edge(Point outside, Point inside, Rect label) {
        Point out = outside;
        Point in = inside;
        for (int i = 0; i < 12; i++) {
            Point half = mix(out, in, 0.5);
            if (label.contains(half)) in = half;
            else out = half;
        }
        return out;
    }

    private static List<Point> head(Point tip, Point back) {
        double angle = Math.atan2(back.y() - tip.y(), back.x() - tip.x());
        Point left = tip.plus(Math.cos(angle + HEAD_SPREAD) * HEAD, Math.sin(angle + HEAD_SPREAD) * HEAD);
        Point right = tip.plus(Math.cos(angle - HEAD_SPREAD) * HEAD, Math.sin(angle - HEAD_SPREAD) * HEAD);
        return List.of(left, tip, right);
    }
}
