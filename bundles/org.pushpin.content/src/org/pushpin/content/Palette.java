// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.List;

/**
 * The colours of a theme, by what they are for.
 *
 * @param paper the board's ground
 * @param dot of the grid, on that ground
 * @param chrome tab bar, title bar, popovers
 * @param line separators and card borders, 1 px
 * @param card ground of a card
 * @param ink text
 * @param ink2 secondary text; 4.5 : 1 on a card
 * @param ink3 hints; not for what must be read
 * @param accent selection, links, primary action
 * @param accentSoft ground of the current tab or row
 * @param onAccent text on the accent
 * @param ok state dot: all is well
 * @param warn state dot: look here; also warnings' text
 * @param sticky ground of a sticky note
 * @param stickyInk text on it
 * @param code ground of code, icons, and empty pictures
 * @param frame dashed frames, unfilled bars
 * @param shadow of a card: this colour, near; half of it, far
 * @param people hues for presence, 3 : 1 against both papers
 */
public record Palette(Color paper, Color dot, Color chrome, Color line, Color card, Color ink, Color ink2, Color ink3,
        Color accent, Color accentSoft, Color onAccent, Color ok, Color warn, Color sticky, Color stickyInk, Color code,
        Color frame, Color shadow, List<Color> people) {

    private static final List<Color> PEOPLE = List.of(Color.of("#7A5AF8"), Color.of("#E0662E"), Color.of("#1D9484"),
            Color.of("#2F6FDE"), Color.of("#D6409F"), Color.of("#C0483D"), Color.of("#9A7B0A"), Color.of("#3D8F45"),
            Color.of("#0E8FB8"));

    static final Palette LIGHT = new Palette(Color.of("#EEF1F3"), Color.of("#D3DADF"), Color.of("#FBFCFC"),
            Color.of("#DDE3E7"), Color.of("#FFFFFF"), Color.of("#1D2730"), Color.of("#5B6872"), Color.of("#8C98A1"),
            Color.of("#2F6FDE"), Color.of("#E3ECFB"), Color.of("#FFFFFF"), Color.of("#2E9B63"), Color.of("#C9851B"),
            Color.of("#FFF1B8"), Color.of("#4A3B05"), Color.of("#F3F5F7"), Color.of("#C6D0D8"), Color.of("#16222C14"),
            PEOPLE);

    static final Palette DARK = new Palette(Color.of("#1B2126"), Color.of("#2A333A"), Color.of("#20272D"),
            Color.of("#313B43"), Color.of("#262E35"), Color.of("#E6EBEF"), Color.of("#A5B1BA"), Color.of("#74818B"),
            Color.of("#6BA0F5"), Color.of("#27384F"), Color.of("#10202F"), Color.of("#5CC08C"), Color.of("#E0AA55"),
            Color.of("#4C4420"), Color.of("#F4E6AE"), Color.of("#1E252B"), Color.of("#4A5761"), Color.of("#00000059"),
            PEOPLE);

    /** What is written in on a person's hue: white or ink, whichever reads better. */
    public static Color on(Color hue) {
        return hue.contrast(LIGHT.card) >= hue.contrast(LIGHT.ink) ? LIGHT.card : LIGHT.ink;
    }

    public Palette {
        people = List.copyOf(people);
    }
}
