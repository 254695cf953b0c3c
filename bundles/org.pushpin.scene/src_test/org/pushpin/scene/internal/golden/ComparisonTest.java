// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Theme;

/** A comparison that passes over everything would prove nothing: what a person sees must be seen, what nobody sees not. */
class ComparisonTest {

    private static BufferedImage card(String text, double x, Theme theme, double scale) {
        return new Exhibit("card", 420, 300, studio -> studio.pin("a", studio.text(text), x, 20, 300, 0)).picture(theme, scale);
    }

    private static Optional<String> fault(BufferedImage expected, BufferedImage actual) {
        return new Comparison(expected, actual).fault();
    }

    /** A picture of which something was drawn over. */
    private static BufferedImage changed(BufferedImage image, Consumer<Graphics2D> change) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        change.accept(g);
        g.dispose();
        return copy;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void theSameIsTheSame(double scale) {
        assertEquals(Optional.empty(), fault(card("Field trip", 20, Theme.LIGHT, scale), card("Field trip", 20, Theme.LIGHT, scale)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void oneOtherLetterOfTheTextIsSeen(double scale) {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            BufferedImage expected = card("Two\nField trip", 20, theme, scale);
            assertTrue(fault(expected, card("Two\nField trap", 20, theme, scale)).isPresent(), "another");
            assertTrue(fault(expected, card("Two\nField tri", 20, theme, scale)).isPresent(), "one that is missing");
            assertTrue(fault(expected, card("Two\nField trips", 20, theme, scale)).isPresent(), "one more");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void aLetterThatMovedByAPointIsSeen(double scale) {
        BufferedImage expected = card("Two\nField trip", 20, Theme.LIGHT, scale);
        int k = (int) scale;
        // the F: the first letter of the second line
        assertTrue(fault(expected, changed(expected, g -> g.copyArea(35 * k, 55 * k, 10 * k, 20 * k, k, 0))).isPresent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void aLetterInAnotherColourIsSeen(double scale) {
        BufferedImage expected = card("Two\nField trip", 20, Theme.LIGHT, scale);
        BufferedImage other = changed(expected, g -> { });
        for (int y = (int) (55 * scale); y < 75 * scale; y++) {
            for (int x = (int) (35 * scale); x < 46 * scale; x++) {
                int red = 255 - (255 - (other.getRGB(x, y) >> 16 & 255)) / 3;
                other.setRGB(x, y, other.getRGB(x, y) & 0xFFFF | red << 16);
            }
        }
        assertTrue(fault(expected, other).isPresent());
    }

    @Test
    void aCardThatMovedByAPointIsSeen() {
        assertTrue(fault(card("Field trip", 20, Theme.LIGHT, 1), card("Field trip", 21, Theme.LIGHT, 1)).isPresent());
    }

    @Test
    void whatRasterizersDoDifferentlyIsPassedOver() {
        BufferedImage expected = card("Field trip", 20, Theme.LIGHT, 1);
        BufferedImage shade = changed(expected, g -> {
            g.setColor(new Color(0, 0, 0, 20));
            g.fillRect(0, 0, 420, 300);
        });
        assertEquals(Optional.empty(), fault(expected, shade), "a shade");
        BufferedImage specks = changed(expected, g -> {
            g.setColor(Color.RED);
            for (int i = 0; i < 100; i++) g.fillRect(i % 10 * 40, i / 10 * 30, 2, 1);
        });
        assertEquals(Optional.empty(), fault(expected, specks), "specks, of 0.16 % of the pixels");
    }

    @Test
    void aPictureOfAnotherSizeIsAnother() {
        BufferedImage expected = card("Field trip", 20, Theme.LIGHT, 1);
        assertTrue(fault(expected, new BufferedImage(420, 299, BufferedImage.TYPE_INT_RGB)).orElseThrow().contains("299"));
    }
}
