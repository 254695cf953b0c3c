// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Action;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.content.View;

/**
 * A document laid out, with what is in sight of it as bitmaps: what a stage shows. Immutable.
 *
 * @param number of the newest request or change that it has seen
 * @param canvas empty where the document is a page
 * @param actions of the document itself
 * @param items from the lowest to the highest; those that are not in sight may be places only
 * @param hint what an empty canvas says
 * @param overview the plane seen from afar
 * @param minimap all of it, small; empty where nobody asked for it
 * @param complete whether all that is in sight is laid out and painted
 */
public record Scene(long number, Rendered root, Optional<View.Canvas> canvas, List<Action> actions, Plan plan,
        List<SceneItem> items, Optional<SceneItem> hint, Overview overview, Optional<Minimap> minimap, boolean complete,
        Theme theme, double scale) {

    /** The key of the only item of a document that is no canvas. */
    public static final String PAGE = "page";

    /** @param shown by number of the plan; not changed from here on */
    static List<SceneItem> items(SceneItem[] shown) {
        return Collections.unmodifiableList(Arrays.asList(shown));
    }

    Scene with(List<SceneItem> others, Optional<SceneItem> otherHint, Overview seen, Optional<Minimap> map,
            boolean whole) {
        return new Scene(number, root, canvas, actions, plan, others, otherHint, seen, map, complete && whole,
                theme, scale);
    }

    /** The items without the labels of arrows, which lie above all others. */
    public List<SceneItem> cards() {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).isLabel()) high = middle;
            else low = middle + 1;
        }
        return items.subList(0, low);
    }

    /** Whether there are the same items in the same order, each of which may be another than it was. */
    public boolean hasKeysOf(Scene before) {
        return before != null && plan.numbers() == before.plan.numbers();
    }

    public Optional<SceneItem> item(String key) {
        Integer number = plan.numbers().get(key);
        return number == null ? Optional.empty() : Optional.of(items.get(number));
    }

    /** Those that touch an area, from the lowest to the highest; costs what is there. */
    public List<SceneItem> in(Rect area) {
        List<SceneItem> found = new ArrayList<>();
        for (int number : plan.places().touching(area)) {
            SceneItem item = items.get(number);
            if (item.at().intersects(area)) found.add(item);
        }
        return found;
    }

    /** Those that contain a point, from the lowest to the highest; costs what is there. */
    public List<SceneItem> at(Point point) {
        List<SceneItem> found = new ArrayList<>();
        for (int number : plan.places().at(point)) {
            if (items.get(number).at().contains(point)) found.add(items.get(number));
        }
        return found;
    }

    /** What all items cover together. Linear in their number. */
    public Optional<Rect> bounds() {
        return items.stream().filter(item -> !item.isLabel()).map(SceneItem::at).reduce(Rect::union);
    }
}
