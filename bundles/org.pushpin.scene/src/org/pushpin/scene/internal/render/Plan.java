// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import org.pushpin.content.Edge;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.View;

/**
 * The things of a canvas in the order in which they lie, and where each can be at most, however high its content turns
 * out to be. Immutable; made for each version of the canvas: from the one before, where nothing came, went or changed its
 * height, at the cost of what is different and a look at references to all.
 *
 * @param items from the lowest to the highest, the labels of arrows above all others
 */
record Plan(List<Item> items, Map<String, Integer> numbers, PlaneIndex places, List<Item> cards, List<Edge> edges) {

    private static final Comparator<Item> ORDER = Comparator.comparingDouble(Item::z).thenComparing(Item::key);
    /** If more differ, all is made anew. */
    private static final int MOST_CHANGES = 200;

    static final Plan EMPTY = of(List.of(), List.of(), Item::at);

    /** @param changed numbers of the items that differ; null where any number may be another's */
    record Next(Plan plan, List<Integer> changed) {}

    static Plan of(View.Canvas canvas, Function<Item, Rect> reach) {
        return of(canvas.items(), canvas.edges(), reach);
    }

    /** @param reach where an item can be at most */
    static Plan of(List<Item> cards, List<Edge> edges, Function<Item, Rect> reach) {
        List<Item> ordered = new ArrayList<>(cards.size() + edges.size());
        Map<String, Item> known = HashMap.newHashMap(cards.size());
        for (Item item : cards) if (sane(item) && known.putIfAbsent(item.key(), item) == null) ordered.add(item);
        ordered.addAll(Labels.of(edges, known));
        ordered.sort(ORDER);
        Map<String, Integer> numbers = HashMap.newHashMap(ordered.size());
        List<Rect> places = new ArrayList<>(ordered.size());
        for (Item item : ordered) {
            numbers.put(item.key(), places.size());
            places.add(reach.apply(item));
        }
        return new Plan(List.copyOf(ordered), numbers, new PlaneIndex(places), cards, edges);
    }

    private static boolean sane(Item item) {
        Rect at = item.at();
        return Double.isFinite(at.x()) && Double.isFinite(at.y()) && at.width() > 0 && Double.isFinite(at.width())
                && !Labels.is(item);
    }

    /** The plan of the next version of the canvas. */
    Next next(View.Canvas canvas, Function<Item, Rect> reach) {
        List<Item> others = others(canvas);
        if (others == null) return new Next(of(canvas, reach), null);
        Item[] all = items.toArray(Item[]::new);
        List<Integer> changed = new ArrayList<>();
        List<Rect> at = new ArrayList<>();
        for (Item item : others) {
            int number = numbers.get(item.key());
            all[number] = item;
            changed.add(number);
            at.add(reach.apply(item));
        }
        return new Next(new Plan(List.of(all), numbers, places.with(changed, at), canvas.items(), canvas.edges()), changed);
    }

    /** What differs, if all lies as it did upon each other; else null. */
    private List<Item> others(View.Canvas canvas) {
        List<Item> now = canvas.items();
        List<Edge> ways = canvas.edges();
        boolean whole = now.size() == cards.size() && ways.size() == edges.size() && items.size() == now.size() + ways.size();
        if (!whole) return null;
        List<Item> others = new ArrayList<>();
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < now.size(); i++) {
            Item item = now.get(i);
            Item before = cards.get(i);
            if (item == before || item.equals(before)) continue;
            boolean stays = item.key().equals(before.key()) && item.z() == before.z() && sane(item);
            if (!stays || others.size() >= MOST_CHANGES) return null;
            others.add(item);
            moved.add(item.key());
        }
        return labels(ways, moved, others) ? others : null;
    }

    /** Adds the labels of arrows that differ. @return whether there are the same arrows as before */
    private boolean labels(List<Edge> ways, Set<String> moved, List<Item> others) {
        if (ways == edges && moved.isEmpty()) return true;
        Map<String, Item> ends = new HashMap<>();
        others.forEach(item -> ends.put(item.key(), item));
        for (int i = 0; i < ways.size(); i++) {
            Edge edge = ways.get(i);
            if (!edge.key().equals(edges.get(i).key())) return false;
            boolean same = edge == edges.get(i) && !moved.contains(edge.from().item()) && !moved.contains(edge.to().item());
            if (same) continue;
            List<Item> label = Labels.of(List.of(edge), key -> ends.containsKey(key) ? ends.get(key) : item(key));
            if (label.isEmpty() || !numbers.containsKey(edge.key())) return false;
            others.add(label.getFirst());
        }
        return true;
    }

    private Item item(String key) {
        Integer number = numbers.get(key);
        return number == null ? null : items.get(number);
    }

    OptionalInt number(String key) {
        Integer number = numbers.get(key);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
