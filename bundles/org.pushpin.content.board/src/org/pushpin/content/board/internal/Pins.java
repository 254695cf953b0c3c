// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.content.Item;

/**
 * A board's cards and frames, as they lie: every frame below every card, a frame inside another above that one; else as
 * their heights say. Immutable; the next version costs what is different, and the frames where these are built otherwise.
 *
 * @param named keys that entries name, or named, as their frame
 * @param ranks of the frames that are shown
 */
record Pins(Ledger<String, Entry> entries, Stack stack, Set<String> named, Map<String, Integer> ranks) {

    /** @param item null where it is not shown */
    private record Entry(Pin pin, Item item) {}

    static final Pins NONE = new Pins(Ledger.of(Map.of()), Stack.of(List.of()), Set.of(), Map.of());

    List<Item> items() {
        return stack.items();
    }

    boolean isShown(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.pin.shown();
    }

    /** @param changes a null for an entry that is gone */
    Pins with(Map<String, Pin> changes) {
        if (changes.isEmpty()) return this;
        boolean rebuilt = changes.entrySet().stream().anyMatch(change -> rebuilds(change.getKey(), change.getValue()));
        return rebuilt ? rebuilt(changes) : exchanged(changes);
    }

    /** Whether others than the entry itself may have to be told. */
    private boolean rebuilds(String key, Pin now) {
        Entry before = entries.get(key);
        if (now != null && before != null && now.isBuiltLike(before.pin)) return false;
        boolean frame = now != null && now.framing() || before != null && before.pin.framing();
        return frame || named.contains(key) || stack.items().isEmpty();
    }

    private Pins exchanged(Map<String, Pin> changes) {
        Map<String, Entry> fresh = new HashMap<>();
        Set<String> names = new HashSet<>(named);
        changes.forEach((key, pin) -> {
            if (pin != null && !pin.frame().isEmpty()) names.add(pin.frame());
        });
        Frames frames = new Frames(key -> frame(key, changes), key -> isShown(key, changes));
        List<Stack.Turn> turns = new ArrayList<>();
        changes.forEach((key, pin) -> {
            Entry before = entries.get(key);
            Item was = before == null ? null : before.item;
            Item is = pin == null || !pin.shown() ? null : item(pin, frames.of(key));
            fresh.put(key, pin == null ? null : new Entry(pin, is));
            if (was != null || is != null) turns.add(new Stack.Turn(was, is));
        });
        return new Pins(entries.with(fresh), stack.with(turns), Set.copyOf(names), ranks);
    }

    private Item item(Pin pin, String inside) {
        return pin.framing() ? pin.frame(inside, ranks.get(pin.key())) : pin.card(inside);
    }

    private String frame(String key, Map<String, Pin> changes) {
        Entry entry = entries.get(key);
        Pin pin = changes.containsKey(key) ? changes.get(key) : entry == null ? null : entry.pin;
        return pin == null ? "" : pin.frame();
    }

    private boolean isShown(String key, Map<String, Pin> changes) {
        Pin pin = changes.get(key);
        return changes.containsKey(key) ? pin != null && pin.shown() : isShown(key);
    }

    /** All of it anew, but for items that are as they were. */
    private Pins rebuilt(Map<String, Pin> changes) {
        Map<String, Pin> pins = new HashMap<>();
        entries.forEach(entry -> pins.put(entry.pin.key(), entry.pin));
        changes.forEach((key, pin) -> {
            if (pin == null) pins.remove(key);
            else pins.put(key, pin);
        });
        Frames frames = new Frames(key -> pins.containsKey(key) ? pins.get(key).frame() : "",
                key -> pins.containsKey(key) && pins.get(key).shown());
        Map<String, Integer> order = ranks(pins, frames);
        Set<String> names = new HashSet<>();
        Map<String, Entry> all = HashMap.newHashMap(pins.size());
        List<Item> items = new ArrayList<>();
        pins.forEach((key, pin) -> {
            if (!pin.frame().isEmpty()) names.add(pin.frame());
            Entry entry = new Entry(pin, pin.shown() ? item(pin, frames.of(key), order) : null);
            all.put(key, entry);
            if (entry.item != null) items.add(entry.item);
        });
        return new Pins(Ledger.of(all), Stack.of(items), Set.copyOf(names), order);
    }

    private Item item(Pin pin, String inside, Map<String, Integer> order) {
        Item item = pin.framing() ? pin.frame(inside, order.get(pin.key())) : pin.card(inside);
        Entry before = entries.get(pin.key());
        return before != null && item.equals(before.item) ? before.item : item;
    }

    private static Map<String, Integer> ranks(Map<String, Pin> pins, Frames frames) {
        List<Pin> shown = new ArrayList<>();
        for (Pin pin : pins.values()) if (pin.framing() && pin.shown()) shown.add(pin);
        shown.sort(Comparator.<Pin>comparingInt(pin -> Math.max(0, frames.depth(pin.key()))).thenComparingDouble(Pin::z)
                .thenComparing(Pin::key));
        Map<String, Integer> ranks = new HashMap<>();
        for (Pin pin : shown) ranks.put(pin.key(), ranks.size());
        return Map.copyOf(ranks);
    }
}
