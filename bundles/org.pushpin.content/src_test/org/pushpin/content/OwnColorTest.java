// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.pushpin.crdt.Scalar;

class OwnColorTest {

    /** Every ninth step of every channel, in both themes. */
    @Test
    void textIsLegibleOnAnyColour() {
        for (int red = 0; red < 256; red += 15) {
            for (int green = 0; green < 256; green += 15) {
                for (int blue = 0; blue < 256; blue += 15) {
                    OwnColor own = new OwnColor(new Color(0xFF000000 | red << 16 | green << 8 | blue));
                    legible(own, Theme.LIGHT);
                    legible(own, Theme.DARK);
                }
            }
        }
    }

    private static void legible(OwnColor own, Theme theme) {
        double contrast = own.ground(theme).contrast(own.ink(theme));
        assertTrue(contrast >= 4.5, () -> own.id() + " has " + contrast);
    }

    @Test
    void onlyColoursAreRead() {
        assertEquals("#a0b1c2", OwnColor.of("#A0B1C2").orElseThrow().id());
        for (String other : new String[] {"", "sky", "#12345", "#1234567", "#12345g", "url(x)"}) {
            assertEquals(Optional.empty(), OwnColor.of(other));
        }
    }

    @Test
    void aChoiceBecomesAnActWithTheColour() {
        Intent.Choose choose = new Intent.Choose(Color.of("#FFFFFF"), new Intent.Act("paint", Map.of("item", Scalar.of("f"))));
        assertEquals(new Intent.Act("paint", Map.of("item", Scalar.of("f"), "color", Scalar.of("#102030"))),
                choose.with(Color.of("#102030")));
    }
}
