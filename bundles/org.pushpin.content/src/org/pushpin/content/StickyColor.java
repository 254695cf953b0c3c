// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Locale;

/**
 * The hues of sticky notes. Yellow is the theme's token; the others have one lightness, close to its (in OKLCH 0.925 by
 * day, 0.386 by night, text 0.36 and 0.92), so that none shouts. Documents hold {@link #id()}.
 */
public enum StickyColor {
    YELLOW("#FFF1B8", "#4A3B05", "#4C4420", "#F4E6AE"),
    ORANGE("#FFE0C6", "#503721", "#593D24", "#FFDFC4"),
    PINK("#FFDBE5", "#53323C", "#5C3743", "#FFDAE4"),
    VIOLET("#EDDFFF", "#433652", "#4B3C5B", "#ECDEFF"),
    BLUE("#D2EAFF", "#264056", "#2A475F", "#D1E9FE"),
    GREEN("#CBF2D1", "#29452F", "#2E4C34", "#C5F3CD");

    private final Color lightGround;
    private final Color lightInk;
    private final Color darkGround;
    private final Color darkInk;

    StickyColor(String lightGround, String lightInk, String darkGround, String darkInk) {
        this.lightGround = Color.of(lightGround);
        this.lightInk = Color.of(lightInk);
        this.darkGround = Color.of(darkGround);
        this.darkInk = Color.of(darkInk);
    }

    /** The name in documents: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The hue of that name; {@link #YELLOW} when there is none. */
    public static StickyColor of(String id) {
        for (StickyColor color : values()) {
            if (color.name().equalsIgnoreCase(id)) return color;
        }
        return YELLOW;
    }

    public Color ground(Theme theme) {
        return theme.dark() ? darkGround : lightGround;
    }

    /** Text on the ground, at more than 4.5 : 1. */
    public Color ink(Theme theme) {
        return theme.dark() ? darkInk : lightInk;
    }
}
