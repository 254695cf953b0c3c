// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.internal.arrange.Snapping;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;

/** Where new cards go, and how large they are at first. */
public record Placements(ContentRegistry registry, Guard guard) {

    private static final double STEP = 2 * CardSize.CELL;
    private static final CardSize UNKNOWN = CardSize.cells(13, 0, 2, 2, 72, 72);

    /** The nth card lies n steps right of and below a point, which is brought onto the grid. */
    public List<Placement> at(Point point, List<DocumentUrl> urls) {
        List<Placement> placements = new ArrayList<>();
        for (DocumentUrl url : urls) {
            double shift = STEP * placements.size();
            CardSize size = size(url.contentType());
            Point at = new Point(snap(point.x()) + shift, snap(point.y()) + shift);
            placements.add(new Placement(key(), url, at, size.width(), size.height()));
        }
        return placements;
    }

    /** One card of a given size. */
    public static Placement at(Point point, DocumentUrl url, double width, OptionalDouble height) {
        return new Placement(key(), url, point, width, height);
    }

    /** The size of a type's cards. */
    public CardSize size(String type) {
        Optional<ContentType> known = registry.type(type);
        if (known.isEmpty()) return UNKNOWN;
        try {
            return guard.call(known.get(), type, () -> known.get().descriptor(Locale.ROOT)).size();
        } catch (PluginException broken) {
            return UNKNOWN;
        }
    }

    /** To the nearest grid line; an exact half goes down, as PushPin does it. */
    public static double snap(double position) {
        return Snapping.toGrid(position);
    }

    /** A key that no canvas has yet. */
    public static String key() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
