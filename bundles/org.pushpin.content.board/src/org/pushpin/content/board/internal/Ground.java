// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.Optional;

import org.pushpin.content.BoardColor;
import org.pushpin.content.Color;
import org.pushpin.content.OwnColor;
import org.pushpin.content.Theme;

/**
 * What a board's cards lie on: one of the named colours, or one of a person's own, which a dark theme darkens.
 *
 * @param own empty for a named one
 */
record Ground(BoardColor named, Optional<OwnColor> own) {

    /** @param stored the id of a {@link BoardColor}, or {@code #RRGGBB}; anything else is the default */
    static Ground of(String stored) {
        Optional<OwnColor> own = OwnColor.of(stored);
        return new Ground(own.isPresent() ? BoardColor.DEFAULT : BoardColor.of(stored), own);
    }

    /** What documents hold. */
    String id() {
        return own.map(OwnColor::id).orElse(named.id());
    }

    boolean isDefault() {
        return own.isEmpty() && named == BoardColor.DEFAULT;
    }

    Color paper(Theme theme) {
        return own.map(color -> color.ground(theme)).orElse(named.paper(theme));
    }

    Color dot(Theme theme) {
        return own.isPresent() ? paper(theme).mix(ink(theme), 0.13) : named.dot(theme);
    }

    /** For text directly on it. */
    Color ink(Theme theme) {
        return own.map(color -> color.ink(theme)).orElse(named.inkOn(theme));
    }
}
