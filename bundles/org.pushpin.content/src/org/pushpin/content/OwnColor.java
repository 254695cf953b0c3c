// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Locale;
import java.util.Optional;

/**
 * A ground of a person's own colour. By day it is that colour; by night a trace of it on the dark paper. Text on it has
 * 4.5 : 1 in both.
 */
public record OwnColor(Color color) {

    private static final double TRACE = 0.3;
    private static final double LEGIBLE = 4.5;

    /** @param stored {@code #RRGGBB}; empty where it is anything else */
    public static Optional<OwnColor> of(String stored) {
        return stored.matches("#[0-9A-Fa-f]{6}") ? Optional.of(new OwnColor(Color.of(stored))) : Optional.empty();
    }

    /** What documents hold. */
    public String id() {
        return color.withOpacity(1).hex().toLowerCase(Locale.ROOT);
    }

    public Color ground(Theme theme) {
        return theme.dark() ? Theme.DARK.palette().paper().mix(color, TRACE) : color;
    }

    /** For text directly on it: dark or light ink, or black or white on the few grounds where neither is legible. */
    public Color ink(Theme theme) {
        Color ground = ground(theme);
        Color dark = Theme.LIGHT.palette().ink();
        Color light = Theme.DARK.palette().ink();
        boolean onLight = ground.contrast(dark) >= ground.contrast(light);
        Color better = onLight ? dark : light;
        if (ground.contrast(better) >= LEGIBLE) return better;
        Color black = Color.of("#000000");
        Color white = Color.of("#FFFFFF");
        return ground.contrast(black) >= ground.contrast(white) ? black : white;
    }

    /** An action that asks for a colour. @param then the verb that takes it as its argument {@code color} */
    public static Action choice(String id, String label, Optional<OwnColor> present, Color start, Intent.Act then) {
        Color shown = present.map(OwnColor::color).orElse(start);
        Icon icon = present.map(own -> Icon.swatch(own.color)).orElse(Icon.NONE);
        return new Action(id, label, icon, new Intent.Choose(shown, then)).checked(present.isPresent());
    }
}
