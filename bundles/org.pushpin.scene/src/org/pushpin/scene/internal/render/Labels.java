// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Edge;
import org.pushpin.content.Item;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.scene.internal.edges.Route;
import org.pushpin.scene.internal.edges.Routes;

/**
 * The labels of a canvas's arrows as items, above everything else, so that they are laid out, painted and edited as cards
 * are. They lie where the canvas says that the cards are; a stage knows better where a card's height is its content's.
 */
final class Labels {

    private static final double HEIGHT = 20;
    private static final double ABOVE_ALL = Double.POSITIVE_INFINITY;

    private Labels() {
    }

    /** The items of a canvas, and after them an item for every arrow whose ends are there. */
    static List<Item> with(View.Canvas canvas) {
        if (canvas.edges().isEmpty()) return canvas.items();
        Map<String, Rect> places = new HashMap<>();
        List<Item> all = new ArrayList<>();
        for (Item item : canvas.items()) if (places.putIfAbsent(item.key(), item.at()) == null && !is(item)) all.add(item);
        for (Edge edge : canvas.edges()) {
            if (places.containsKey(edge.key())) continue;
            Routes.route(edge, places::get).map(Route::middle).ifPresent(middle -> all.add(label(edge, middle)));
        }
        return all;
    }

    private static Item label(Edge edge, Point middle) {
        Rect at = new Rect(middle.x() - Routes.LABEL / 2, middle.y() - HEIGHT / 2, Routes.LABEL, HEIGHT);
        return new Item(edge.key(), at, true, ABOVE_ALL, "", edge.can(), edge.label());
    }

    static boolean is(Item item) {
        return item.z() == ABOVE_ALL;
    }
}
