// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.pushpin.content.Item;

/** Items from the lowest to the highest. Immutable; the next version shares all that did not change. */
record Stack(List<Item> items) {

    static final Comparator<Item> ORDER = Comparator.comparingDouble(Item::z).thenComparing(Item::key);

    /** @param items in any order */
    static Stack of(List<Item> items) {
        Item[] all = items.toArray(Item[]::new);
        Arrays.sort(all, ORDER);
        return new Stack(List.of(all));
    }

    /** One item instead of another. */
    record Turn(Item from, Item to) {}

    /**
     * The next version. What stays where it lies costs a search; else the order is made anew, which copies references only.
     *
     * @param turns of different keys; null where an item comes or goes
     */
    Stack with(List<Turn> turns) {
        Item[] all = items.toArray(Item[]::new);
        List<Item> in = new ArrayList<>();
        boolean holes = false;
        for (Turn turn : turns) {
            int at = turn.from() == null ? -1 : Collections.binarySearch(items, turn.from(), ORDER);
            boolean stays = at >= 0 && turn.to() != null && turn.to().z() == turn.from().z();
            if (at >= 0) all[at] = stays ? turn.to() : null;
            if (!stays && turn.to() != null) in.add(turn.to());
            holes |= at >= 0 && !stays;
        }
        return holes || !in.isEmpty() ? new Stack(List.of(merged(all, in))) : new Stack(List.of(all));
    }

    /** @param all in order, with holes */
    private static Item[] merged(Item[] all, List<Item> in) {
        in.sort(ORDER);
        List<Item> merged = new ArrayList<>(all.length + in.size());
        int next = 0;
        for (Item item : all) {
            if (item == null) continue;
            while (next < in.size() && ORDER.compare(in.get(next), item) < 0) merged.add(in.get(next++));
            merged.add(item);
        }
        merged.addAll(in.subList(next, in.size()));
        return merged.toArray(Item[]::new);
    }
}
