// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.pushpin.scene.internal.render.SceneItem;

/** The order in which a person reads what lies on the plane: row by row, a row being a grid cell high. Ui thread. */
public final class ReadingOrder {

    /** In board units. */
    private static final double ROW = 40;
    private static final Comparator<SceneItem> READING = Comparator
            .<SceneItem>comparingDouble(item -> Math.floor(item.at().y() / ROW))
            .thenComparingDouble(item -> item.at().x()).thenComparing(SceneItem::key);

    private final Core core;
    /** What has been put in order last: sorting is for a scene, not for a question. */
    private List<SceneItem> ordered = List.of();
    private List<SceneItem> order = List.of();

    ReadingOrder(Core core) {
        this.core = core;
    }

    /** Everything on the plane; costs nothing for a scene that has been asked before. */
    public List<SceneItem> all() {
        List<SceneItem> items = core.items();
        if (ordered != items) order = items.stream().sorted(READING).toList();
        ordered = items;
        return order;
    }

    /** Those of some keys that are here. */
    public List<SceneItem> of(Set<String> keys) {
        return keys.stream().flatMap(key -> core.item(key).stream()).sorted(READING).toList();
    }
}
