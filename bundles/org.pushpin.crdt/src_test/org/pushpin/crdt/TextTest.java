// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static final String[] PIECES = {"a", "bc ", "é", "e\u0301", "😀", "👨‍👩‍👧", "🇩🇪", "🇫🇷🇫🇷", "漢字", "한글", "\r\n", "\n", "क्षि", "\u0301", "©\u200D"};

    private final Edit edit = Doc.empty().edit(ActorId.of(new byte[] {1}));
    private final ObjectId id = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);

    private Text text(String characters) {
        return edit.splice(id, 0, 0, characters).textOf(id);
    }

    @Test
    void itStaysWhatItWas() {
        Text text = text("hello");
        edit.splice(id, 0, 1, "J");

        assertEquals("hello", text.toString());
        assertEquals("Jello", edit.textOf(id).toString());
        assertNotEquals(text, edit.textOf(id));
        assertEquals(0, edit.textOf(ObjectId.ROOT).length());
        assertThrows(IndexOutOfBoundsException.class, () -> text.charAt(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyWayOfCountingLeadsBack(long seed) {
        Random random = new Random(seed);
        StringBuilder built = new StringBuilder();
        for (int n = random.nextInt(400); n > 0; n--) {
            built.append(PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(12) == 0 ? 40 : 1));
        }
        String plain = built.toString();
        Text text = text(plain);

        assertEquals(plain.codePointCount(0, plain.length()), text.codePointCount());
        assertEquals(plain.getBytes(StandardCharsets.UTF_8).length, text.utf8Length());
        for (int at = 0; at < plain.length(); at += 1 + random.nextInt(30)) {
            assertEquals(plain.charAt(at), text.charAt(at));
            if (!Character.isLowSurrogate(plain.charAt(at))) {
                assertEquals(plain.codePointCount(0, at), text.codePointsBefore(at));
                assertEquals(at, text.indexOfCodePoint(text.codePointsBefore(at)));
                assertEquals(at, text.indexOfUtf8(text.utf8Before(at)));
            }
        }
        graphemes(plain, text);
    }

    private static void graphemes(String plain, Text text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(plain);
        int count = 0;
        for (int start = 0, end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next(), count++) {
            assertEquals(end, text.graphemeEnd(start));
            assertEquals(end, text.graphemeEnd(end - 1));
            assertEquals(start, text.graphemeStart(start));
            assertEquals(start, text.graphemeStart(end - 1));
            assertEquals(start, text.previousGrapheme(end));
            if (count % 50 == 0) {
                assertEquals(start, text.indexOfGrapheme(count));
                assertEquals(count, text.graphemesBefore(start));
            }
        }
        assertEquals(count, text.graphemeCount());
        assertEquals(plain.length(), text.graphemeEnd(plain.length()));
        assertEquals(plain.length(), text.graphemeStart(plain.length()));
    }
}
