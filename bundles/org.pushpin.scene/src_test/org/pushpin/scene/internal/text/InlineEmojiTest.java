// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Shape;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

class InlineEmojiTest {

    private static final Fonts FONTS = new Fonts();
    private static final TextStyle BODY = TextStyle.of(14, 20, 400, Color.of("#000000"));
    private static final String FAMILY = "👩‍👩‍👧‍👦";

    private static TextBlock block(String text, double width) {
        return TextBlock.of(Styled.of(text, BODY), width, TextBlock.Alignment.START, FONTS, null);
    }

    private static List<TextBlock.Glyphs> pictures(TextBlock block) {
        return block.glyphs(0, 10_000).stream().filter(glyphs -> !glyphs.letters()).toList();
    }

    @Test
    void anEmojiIsPaintedInItsColoursBetweenItsCarets() {
        TextBlock block = block("ab " + FAMILY + " cd", 300);
        List<TextBlock.Glyphs> layers = pictures(block);
        assertTrue(layers.stream().map(TextBlock.Glyphs::color).distinct().count() > 3);
        double left = block.caret(3).x();
        double right = block.caret(3 + FAMILY.length()).x();
        assertTrue(right - left > 14 && right - left < 20);
        for (TextBlock.Glyphs layer : layers) {
            assertTrue(layer.outline().getBounds2D().getMinX() >= left - 0.1);
            assertTrue(layer.outline().getBounds2D().getMaxX() <= right + 0.1);
        }
        assertEquals(20, block.height(), "a line with an emoji is no higher");
        assertEquals(layers.size(), block.emoji(0, 100).size(), "what takes text as text gets them, too");
        assertTrue(block.emoji(30, 100).isEmpty());
    }

    @Test
    void aCaretStepsOverTheWholeOfIt() {
        for (String emoji : List.of("🙂", FAMILY, "🇩🇪", "👍🏽", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")) {
            String text = "a" + emoji + "b";
            assertEquals(1 + emoji.length(), Breaks.character(text, 1, 1), emoji);
            assertEquals(1, Breaks.character(text, 1 + emoji.length(), -1), emoji);
        }
    }

    @Test
    void noPressPutsTheCaretInsideOne() {
        String text = "a" + FAMILY + "🇩🇪👍🏽b";
        TextBlock block = block(text, 300);
        for (double x = 0; x < block.visibleWidth() + 5; x += 0.5) {
            int offset = block.hit(x, 5).offset();
            assertTrue(List.of(0, 1, 12, 16, 20, 21).contains(offset), "caret at " + offset);
        }
        Rect picked = block.selection(1, 1 + FAMILY.length()).getFirst();
        assertEquals(block.caret(1).x(), picked.x(), 0.01);
        assertEquals(block.caret(1 + FAMILY.length()).x(), picked.x() + picked.width(), 0.01);
    }

    @Test
    void amongLettersThatReadToTheLeftItStandsInTheirOrder() {
        TextBlock block = block("שלום " + FAMILY + " עולם", 300);
        double left = pictures(block).stream().mapToDouble(g -> g.outline().getBounds2D().getMinX()).min().orElseThrow();
        double right = pictures(block).stream().mapToDouble(g -> g.outline().getBounds2D().getMaxX()).max().orElseThrow();
        assertTrue(right < block.caret(4).x() && left > block.caret(5 + FAMILY.length() + 1).x(), left + " to " + right);
        assertTrue(right - left < 20);
    }

    @Test
    void aLineIsNeverBrokenInsideOne() {
        String text = FAMILY.repeat(40);
        TextBlock block = block(text, 100);
        assertTrue(block.height() >= 20 * 7);
        double widest = pictures(block).stream().map(TextBlock.Glyphs::outline).map(Shape::getBounds2D)
                .mapToDouble(java.awt.geom.Rectangle2D::getMaxX).max().orElseThrow();
        assertTrue(widest <= 100.5, "to " + widest);
        int each = pictures(block(FAMILY, 100)).size();
        assertEquals(40 * each, pictures(block).size());
    }

    @Test
    void withoutOneNothingIsDifferent() {
        assertTrue(pictures(block("1 # * © plain", 300)).isEmpty());
        assertFalse(pictures(block("1️⃣", 300)).isEmpty());
        TextBlock later = TextBlock.of(Styled.of("a\n🙂", BODY), 300, TextBlock.Alignment.START, FONTS, block("a\n🙂", 300));
        assertEquals(pictures(block("a\n🙂", 300)).size(), pictures(later).size());
    }
}
