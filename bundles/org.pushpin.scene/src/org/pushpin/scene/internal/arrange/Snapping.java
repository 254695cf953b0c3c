// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import org.pushpin.content.CardSize;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/**
 * Where a dragged rectangle comes to lie: at an edge or a middle of a neighbour, at a gap as wide as others beside it, or
 * else on the grid. Made once per gesture, of what is in sight then: so remote changes move nothing under the pointer,
 * and a step costs the same whatever the size of the board. Immutable.
 */
public final class Snapping {

    /** Only the nearest count; more lines than these would be everywhere. */
    private static final int MOST = 200;
    private static final double SAME = 0.01;

    private final List<Rect> others;
    private final double[] xs;
    private final double[] ys;

    /** @param near the rectangle that will move: the nearest to it are taken */
    public Snapping(Collection<Rect> others, Rect near) {
        this.others = others.stream().sorted(Comparator.comparingDouble(r -> r.center().distance(near.center())))
                .limit(MOST).toList();
        xs = lines(Axis.X);
        ys = lines(Axis.Y);
    }

    /** To the nearest grid line; an exact half goes down, as PushPin does it. */
    public static double toGrid(double position) {
        return Math.ceil(position / CardSize.CELL - 0.5) * CardSize.CELL;
    }

    /** What it snaps to. */
    List<Rect> others() {
        return others;
    }

    private double[] lines(Axis axis) {
        return others.stream().flatMapToDouble(r -> DoubleStream.of(axis.low(r), axis.middle(r),
                axis.high(r))).sorted().toArray();
    }

    /** @param reach how near a line must be, in board units */
    public Rect move(Rect wanted, double reach) {
        Rect across = Axis.X.at(wanted, low(Axis.X, wanted, reach));
        return Axis.Y.at(across, low(Axis.Y, across, reach));
    }

    private double low(Axis axis, Rect wanted, double reach) {
        double from = axis.low(wanted);
        OptionalDouble line = line(axis, wanted, reach);
        OptionalDouble gap = new Gaps(axis, others, wanted).snap(reach);
        if (line.isEmpty() && gap.isEmpty()) return toGrid(from);
        if (line.isEmpty()) return gap.getAsDouble();
        boolean gapIsNearer = gap.isPresent()
                && Math.abs(gap.getAsDouble() - from) < Math.abs(line.getAsDouble() - from);
        return gapIsNearer ? gap.getAsDouble() : line.getAsDouble();
    }

    /** Where the low edge goes so that an edge or the middle lies on a line. */
    private OptionalDouble line(Axis axis, Rect wanted, double reach) {
        double best = Double.NaN;
        double[] own = {axis.low(wanted), axis.middle(wanted), axis.high(wanted)};
        for (double mine : own) {
            double by = nearest(axis == Axis.X ? xs : ys, mine) - mine;
            boolean better = Double.isNaN(best) || Math.abs(by) < Math.abs(best);
            if (Math.abs(by) <= reach && better) best = by;
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(axis.low(wanted) + best);
    }

    /** Where an edge that is dragged alone comes to lie. */
    public double edge(Axis axis, double wanted, double reach) {
        double line = nearest(axis == Axis.X ? xs : ys, wanted);
        return Math.abs(line - wanted) <= reach ? line : toGrid(wanted);
    }

    /** The nearest line; NaN where there is none. O(log n). */
    private static double nearest(double[] lines, double to) {
        int at = Arrays.binarySearch(lines, to);
        if (at >= 0) return lines[at];
        int above = -at - 1;
        double high = above < lines.length ? lines[above] : Double.NaN;
        double low = above > 0 ? lines[above - 1] : Double.NaN;
        if (Double.isNaN(high)) return low;
        return Double.isNaN(low) || high - to < to - low ? high : low;
    }

    // what is shown

    /** What a rectangle has in common with others where it is now. */
    public List<Guide> guides(Rect placed) {
        List<Guide> guides = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            for (double line : new double[] {axis.low(placed), axis.middle(placed), axis.high(placed)}) {
                guide(axis, line, placed).ifPresent(guides::add);
            }
            guides.addAll(new Gaps(axis, others, placed).guides());
        }
        return guides;
    }

    private Optional<Guide> guide(Axis axis, double line, Rect placed) {
        Axis along = axis.other();
        double from = along.low(placed);
        double to = along.high(placed);
        boolean any = false;
        for (Rect other : others) {
            boolean on = same(axis.low(other), line) || same(axis.middle(other), line) || same(axis.high(other), line);
            if (!on) continue;
            any = true;
            from = Math.min(from, along.low(other));
            to = Math.max(to, along.high(other));
        }
        Point start = axis.point(line, from);
        Point end = axis.point(line, to);
        return any ? Optional.of(new Guide(start, end, false)) : Optional.empty();
    }

    static boolean same(double a, double b) {
        return Math.abs(a - b) < SAME;
    }
}
