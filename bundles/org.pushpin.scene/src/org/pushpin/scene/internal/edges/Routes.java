// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.edges;

import java.util.Optional;
import java.util.function.Function;

import org.pushpin.content.Edge;
import org.pushpin.content.Rect;
import org.pushpin.content.View;

/** Arrows' routes, and their labels' room. */
public final class Routes {

    /** The widest line of a label, in board units. */
    public static final double LABEL = 200;

    private Routes() {
    }

    /** @param places of items by key; null for what is not there. @return empty where an end is not there */
    public static Optional<Route> route(Edge edge, Function<String, Rect> places) {
        Rect from = end(edge.from(), places);
        Rect to = end(edge.to(), places);
        return from == null || to == null ? Optional.empty() : Optional.of(Route.between(from, to));
    }

    private static Rect end(Edge.End end, Function<String, Rect> places) {
        if (!end.item().isEmpty()) return places.apply(end.item());
        boolean sane = Double.isFinite(end.at().x()) && Double.isFinite(end.at().y());
        return sane ? new Rect(end.at().x(), end.at().y(), 0, 0) : null;
    }

    /** Whether a label says nothing. */
    public static boolean blank(View label) {
        return switch (label) {
            case View.Editor editor -> editor.content().plain().isEmpty();
            case View.Text text -> text.text().plain().isEmpty();
            case View.Described described -> blank(described.view());
            case View.Box box -> box.children().stream().allMatch(Routes::blank);
            default -> false;
        };
    }
}
