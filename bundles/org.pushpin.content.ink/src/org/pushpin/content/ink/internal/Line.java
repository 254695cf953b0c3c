// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.List;

import org.pushpin.content.Intent.Sample;
import org.pushpin.content.Rect;
import org.pushpin.crdt.ObjectId;

/** A stroke of a drawing. @param id the object that it is */
record Line(ObjectId id, List<Sample> path, PenColor color, double width) {

    /** What it covers. */
    Rect bounds() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Sample sample : path) {
            left = Math.min(left, sample.x());
            top = Math.min(top, sample.y());
            right = Math.max(right, sample.x());
            bottom = Math.max(bottom, sample.y());
        }
        return new Rect(left, top, right - left, bottom - top).grown(width / 2);
    }

    /** Whether something as thick as {@code reach} that goes along a path touches it. */
    boolean touches(List<Sample> eraser, double reach) {
        double near = reach + width / 2;
        for (Sample at : eraser) {
            for (int i = 0; i < path.size(); i++) {
                if (Thinning.distance(at, path.get(Math.max(0, i - 1)), path.get(i)) <= near) return true;
            }
        }
        return false;
    }

    /** A smooth line through the middles between the points, as SVG path data. */
    String data() {
        StringBuilder data = new StringBuilder(path.size() * 24);
        Sample first = path.getFirst();
        point(data.append('M'), first.x(), first.y());
        if (path.size() == 1) point(data.append('L'), first.x() + 0.01, first.y());
        for (int i = 1; i < path.size() - 1; i++) {
            Sample at = path.get(i);
            Sample next = path.get(i + 1);
            point(data.append('Q'), at.x(), at.y());
            point(data.append(' '), (at.x() + next.x()) / 2, (at.y() + next.y()) / 2);
        }
        if (path.size() > 1) point(data.append('L'), path.getLast().x(), path.getLast().y());
        return data.toString();
    }

    private static void point(StringBuilder data, double x, double y) {
        data.append(Math.round(x * 100) / 100.0).append(' ').append(Math.round(y * 100) / 100.0);
    }

    /** As thick as it was drawn: a light hand draws thinner. */
    double thickness() {
        double pressure = path.stream().mapToDouble(Sample::pressure).average().orElse(1);
        return width * (0.4 + 0.6 * pressure);
    }
}
