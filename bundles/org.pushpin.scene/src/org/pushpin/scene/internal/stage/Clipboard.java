// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Cards on a clipboard: a line for each, {@code url x y width height}, where the height is {@code auto} or a number and
 * places count from the first card's. Lines that are anything else are passed over; at most {@value #MOST} are read.
 */
final class Clipboard {

    private static final int MOST = 1000;
    private static final double FARTHEST = 1e6;

    private Clipboard() {
    }

    static String write(List<SceneItem> items) {
        StringBuilder lines = new StringBuilder();
        Point origin = items.isEmpty() ? Point.ORIGIN : items.getFirst().at().corner();
        for (SceneItem item : items) {
            Rect at = item.at();
            if (item.rendered().url() == null) continue;
            lines.append(String.format(Locale.ROOT, "%s %.2f %.2f %.2f %s%n", item.rendered().url(),
                    at.x() - origin.x(), at.y() - origin.y(), at.width(),
                    item.autoHeight() ? "auto" : String.format(Locale.ROOT, "%.2f", at.height())));
        }
        return lines.toString();
    }

    /** The cards at a point, with new keys. */
    static List<Placement> read(String cards, Point at) {
        List<Placement> placements = new ArrayList<>();
        for (String line : cards.lines().limit(MOST).toList()) {
            String[] fields = line.strip().split(" ");
            if (fields.length != 5) continue;
            try {
                Point place = at.plus(number(fields[1]), number(fields[2]));
                OptionalDouble height = fields[4].equals("auto") ? OptionalDouble.empty()
                        : OptionalDouble.of(number(fields[4]));
                placements.add(Placements.at(place, DocumentUrl.parse(fields[0]), number(fields[3]), height));
            } catch (FormatException | NumberFormatException notACard) {
                System.getLogger(Clipboard.class.getName()).log(System.Logger.Level.DEBUG, "a line that is no card");
            }
        }
        return placements;
    }

    private static double number(String field) {
        double number = Double.parseDouble(field);
        return Double.isFinite(number) ? Math.clamp(number, -FARTHEST, FARTHEST) : 0;
    }
}
