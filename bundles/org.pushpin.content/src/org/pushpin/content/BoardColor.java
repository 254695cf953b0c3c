// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Locale;

/**
 * The grounds that a board can have: PushPin's eighteen, by PushPin's names, each with a quiet dark counterpart. The
 * default is the theme's own paper. Documents hold {@link #id()}.
 */
public enum BoardColor {
    DEFAULT("#EEF1F3", "#1B2126"),
    SNOW("#EBEDF4", "#1A1F30"),
    BEIGE("#F3F1EC", "#2E291D"),
    CANVAS("#D8D1C0", "#322D1F"),
    SKY("#DCF3F6", "#193033"),
    VIOLET("#E5DCF6", "#221933"),
    PINK("#FFE1E7", "#32181D"),
    HERB("#DAEFD2", "#213419"),
    PEACH("#FFD2CC", "#341C19"),
    RUST("#D96767", "#401A1A"),
    ENGINEER("#FFE283", "#3B3318"),
    KEYLIME("#A1E991", "#1F3C19"),
    PINE("#63D2A5", "#1B4131"),
    SOFT("#64BCDF", "#1A3540"),
    BIGBLUE("#3A66A3", "#1D2F47"),
    ROYAL("#A485E2", "#2E2149"),
    KAWAII("#ED77AA", "#3E1929"),
    BLACK("#2B2B2B", "#131313");

    private final Color light;
    private final Color dark;

    BoardColor(String light, String dark) {
        this.light = Color.of(light);
        this.dark = Color.of(dark);
    }

    /** The name in documents: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour of that name; {@link #DEFAULT} when there is none. */
    public static BoardColor of(String id) {
        for (BoardColor color : values()) {
            if (color.name().equalsIgnoreCase(id)) return color;
        }
        return DEFAULT;
    }

    public Color paper(Theme theme) {
        return theme.dark() ? dark : light;
    }

    /** Of the grid on this ground: just visible. */
    public Color dot(Theme theme) {
        if (this == DEFAULT) return theme.palette().dot();
        return paper(theme).mix(inkOn(theme), 0.13);
    }

    /** For text directly on this ground, at 4.5 : 1: dark or light ink; plain black on the few that are neither. */
    public Color inkOn(Theme theme) {
        Color paper = paper(theme);
        Color dark = Theme.LIGHT.palette().ink();
        Color light = Theme.DARK.palette().ink();
        Color better = paper.contrast(dark) >= paper.contrast(light) ? dark : light;
        return paper.contrast(better) >= 4.5 ? better : Color.of("#000000");
    }
}
