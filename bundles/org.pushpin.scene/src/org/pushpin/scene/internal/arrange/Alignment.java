// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/** Brings rectangles into line with what they cover together, or spaces them evenly. */
public enum Alignment {
    LEFT(Axis.X, 0), CENTER(Axis.X, 0.5), RIGHT(Axis.X, 1), TOP(Axis.Y, 0), MIDDLE(Axis.Y, 0.5), BOTTOM(Axis.Y, 1),
    /** Equal gaps from left to right; the outermost two stay. */
    ACROSS(Axis.X, -1),
    /** Equal gaps from top to bottom. */
    DOWN(Axis.Y, -1);

    private final Axis axis;
    private final double part;

    Alignment(Axis axis, double part) {
        this.axis = axis;
        this.part = part;
    }

    /** How many it takes for something to happen. */
    public int least() {
        return part < 0 ? 3 : 2;
    }

    /** Where those that have to move go, by key. */
    public Map<String, Point> arrange(Map<String, Rect> places) {
        Map<String, Point> to = new LinkedHashMap<>();
        if (places.size() < least()) return to;
        Map<String, Rect> arranged = part < 0 ? distributed(places) : aligned(places);
        arranged.forEach((key, at) -> {
            if (!at.corner().equals(places.get(key).corner())) to.put(key, at.corner());
        });
        return to;
    }

    private Map<String, Rect> aligned(Map<String, Rect> places) {
        Rect all = places.values().stream().reduce(Rect::union).orElseThrow();
        Map<String, Rect> to = new LinkedHashMap<>();
        places.forEach((key, at) ->
            to.put(key, axis.at(at, axis.low(all) + (axis.length(all) - axis.length(at)) * part)));
        return to;
    }

    private Map<String, Rect> distributed(Map<String, Rect> places) {
        List<Map.Entry<String, Rect>> row = new ArrayList<>(places.entrySet());
        row.sort(Comparator.<Map.Entry<String, Rect>>comparingDouble(e -> axis.middle(e.getValue()))
                .thenComparing(Map.Entry::getKey));
        double from = axis.low(row.getFirst().getValue());
        double to = axis.high(row.getLast().getValue());
        double used = row.stream().mapToDouble(e -> axis.length(e.getValue())).sum();
        double gap = (to - from - used) / (row.size() - 1);
        Map<String, Rect> placed = new LinkedHashMap<>();
        double at = from;
        for (Map.Entry<String, Rect> entry : row) {
            placed.put(entry.getKey(), axis.at(entry.getValue(), at));
            at += axis.length(entry.getValue()) + gap;
        }
        return placed;
    }
}
