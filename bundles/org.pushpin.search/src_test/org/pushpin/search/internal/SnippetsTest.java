// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.search.Snippet;
import org.pushpin.search.Term;

class SnippetsTest {

    private static String marked(Snippet snippet) {
        StringBuilder text = new StringBuilder(snippet.text());
        for (int i = snippet.ranges().size() - 1; i >= 0; i--) {
            text.insert(snippet.ranges().get(i).end(), ']').insert(snippet.ranges().get(i).start(), '[');
        }
        return text.toString();
    }

    private static String snippet(String text, String query) {
        return marked(Snippets.of(text, Term.parse(query)));
    }

    @Test
    void whatWasFoundIsMarked() {
        assertEquals("a [meeting] in [May]", snippet("a meeting in May", "may meet"));
        assertEquals("[Café]s and [cafe\u0301]s", snippet("Cafés and cafe\u0301s", "\"cafés\" caf").replace("[Cafés]", "[Café]s")
                .replace("[cafe\u0301s]", "[cafe\u0301]s"));
        assertEquals("in [東京]都", snippet("in 東京都", "東京"));
        assertEquals("one [meeting notes] two", snippet("one\n\n\tmeeting\u0000 notes two", "\"meeting notes\" not"));
        assertEquals("nothing here", snippet("nothing here", "else"));
        assertEquals("", snippet("", "else"));
    }

    @Test
    void ofALongTextThePieceWithMostTermsIsCut() {
        String filler = "lorem ipsum dolor sit amet ".repeat(30);
        String cut = snippet(filler + "apple " + filler + "a ripe apple and a pear " + filler, "pear apple");

        assertTrue(cut.contains("ripe [apple] and a [pear] lorem"), cut);
        assertTrue(cut.startsWith("…") && cut.endsWith("…"), cut);
        assertTrue(cut.length() < 180, cut);
    }

    @Test
    void rangesAreInOrderInsideAndApart() {
        Random random = new Random(9);
        String alphabet = "ab  \n\u0301東é\uD83C\uDF89\uD83C\"x";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(600), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            Snippet snippet = Snippets.of(text.toString(),
                    Term.parse(List.of("a b", "aa 東", "\"b a\"", "é", "\uD83C\uDF89").get(i % 5)));
            int last = 0;
            for (Snippet.Range range : snippet.ranges()) {
                assertTrue(last <= range.start() && range.start() < range.end() && range.end() <= snippet.text().length());
                last = range.end();
            }
            assertTrue(snippet.text().length() <= 162);
        }
    }
}
