// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.util.Comparator;
import java.util.List;

import org.pushpin.export.internal.cards.Json;

import com.google.gson.JsonObject;

/** Which group a node is in: JSON Canvas does not say it, so it is the smallest that all of it lies in. */
final class Groups {

    record Area(String key, double x, double y, double width, double height) {

        private boolean holds(Area other) {
            return size() > other.size() && other.x >= x && other.y >= y && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        private double size() {
            return width * height;
        }
    }

    private Groups() {
    }

    static Area area(String key, JsonObject node) {
        return new Area(key, Json.number(node, "x"), Json.number(node, "y"), Json.number(node, "width"),
                Json.number(node, "height"));
    }

    /** The key of the group; empty for none. @param all groups */
    static String around(Area node, List<Area> all) {
        return all.stream().filter(other -> other.holds(node)).min(Comparator.comparingDouble(Area::size).thenComparing(Area::key))
                .map(Area::key).orElse("");
    }
}
