// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pushpin.content.Action;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.content.View;

/**
 * A document laid out, with what is in sight of it as bitmaps: what a stage shows. Immutable.
 *
 * @param number of the newest request or change that it has seen
 * @param canvas empty where the document is a page
 * @param actions of the document itself
 * @param items from the lowest to the highest
 * @param hint what an empty canvas says
 */
public record Scene(long number, Rendered root, Optional<View.Canvas> canvas, List<Action> actions,
        List<SceneItem> items, Map<String, SceneItem> byKey, Optional<SceneItem> hint, Theme theme, double scale) {

    /** The key of the only item of a document that is no canvas. */
    public static final String PAGE = "page";

    static Scene of(long number, Rendered root, Optional<View.Canvas> canvas, List<Action> actions,
            List<SceneItem> items, Optional<SceneItem> hint, Theme theme, double scale) {
        Map<String, SceneItem> byKey = items.stream()
                .collect(Collectors.toUnmodifiableMap(SceneItem::key, Function.identity(), (low, high) -> high));
        return new Scene(number, root, canvas, List.copyOf(actions), List.copyOf(items), byKey, hint, theme, scale);
    }

    public Optional<SceneItem> item(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** What all items cover together. */
    public Optional<Rect> bounds() {
        return items.stream().map(SceneItem::at).reduce(Rect::union);
    }
}
