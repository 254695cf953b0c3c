// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.Locale;
import java.util.Optional;

import org.pushpin.content.BoardColor;
import org.pushpin.content.Color;
import org.pushpin.content.Theme;

/**
 * What a board's cards lie on: one of the named colours, or one of a person's own, which a dark theme darkens.
 *
 * @param own empty for a named one
 */
record Ground(BoardColor named, Optional<Color> own) {

    /** @param stored the id of a {@link BoardColor}, or {@code #RRGGBB}; anything else is the default */
    static Ground of(String stored) {
        boolean hex = stored.matches("#[0-9A-Fa-f]{6}");
        return hex ? new Ground(BoardColor.DEFAULT, Optional.of(Color.of(stored)))
                : new Ground(BoardColor.of(stored), Optional.empty());
    }

    /** What documents hold. */
    String id() {
        return own.map(color -> color.hex().toLowerCase(Locale.ROOT)).orElse(named.id());
    }

    Color paper(Theme theme) {
        Color dark = Theme.DARK.palette().paper();
        return own.map(color -> theme.dark() ? dark.mix(color, 0.25) : color).orElse(named.paper(theme));
    }

    Color dot(Theme theme) {
        return own.isPresent() ? paper(theme).mix(ink(theme), 0.13) : named.dot(theme);
    }

    /** For text directly on it. */
    Color ink(Theme theme) {
        if (own.isEmpty()) return named.inkOn(theme);
        Color paper = paper(theme);
        Color dark = Theme.LIGHT.palette().ink();
        Color light = Theme.DARK.palette().ink();
        return paper.contrast(dark) >= paper.contrast(light) ? dark : light;
    }
}
