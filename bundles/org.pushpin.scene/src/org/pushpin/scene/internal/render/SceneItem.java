// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.CardSize;
import org.pushpin.content.Rect;
import org.pushpin.content.Style;
import org.pushpin.scene.internal.layout.Laid;

/**
 * A card as it is shown.
 *
 * @param at where, in board units, with the size that it really has
 * @param autoHeight as high as its content
 * @param frame key of the frame that it belongs to; empty: none
 * @param limits of its size; empty for what nothing is known about
 */
public record SceneItem(String key, Rect at, boolean autoHeight, double z, String frame, Set<Ability> can, Rendered rendered,
        Laid laid, Style chrome, Optional<CardSize> limits, Asked asked, Tiles tiles) {

    /** The size that was asked for; the height lies between the two, as the content needs. */
    record Asked(double width, double least, double most) {}

    /** Its bitmaps, as far as they are in sight, from the top. @param complete false while better pixels are coming */
    public record Tiles(double scale, int paddingPixels, boolean complete, List<Tile> list) {

        static final Tiles NONE = new Tiles(0, 0, false, List.of());

        public Tiles {
            list = List.copyOf(list);
        }
    }

    /** @param topPixels where the tile begins, from the top of the padded bitmap */
    public record Tile(int number, long version, BufferedImage image, int topPixels) {}

    /** Whether other items can be put into it. */
    public boolean holds() {
        return can.contains(Ability.HOLD);
    }

    /** Whether it stays as it is until it is unlocked. */
    public boolean locked() {
        return can.contains(Ability.UNLOCK);
    }

    SceneItem with(Tiles other) {
        return new SceneItem(key, at, autoHeight, z, frame, can, rendered, laid, chrome, limits, asked, other);
    }
}
