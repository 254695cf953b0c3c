// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

import org.pushpin.content.Item;
import org.pushpin.content.Rect;

/**
 * The things of a canvas in the order in which they lie, and where each can be at most, however high its content turns
 * out to be. Made once for each version of the canvas; immutable.
 *
 * @param items from the lowest to the highest
 */
record Plan(List<Item> items, Map<String, Integer> numbers, PlaneIndex places) {

    private static final Comparator<Item> ORDER = Comparator.comparingDouble(Item::z).thenComparing(Item::key);

    static final Plan EMPTY = of(List.of(), Item::at);

    /** @param reach where an item can be at most */
    static Plan of(List<Item> items, Function<Item, Rect> reach) {
        List<Item> ordered = new ArrayList<>(items.size());
        for (Item item : items) if (sane(item.at())) ordered.add(item);
        ordered.sort(ORDER);
        Map<String, Integer> numbers = HashMap.newHashMap(ordered.size());
        List<Rect> places = new ArrayList<>(ordered.size());
        for (Item item : ordered) {
            numbers.put(item.key(), places.size());
            places.add(reach.apply(item));
        }
        return new Plan(List.copyOf(ordered), numbers, new PlaneIndex(places));
    }

    private static boolean sane(Rect at) {
        return Double.isFinite(at.x()) && Double.isFinite(at.y()) && at.width() > 0 && Double.isFinite(at.width());
    }

    OptionalInt number(String key) {
        Integer number = numbers.get(key);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
