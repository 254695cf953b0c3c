// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SummaryTest {

    @Test
    void titleIsOneLine() {
        assertEquals("a b c d", new Summary(" a\n\tb\u2028c\u0000 d \r\n", "").title());
        assertEquals("", new Summary("\n \n", "").title());
    }

    @Test
    void longTitleIsCutBetweenCharacters() {
        String title = new Summary("😀".repeat(500_000), "").title();
        assertTrue(title.length() <= Summary.TITLE_LIMIT);
        assertTrue(title.endsWith("😀…"));
        assertFalse(Character.isHighSurrogate(title.charAt(title.length() - 2)));
    }

    @Test
    void whatIsMostlySpaceIsStillCut() {
        assertEquals("a…", Summary.oneLine("a" + " ".repeat(1_000_000) + "b"));
    }
}
