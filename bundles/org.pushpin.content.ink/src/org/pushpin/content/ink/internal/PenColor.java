// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.Locale;

import org.pushpin.content.Color;
import org.pushpin.content.Theme;

/** The colours of pens: ink, and hues of the theme that are seen on light and dark cards. */
enum PenColor {
    INK(-1), RED(5), ORANGE(1), GREEN(7), BLUE(3), VIOLET(0);

    private final int hue;

    PenColor(int hue) {
        this.hue = hue;
    }

    /** The name in documents: lower case. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PenColor of(String id) {
        for (PenColor color : values()) if (color.id().equals(id)) return color;
        return INK;
    }

    Color on(Theme theme) {
        return hue < 0 ? theme.palette().ink() : theme.palette().people().get(hue);
    }
}
