// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

final class MessagesTest {

    @Test
    void wordsComeInTheLanguageAskedFor() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertEquals("Board", Messages.of(MessagesTest.class, Locale.ENGLISH).get("label"));
            assertEquals("Pinnwand", Messages.of(MessagesTest.class, Locale.GERMANY).get("label"));
            assertEquals("only here", Messages.of(MessagesTest.class, Locale.GERMANY).get("rest"));
            assertEquals("Board", Messages.of(MessagesTest.class, Locale.JAPAN).get("label"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void missingWordIsItsKey() {
        assertEquals("no.such", Messages.of(MessagesTest.class, Locale.ENGLISH).get("no.such"));
    }

    @Test
    void countsAreWordsOfTheirOwn() {
        Messages words = Messages.of(MessagesTest.class, Locale.ENGLISH);
        assertEquals("1 card", words.get("cards", 1));
        assertEquals("1,200 cards", words.get("cards", 1200));
        assertEquals("1.200 Karten", Messages.of(MessagesTest.class, Locale.GERMAN).get("cards", 1200));
    }
}
