// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.pushpin.scene.internal.render.SceneItem;

/** The order in which a person reads what lies on the plane: row by row, a row being a grid cell high. Ui thread. */
public final class ReadingOrder {

    /** In board units. */
    private static final double ROW = 40;
    private static final Comparator<SceneItem> READING = Comparator
            .<SceneItem>comparingDouble(item -> Math.floor(item.at().y() / ROW))
            .thenComparingDouble(item -> item.at().x()).thenComparing(SceneItem::key);

    private final Core core;
    /** What has been put in order last: sorting is for places that have changed, not for a question. */
    private List<SceneItem> ordered = List.of();
    private List<SceneItem> order = List.of();
    /** Where each of the order is among the items. */
    private int[] numbers = {};

    ReadingOrder(Core core) {
        this.core = core;
    }

    /** Everything on the plane; costs nothing for a scene that has been asked before, and little where nothing lies elsewhere. */
    public List<SceneItem> all() {
        List<SceneItem> items = core.items();
        if (ordered == items) return order;
        if (!areAt(items, ordered)) {
            numbers = IntStream.range(0, items.size()).boxed().sorted(Comparator.comparing(items::get, READING))
                    .mapToInt(Integer::intValue).toArray();
        }
        order = Arrays.stream(numbers).mapToObj(items::get).toList();
        ordered = items;
        return order;
    }

    /** Whether they are the same cards at the same places as before. */
    private static boolean areAt(List<SceneItem> items, List<SceneItem> before) {
        if (items.size() != before.size()) return false;
        for (int i = 0; i < items.size(); i++) {
            SceneItem now = items.get(i);
            SceneItem was = before.get(i);
            if (now != was && !(now.key().equals(was.key()) && now.at().corner().equals(was.at().corner()))) return false;
        }
        return true;
    }

    /** Those of some keys that are here. */
    public List<SceneItem> of(Set<String> keys) {
        return keys.stream().flatMap(key -> core.item(key).stream()).sorted(READING).toList();
    }
}
