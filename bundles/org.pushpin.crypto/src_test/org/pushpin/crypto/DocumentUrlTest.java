// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Addresses as people paste them. */
final class DocumentUrlTest {
    private final DocumentUrl board = DocumentUrl.of(id(1), "board", DocumentSecret.of(Bytes.zeros(16)));
    private final DocumentUrl note = new DocumentUrl(id(2), "text", List.of(), Optional.empty());

    @Test
    void isFoundInsideText() {
        String text = "See " + board + ", (" + note + ") and \"" + note + "\". Not pushpin:/nonsense?contentType=x nor pushpin:/.";
        assertEquals(List.of(board, note), DocumentUrl.find(text));
        assertEquals(List.of(board, note), DocumentUrl.find(board.toString() + note));
        assertEquals(List.of(board), DocumentUrl.find("<a href='" + board + "'>" + board + "</a>"));
        assertEquals(List.of(), DocumentUrl.find(""));
    }

    @Test
    void findingIsLinearInHostileText() {
        String hostile = "pushpin:/".repeat(200_000) + "pushpin:/" + "a".repeat(2_000_000) + " " + note;
        assertEquals(List.of(note), DocumentUrl.find(hostile));
    }

    @Test
    void escapesAreWrittenOneWay() throws Exception {
        DocumentUrl url = DocumentUrl.parse("pushpin:/" + id(1) + "?contentType=text&x=%41%2fb%c3%bc");
        assertEquals(Optional.of("A/bü"), url.parameter("x"));
        assertEquals("pushpin:/" + id(1) + "?contentType=text&x=A/b%C3%BC", url.toString());
        assertEquals(url, DocumentUrl.parse(url.toString()));
    }

    @Test
    void capabilitiesComeAndGo() throws Exception {
        assertEquals(Optional.of(DocumentSecret.of(Bytes.zeros(16))), DocumentUrl.parse(board.toString()).secret());
        assertFalse(board.withoutCapability().toString().contains("#"));
        assertEquals(board, board.withoutCapability().withCapability(board.capability().orElseThrow()));
        assertEquals("text", board.withContentType("text").contentType());
        assertEquals(Optional.of("a b"), DocumentUrl.parse(note.withParameter("via", "a b").toString()).parameter("via"));
    }

    @Test
    void onlyTheUrlItselfShowsTheSecret() {
        assertFalse(board.secret().orElseThrow().toString().contains("00"));
        assertFalse(board.capability().orElseThrow().toString().contains("00"));
        assertTrue(board.toString().contains("#k"));
    }

    @Test
    void anyMistypedCharacterOfTheIdIsNoticed() {
        String text = note.toString();
        int start = DocumentUrl.SCHEME.length();
        for (int at = start; at < text.indexOf('?'); at++) {
            for (char c : "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".toCharArray()) {
                if (c != text.charAt(at)) {
                    String mistyped = text.substring(0, at) + c + text.substring(at + 1);
                    assertThrows(FormatException.class, () -> DocumentUrl.parse(mistyped));
                }
            }
        }
    }

    @Test
    void randomTextIsRefusedWithoutTrouble() {
        var random = new Random(3);
        String alphabet = "pushin:/?contentType=board&x=%41#kl" + (char) 0xd800 + "ü\n";
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? note.toString().substring(0, random.nextInt(60)) : "");
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                DocumentUrl url = DocumentUrl.parse(text.toString());
                assertEquals(url, DocumentUrl.parse(url.toString()));
            } catch (FormatException refused) {
                assertFalse(refused.getMessage().isEmpty());
            }
        }
    }

    private static DocumentId id(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new DocumentId(Bytes.of(key));
    }
}
