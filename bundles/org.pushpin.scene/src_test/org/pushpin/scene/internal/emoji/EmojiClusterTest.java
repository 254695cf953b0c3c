// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class EmojiClusterTest {

    static final List<String> WHOLE = List.of("🙂", "👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "1️⃣", "#⃣", "❤️", "👩🏽‍🚀",
            "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍❤️‍💋‍👨", "👁️‍🗨️", "🧑🏻‍🤝‍🧑🏿");

    @Test
    void whatPeopleTakeForOneEmojiIsOneCluster() {
        for (String emoji : WHOLE) {
            assertEquals(emoji.length(), end(emoji), emoji);
            assertEquals(emoji.length(), end(emoji + "x"), emoji);
            assertEquals(emoji.length(), end(emoji + "🙂"), emoji);
        }
    }

    @Test
    void signsThatAreTextStayText() {
        for (String text : List.of("1", "#", "a", "©", "❤", "🇩", "🇩x", "❤\uFE0E", "🙂\uFE0E", "\u200D", "\uFE0F", "é", "漢", "1\uFE0F")) {
            assertEquals(0, end(text), text);
        }
        assertEquals(2, end("🙂\u200D"), "a joiner that joins nothing is not the emoji's");
    }

    @Test
    void noClusterEndsWithinACharacterThatACaretStepsOver() {
        Random random = new Random(8);
        String[] parts = {"🙂", "👩", "\u200D", "\uFE0F", "\u20E3", "🏽", "🇩", "🇪", "1", "❤", "a", "\uDB40\uDC67", "\uDB40\uDC7F", "\uD83D"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) text.append(parts[random.nextInt(parts.length)]);
            int end = end(text.toString());
            assertTrue(end >= 0 && end <= text.length());
            BreakIterator characters = BreakIterator.getCharacterInstance();
            characters.setText(text.toString());
            assertTrue(end == 0 || end <= characters.next(), "the caret could go into " + text);
        }
    }

    @Test
    void aChainWithoutEndIsCut() {
        String chain = "👩‍".repeat(100_000) + "👩";
        assertTrue(end(chain) <= EmojiCluster.LONGEST);
    }

    private static int end(String text) {
        return EmojiCluster.end(text, 0, text.length());
    }
}
