// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.ArrayDeque;
import java.util.Deque;

import org.pushpin.content.Intent.Sample;

/** What a hand drew, without what nobody sees: Ramer, Douglas and Peucker's thinning, within a third of a unit. */
final class Thinning {

    private static final double TOLERANCE = 0.35;
    /** A hand at 120 points a second draws this in half a minute; the rest is left out. */
    static final int MOST = 4000;

    private Thinning() {}

    private record Stretch(int from, int to) {}

    static List<Sample> of(List<Sample> drawn) {
        List<Sample> path = drawn.stream().filter(s -> Double.isFinite(s.x()) && Double.isFinite(s.y())
                && Double.isFinite(s.pressure())).limit(MOST).toList();
        if (path.size() < 3) return path;
        BitSet kept = new BitSet();
        kept.set(0);
        kept.set(path.size() - 1);
        Deque<Stretch> left = new ArrayDeque<>(List.of(new Stretch(0, path.size() - 1)));
        while (!left.isEmpty()) {
            Stretch stretch = left.pop();
            int far = farthest(path, stretch);
            if (far < 0) continue;
            kept.set(far);
            left.push(new Stretch(stretch.from, far));
            left.push(new Stretch(far, stretch.to));
        }
        List<Sample> thin = new ArrayList<>();
        kept.stream().forEach(i -> thin.add(path.get(i)));
        return thin;
    }

    private static int farthest(List<Sample> path, Stretch in) {
        int far = -1;
        double most = TOLERANCE;
        for (int i = in.from + 1; i < in.to; i++) {
            double distance = distance(path.get(i), path.get(in.from), path.get(in.to));
            if (distance > most) {
                most = distance;
                far = i;
            }
        }
        return far;
    }

    /** From a point to a line between two. */
    static double distance(Sample p, Sample a, Sample b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / square, 0, 1);
        return Math.hypot(p.x() - a.x() - along * dx, p.y() - a.y() - along * dy);
    }
}
