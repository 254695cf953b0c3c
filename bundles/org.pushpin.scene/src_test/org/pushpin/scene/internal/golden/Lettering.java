// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

import org.pushpin.scene.internal.text.Fonts;

/** Fonts that are the same on every machine: those that are shipped, and two of the tests' own in the machine's place. */
final class Lettering {

    /** Hebrew, Arabic and what a Latin keyboard has. */
    static final Font LETTERS = font("Letters.ttf");

    static final Fonts FONTS = new Fonts(font("Mono.ttf"), LETTERS);

    private Lettering() {
    }

    private static Font font(String name) {
        try (InputStream in = Lettering.class.getResourceAsStream(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException damaged) {
            throw new AssertionError(name, damaged);
        }
    }
}
