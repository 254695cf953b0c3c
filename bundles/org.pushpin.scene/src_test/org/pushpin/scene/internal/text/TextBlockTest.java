// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;

class TextBlockTest {

    private static final Fonts FONTS = new Fonts();
    private static final TextStyle BODY = TextStyle.of(14, 20, 400, Color.of("#000000"));
    private static final TextStyle HEADING = TextStyle.of(20, 30, 600, Color.of("#FF0000"));

    private static TextBlock block(String text, double width) {
        return TextBlock.of(Styled.of(text, BODY), width, TextBlock.Alignment.START, FONTS, null);
    }

    @Test
    void linesAreAsHighAsTheirTallestRun() {
        Styled styled = Styled.of("Title\n", HEADING).plus("body", BODY).plus(" with Title", HEADING);
        TextBlock block = TextBlock.of(styled, 500, TextBlock.Alignment.START, FONTS, null);
        assertEquals(60, block.height());
        assertEquals(20, block("", 100).height());
        assertEquals(60, block("a\n\nb", 100).height());
    }

    @Test
    void carets() {
        TextBlock block = block("ab\ncd", 200);
        assertEquals(new Rect(0, 0, 0, 20), block.caret(0));
        assertTrue(block.caret(1).x() > 0);
        assertTrue(block.caret(2).x() > block.caret(1).x());
        assertEquals(new Rect(0, 20, 0, 20), block.caret(3));
        assertEquals(20, block.caret(99).y());
    }

    @Test
    void aHitIsWhereItsCaretIs() {
        Random random = new Random(3);
        TextBlock block = block("The quick brown fox jumps over the lazy dog.\n\nSecond paragraph, שלום עולם.", 120);
        for (int offset = 0; offset < block.plain().length(); offset++) {
            Rect caret = block.caret(offset);
            TextBlock.Hit hit = block.hit(caret.x() + random.nextDouble() * 0.2 - 0.1, caret.y() + 5);
            Rect again = block.caret(hit.offset(), hit.lineEnd());
            assertEquals(caret.x(), again.x(), 5, "at " + offset);
            assertEquals(caret.y(), again.y(), "at " + offset);
        }
    }

    @Test
    void textThatReadsToTheLeftStandsAtTheRight() {
        TextBlock block = block("שלום", 200);
        assertEquals(200, block.caret(0).x(), 0.5);
        assertTrue(block.caret(4).x() < 180);
        assertTrue(block.rightToLeft(1));
        assertFalse(block("hello", 200).rightToLeft(1));
    }

    @Test
    void aLongWordIsBrokenWhereItMust() {
        TextBlock block = block("x".repeat(200), 100);
        assertTrue(block.height() > 200);
        assertTrue(block.visibleWidth() <= 100.5);
    }

    @Test
    void timesDatesAndNumbersStayWhole() {
        String text = "leaves 8:12, on 24/12 or 2026-11-22 with 1,000.50 or שלום 7:30 then";
        for (double width = 90; width < 400; width += 3) {
            TextBlock block = block(text, width);
            for (int line = 0; line + 1 < block.lineCount(); line++) {
                int end = block.lineEnd(line);
                assertTrue(Character.isWhitespace(text.charAt(end - 1)), "at " + width + " a line ends with " + text.substring(0, end));
            }
        }
    }

    @Test
    void limitedTextEndsWithAnEllipsis() {
        TextBlock block = TextBlock.limited(Styled.of("one two three four five six seven", BODY), 80,
                TextBlock.Alignment.START, 2, FONTS);
        assertEquals(40, block.height());
        assertTrue(block.plain().endsWith("…"), block.plain());
        TextBlock whole = TextBlock.limited(Styled.of("one", BODY), 80, TextBlock.Alignment.START, 1, FONTS);
        assertEquals("one", whole.plain());
    }

    @Test
    void layingOutAgainReusesParagraphsAndGivesTheSame() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("alpha beta gamma\ndelta\n\nepsilon zeta");
        TextBlock incremental = block(text.toString(), 90);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextInt(4) == 0 && at < text.length()) text.deleteCharAt(at);
            else text.insert(at, "ab \nשx".charAt(random.nextInt(6)));
            incremental = TextBlock.of(Styled.of(text.toString(), BODY), 90, TextBlock.Alignment.START, FONTS,
                    incremental);
            TextBlock fresh = block(text.toString(), 90);
            assertEquals(fresh.height(), incremental.height(), "seed 5, step " + i);
            int probe = random.nextInt(text.length() + 1);
            assertEquals(fresh.caret(probe), incremental.caret(probe), "seed 5, step " + i);
        }
    }

    @Test
    void selectionCoversTheLines() {
        TextBlock block = block("ab\ncd", 200);
        List<Rect> areas = block.selection(1, 4);
        assertEquals(0, areas.getFirst().y());
        assertEquals(20, areas.getLast().y());
        assertTrue(block.selection(2, 2).isEmpty());
    }

    @Test
    void strangeCharactersNeverBreakALayout() {
        Random random = new Random(9);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 40; k++) text.append((char) random.nextInt(0x10000));
            String unit = text.toString().replace('\r', ' ');
            TextBlock block = block(unit, 60);
            for (int offset = 0; offset <= unit.length(); offset += 7) block.caret(offset);
            block.glyphs(0, 1000);
            block.hit(30, 30);
        }
    }

    @Test
    void colorsOfALineAreDrawnApart() {
        Styled styled = Styled.of("black ", BODY).plus("red", BODY.color(Color.of("#FF0000")));
        TextBlock block = TextBlock.of(styled, 500, TextBlock.Alignment.START, FONTS, null);
        assertEquals(List.of(Color.of("#000000"), Color.of("#FF0000")),
                block.glyphs(0, 100).stream().map(TextBlock.Glyphs::color).toList());
    }

    @Test
    void wordsAndCharacters() {
        assertEquals(4, Breaks.word("one two", 0, 1));
        assertEquals(4, Breaks.word("one two", 7, -1));
        assertEquals(7, Breaks.word("one two", 4, 1));
        assertEquals(2, Breaks.character("e\u0301x", 0, 1));
        assertEquals(2, Breaks.character("😀", 0, 1));
        assertEquals(0, Breaks.character("😀", 2, -1));
    }

    private static Styled.Paragraph item(Styled.Sign sign, String marker, String text) {
        TextStyle style = Theme.LIGHT.cardText();
        return new Styled.Paragraph(Styled.Lead.sign(sign, 20, marker), style, List.of(
                new Styled.Run(marker, style, Optional.empty(), Styled.Kind.MARKER, 0), new Styled.Run(text, style)));
    }

    private TextBlock block(Styled.Paragraph... paragraphs) {
        return TextBlock.of(new Styled(List.of(paragraphs)), 200, TextBlock.Alignment.START, new Fonts(), null);
    }

    @Test
    void aMarkerAloneHasItsCaretBehindIt() {
        for (Styled.Sign sign : Styled.Sign.values()) {
            Rect caret = block(item(sign, "- [ ] ", "")).caret(6);
            assertTrue(caret.x() >= 20 && caret.x() < 60, sign + " " + caret);
        }
    }

    @Test
    void linesOfAnItemHangAndNoCaretStandsInItsMarker() {
        TextBlock block = block(item(Styled.Sign.BULLET, "- ", "many words that need more than one line of this width"));
        assertTrue(block.lineCount() > 1);
        assertEquals(20, block.caret(2).x(), 0.5);
        assertEquals(20, block.caret(block.lineEnd(0), false).x(), 0.5);
        assertEquals(2, block.hit(1, 5).offset());
        assertEquals(2, block.lineStart(10, false));
        assertEquals(2, block.offMarker(1, -1));
    }

    @Test
    void hiddenSyntaxTakesTheRoomThatItIsGivenAndMovesNothingElse() {
        TextStyle style = Theme.LIGHT.cardText().mono();
        TextBlock plain = block(new Styled.Paragraph(Styled.Lead.NONE, style, List.of(new Styled.Run("ab00cd", style))));
        TextBlock hidden = block(new Styled.Paragraph(Styled.Lead.NONE, style, List.of(new Styled.Run("ab", style),
                Styled.Run.syntax("******", style, 2), new Styled.Run("cd", style))));
        assertEquals(plain.caret(6).x(), hidden.caret(10).x(), 0.5);
        assertEquals(plain.caret(4).x(), hidden.caret(8).x(), 0.5);
        assertEquals(plain.height(), hidden.height());
    }
}
