// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.pushpin.content.Edge;
import org.pushpin.content.Item;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
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

    /** An item for every arrow whose ends are there. @param cards by key, of which no arrow has one */
    static List<Item> of(List<Edge> edges, Map<String, Item> cards) {
        Set<String> seen = new HashSet<>();
        List<Edge> own = edges.stream().filter(edge -> !cards.containsKey(edge.key()) && seen.add(edge.key())).toList();
        return of(own, cards::get);
    }

    /** @param cards by key; null for what is not there */
    static List<Item> of(List<Edge> edges, Function<String, Item> cards) {
        List<Item> labels = new ArrayList<>();
        for (Edge edge : edges) {
            Function<String, Rect> places = key -> {
                Item card = cards.apply(key);
                return card == null || is(card) ? null : card.at();
            };
            Routes.route(edge, places).map(Route::middle).ifPresent(middle -> labels.add(label(edge, middle)));
        }
        return labels;
    }

    private static Item label(Edge edge, Point middle) {
        Rect at = new Rect(middle.x() - Routes.LABEL / 2, middle.y() - HEIGHT / 2, Routes.LABEL, HEIGHT);
        return new Item(edge.key(), at, true, ABOVE_ALL, "", edge.can(), edge.label());
    }

    static boolean is(Item item) {
        return item.z() == ABOVE_ALL;
    }
}
