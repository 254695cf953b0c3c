// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/**
 * The tokens of the look, in one place: colours, type and space. A card type takes its colours and text styles from
 * here and names none of its own, so that it follows light, dark, and what may come.
 */
public record Theme(boolean dark, Palette palette) {

    public static final Theme LIGHT = new Theme(false, Palette.LIGHT);
    public static final Theme DARK = new Theme(true, Palette.DARK);

    /** Steps of space. */
    public static final double SPACE_1 = 4;
    public static final double SPACE_2 = 8;
    public static final double SPACE_3 = 12;
    public static final double SPACE_4 = 16;
    public static final double SPACE_5 = 24;
    public static final double SPACE_6 = 32;

    /** Inside a card. */
    public static final Insets CARD_PADDING = Insets.of(14, 16);

    public static final double RADIUS_CARD = 8;
    public static final double RADIUS_CONTROL = 6;
    public static final double RADIUS_POPOVER = 12;

    /** Heights of the window's bars. */
    public static final double TAB_BAR = 36;
    public static final double TITLE_BAR = 48;

    /** Board title and omnibox: 17/24 semibold. */
    public TextStyle title() {
        return TextStyle.of(17, 24, 600, palette.ink());
    }

    /** A card's heading: 15/22 semibold. */
    public TextStyle heading() {
        return TextStyle.of(15, 22, 600, palette.ink());
    }

    /** 14/20. */
    public TextStyle body() {
        return TextStyle.of(14, 20, 400, palette.ink());
    }

    /** 14/20 semibold: a card's caption. */
    public TextStyle strong() {
        return body().weight(600);
    }

    /** What a card says: 13/19, secondary. */
    public TextStyle cardText() {
        return TextStyle.of(13, 19, 400, palette.ink2());
    }

    /** 12/16. */
    public TextStyle hint() {
        return TextStyle.of(12, 16, 400, palette.ink3());
    }

    /** 11/16 semibold, set in capitals by who writes it. */
    public TextStyle section() {
        return TextStyle.of(11, 16, 600, palette.ink3());
    }

    /** A link inside {@code text}. */
    public TextStyle link(TextStyle text) {
        return text.color(palette.accent());
    }

    /** The ground, border and corners of a card, as the host draws them. */
    public Style card() {
        return Style.NONE.background(palette.card()).border(Stroke.of(palette.line(), 1)).radius(RADIUS_CARD).shadow(true);
    }

    /** The border of something that is not quite there: a missing plug-in, a missing file. */
    public Stroke dashed() {
        return new Stroke(palette.frame(), 1, true);
    }
}
