// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.content.Intent;

/**
 * Where cards come to lie when some are put above another: between that card and the next, so that only what moves is
 * written. Where no number is left between the two, all that lies above is raised.
 */
record Stacking(Cards cards) {

    /** The new z of every card that has to change, by key. */
    Map<String, Double> order(Intent.Order order) {
        Set<String> moving = new HashSet<>(order.items());
        List<Card> still = new ArrayList<>(cards.shown());
        still.removeIf(card -> moving.contains(card.key()));
        int above = indexAbove(order.above(), still);
        List<String> items = order.items().stream().distinct().filter(key -> cards.shown(key).isPresent()).toList();
        return above < 0 ? Map.of() : between(items, still, above);
    }

    /** How many of the cards that stay lie below the moved ones; -1 when the card to lie upon is gone. */
    private static int indexAbove(String key, List<Card> still) {
        if (key.isEmpty()) return 0;
        for (int i = 0; i < still.size(); i++) {
            if (still.get(i).key().equals(key)) return i + 1;
        }
        return -1;
    }

    private static Map<String, Double> between(List<String> items, List<Card> still, int above) {
        boolean last = above == still.size();
        double low = above > 0 ? still.get(above - 1).z() : last ? 0 : still.get(above).z() - items.size() - 1;
        double high = last ? low + items.size() + 1 : still.get(above).z();
        double step = (high - low) / (items.size() + 1);
        Map<String, Double> to = new LinkedHashMap<>();
        for (String key : items) to.put(key, low + step * (to.size() + 1));
        boolean room = step > Math.ulp(Math.max(Math.abs(low), Math.abs(high))) * 2;
        return room ? to : raised(items, still, above);
    }

    /** Everything in whole steps. */
    private static Map<String, Double> raised(List<String> items, List<Card> still, int above) {
        List<String> all = new ArrayList<>(still.stream().map(Card::key).toList());
        all.addAll(above, items);
        Map<String, Double> to = new LinkedHashMap<>();
        for (String key : all) to.put(key, to.size() + 1.0);
        return to;
    }
}
