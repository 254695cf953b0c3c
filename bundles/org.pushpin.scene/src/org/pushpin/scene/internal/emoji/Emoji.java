// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import java.awt.Shape;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;

/**
 * What an emoji looks like: layers to fill, lowest first, in units of the text's size, from its left on the baseline, y
 * downward. Immutable, though its shapes' classes are not: they are read only.
 *
 * @param width how much of the line it takes, in the same units
 */
public record Emoji(List<Layer> layers, double width) {

    /** @param color empty: the text's own */
    public record Layer(Shape outline, Optional<Color> color) {}

    public Emoji {
        layers = List.copyOf(layers);
    }
}
