// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.CardSize;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.Style;
import org.pushpin.scene.internal.layout.Laid;

/**
 * A card as it is shown. Far from what is in sight it is a place only: its document is not opened, nothing is laid out,
 * and its height is what it was when it was seen last, or what its canvas guesses.
 *
 * @param source what the canvas says of it
 * @param at where, in board units, with the size that it really has
 * @param near whether it is laid out
 * @param limits of its size; empty for what nothing is known about
 */
public record SceneItem(Item source, Rect at, boolean near, Rendered rendered, Laid laid, Style chrome,
        Optional<CardSize> limits, Asked asked, Tiles tiles) {

    /** The size that was asked for; the height lies between the two, as the content needs. */
    record Asked(double width, double least, double most) {}

    /** Its bitmaps, as far as they are in sight, from back to front. @param complete false while better ones are coming */
    public record Tiles(boolean complete, List<Tile> list) {

        static final Tiles NONE = new Tiles(false, List.of());

        public Tiles {
            list = List.copyOf(list);
        }
    }

    /**
     * A piece of a card's bitmap.
     *
     * @param scale its pixels per board unit
     * @param left pixels from the left edge of the padded bitmap; {@code top} from its top
     * @param padding pixels around the card, for its shadow
     */
    public record Tile(int number, long version, BufferedImage image, double scale, int left, int top, int padding) {}

    public String key() {
        return source.key();
    }

    /** As high as its content. */
    public boolean autoHeight() {
        return source.autoHeight();
    }

    public double z() {
        return source.z();
    }

    public Set<Ability> can() {
        return source.can();
    }

    /** Key of the frame that it belongs to; empty: none. */
    public String frame() {
        return source.frame();
    }

    /** Whether it is the label of an arrow, which stands for the arrow. */
    public boolean isLabel() {
        return Labels.is(source);
    }

    /** Whether other items can be put into it. */
    public boolean holds() {
        return can().contains(Ability.HOLD);
    }

    /** Whether it stays as it is until it is unlocked. */
    public boolean locked() {
        return can().contains(Ability.UNLOCK);
    }

    SceneItem with(Tiles other) {
        return other.equals(tiles) ? this
                : new SceneItem(source, at, near, rendered, laid, chrome, limits, asked, other);
    }
}
