// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.pushpin.content.Rect;

/** The free room between those that lie in one row, or one column, with a rectangle. */
final class Gaps {

    private final Axis axis;
    private final Rect moving;
    private final List<Rect> row;

    /** @param axis along the row; what shares nothing of the other axis with {@code moving} is not in it */
    Gaps(Axis axis, List<Rect> others, Rect moving) {
        this.axis = axis;
        this.moving = moving;
        row = new ArrayList<>();
        for (Rect other : others) if (axis.other().overlap(other, moving)) row.add(other);
        row.sort(Comparator.comparingDouble(axis::low));
    }

    /** The nearest place of the low edge that makes two gaps equal. */
    OptionalDouble snap(double reach) {
        double from = axis.low(moving);
        double length = axis.length(moving);
        Rect before = before(reach);
        Rect after = after(reach);
        double best = Double.NaN;
        if (before != null && after != null) {
            best = nearer(best, (axis.high(before) + axis.low(after) - length) / 2, from);
        }
        for (int i = 1; i < row.size(); i++) {
            double gap = axis.low(row.get(i)) - axis.high(row.get(i - 1));
            if (gap <= 0) continue;
            if (before != null) best = nearer(best, axis.high(before) + gap, from);
            if (after != null) best = nearer(best, axis.low(after) - gap - length, from);
        }
        return Math.abs(best - from) <= reach ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    private static double nearer(double best, double other, double to) {
        return Double.isNaN(best) || Math.abs(other - to) < Math.abs(best - to) ? other : best;
    }

    /** The neighbour that ends nearest before. */
    private Rect before(double reach) {
        Rect found = null;
        for (Rect other : row) {
            boolean lies = axis.high(other) <= axis.low(moving) + reach;
            if (lies && (found == null || axis.high(other) > axis.high(found))) found = other;
        }
        return found;
    }

    private Rect after(double reach) {
        Rect found = null;
        for (Rect other : row) {
            boolean lies = axis.low(other) >= axis.high(moving) - reach;
            if (lies && (found == null || axis.low(other) < axis.low(found))) found = other;
        }
        return found;
    }

    /** The gaps that are equal where the rectangle lies now, its own among them; none where there is but one. */
    List<Guide> guides() {
        Rect before = before(0);
        Rect after = after(0);
        double left = before == null ? Double.NaN : axis.low(moving) - axis.high(before);
        double right = after == null ? Double.NaN : axis.low(after) - axis.high(moving);
        List<Guide> guides = new ArrayList<>();
        boolean both = left > 0 && Snapping.same(left, right);
        if (left > 0) guides.addAll(equal(left, before, moving));
        if (right > 0 && !both) guides.addAll(equal(right, moving, after));
        if (both) {
            if (guides.isEmpty()) guides.add(between(before, moving));
            guides.add(between(moving, after));
        }
        return guides;
    }

    private List<Guide> equal(double gap, Rect first, Rect second) {
        List<Guide> guides = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            double other = axis.low(row.get(i)) - axis.high(row.get(i - 1));
            if (Snapping.same(other, gap)) guides.add(between(row.get(i - 1), row.get(i)));
        }
        if (!guides.isEmpty()) guides.add(between(first, second));
        return guides;
    }

    private Guide between(Rect first, Rect second) {
        Axis across = axis.other();
        double from = Math.max(across.low(first), across.low(second));
        double to = Math.min(across.high(first), across.high(second));
        double middle = (from + to) / 2;
        return new Guide(axis.point(axis.high(first), middle), axis.point(axis.low(second), middle), true);
    }
}
