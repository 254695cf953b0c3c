// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2 counts it. */
final class ColorsTest {

    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);

    @Test
    void bodyTextCanBeRead() {
        for (Theme theme : THEMES) {
            Palette p = theme.palette();
            for (Color ground : List.of(p.card(), p.chrome(), p.paper())) {
                readable(p.ink(), ground);
                readable(p.ink2(), ground);
            }
            readable(p.stickyInk(), p.sticky());
            readable(p.onAccent(), p.accent());
            readable(p.ink(), p.accentSoft());
        }
    }

    @Test
    void hintsAreReadableOnBoardsOfEveryColor() {
        for (Theme theme : THEMES) {
            for (BoardColor color : BoardColor.values()) readable(color.inkOn(theme), color.paper(theme));
        }
    }

    @Test
    void peopleStandOutOnBothPapers() {
        assertEquals(9, new HashSet<>(Theme.LIGHT.palette().people()).size());
        for (Color hue : Theme.LIGHT.palette().people()) {
            for (Theme theme : THEMES) assertTrue(hue.contrast(theme.palette().paper()) >= 3, hue.hex());
        }
    }

    @Test
    void gridIsSeenAndQuiet() {
        for (Theme theme : THEMES) {
            for (BoardColor color : BoardColor.values()) {
                double contrast = color.dot(theme).contrast(color.paper(theme));
                assertTrue(contrast > 1.1 && contrast < 1.7, color + " " + contrast);
            }
        }
    }

    @Test
    void thereAreEighteenBoardColorsByName() {
        Set<Color> light = new HashSet<>();
        for (BoardColor color : BoardColor.values()) {
            light.add(color.paper(Theme.LIGHT));
            assertEquals(color, BoardColor.of(color.id()));
        }
        assertEquals(18, light.size());
        assertEquals(BoardColor.SKY, BoardColor.of("SKY"));
        assertEquals(BoardColor.DEFAULT, BoardColor.of("no such color"));
    }

    @Test
    void hexSaysTheColor() {
        assertEquals(0xFF2F6FDE, Color.of("#2F6FDE").argb());
        assertEquals(0x14162229, Color.of("#16222914").argb());
        assertEquals("#16222914", Color.of("#16222914").hex());
        assertEquals("#808080", Color.of("#000000").mix(Color.of("#FFFFFF"), 0.5).hex());
    }

    private static void readable(Color text, Color ground) {
        assertTrue(text.contrast(ground) >= 4.5, text.hex() + " on " + ground.hex() + ": " + text.contrast(ground));
    }

    @Test
    void stickyNotesAreReadableAndYellowIsTheToken() {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (StickyColor color : StickyColor.values()) {
                assertTrue(color.ground(theme).contrast(color.ink(theme)) >= 4.5, color + " " + theme.dark());
                assertEquals(color, StickyColor.of(color.id()));
            }
            assertEquals(theme.palette().sticky(), StickyColor.YELLOW.ground(theme));
            assertEquals(theme.palette().stickyInk(), StickyColor.YELLOW.ink(theme));
        }
        assertEquals(StickyColor.YELLOW, StickyColor.of("mauve"));
    }
}
