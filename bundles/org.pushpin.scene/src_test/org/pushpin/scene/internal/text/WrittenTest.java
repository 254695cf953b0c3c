// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Intent;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.scene.Poster;

/** Lines as those get them who take text as text. */
class WrittenTest {

    private static final Fonts FONTS = new Fonts();
    private static final TextStyle BODY = TextStyle.of(14, 20, 400, Color.of("#000000"));
    private static final TextStyle HEADING = TextStyle.of(20, 30, 600, Color.of("#FF0000"));

    private static List<Poster.Line> lines(Styled text, double width) {
        TextBlock block = TextBlock.of(text, width, TextBlock.Alignment.START, FONTS, null);
        return block.lines(0, block.height());
    }

    @Test
    void everyLineHasItsTextAndItsPlace() {
        List<Poster.Line> lines = lines(Styled.runs(List.of(new Styled.Run("Title\n", HEADING),
                new Styled.Run("a body that needs two lines", BODY))), 120);
        assertEquals(List.of("Title", "a body that ", "needs two lines"), lines.stream().map(Poster.Line::text).toList());
        assertEquals(List.of(2, 0, 0), lines.stream().map(Poster.Line::level).toList());
        assertEquals(List.of(true, true, false), lines.stream().map(Poster.Line::opens).toList());
        assertTrue(lines.get(0).baseline() < 30 && lines.get(1).baseline() > 30 && lines.get(1).baseline() < 50);
    }

    @Test
    void piecesCoverTheLineAndSayWhatIsHiddenAndWhereLinksLead() {
        Styled.Run link = new Styled.Run("link", BODY.underline(true), Optional.of(new Intent.Browse("https://a.example/")));
        Styled text = new Styled(List.of(new Styled.Paragraph(Styled.Lead.NONE, BODY,
                List.of(Styled.Run.syntax("**", BODY, 0), new Styled.Run("bold", BODY), link))));
        List<Poster.Piece> pieces = lines(text, 300).getFirst().pieces();
        assertEquals(List.of(0, 2, 6), pieces.stream().map(Poster.Piece::start).toList());
        assertEquals(10, pieces.getLast().end());
        assertEquals(List.of(false, true, true), pieces.stream().map(Poster.Piece::shown).toList());
        assertEquals(Optional.of("https://a.example/"), pieces.getLast().link());
    }

    @Test
    void aSignIsNamedOnItsFirstLine() {
        Styled.Run marker = new Styled.Run("- ", BODY, Optional.empty(), Styled.Kind.MARKER, 0);
        Styled text = new Styled(List.of(new Styled.Paragraph(Styled.Lead.sign(Styled.Sign.BULLET, 20, "- "), BODY,
                List.of(marker, new Styled.Run("an item on two lines", BODY)))));
        assertEquals(List.of("\u2022", ""), lines(text, 100).stream().map(Poster.Line::marker).toList());
    }

    @Test
    void emojiAreSaidWhereTheyStand() {
        Poster.Line line = lines(Styled.of("a \ud83d\ude00 b", BODY), 300).getFirst();
        assertEquals("\ud83d\ude00", line.emoji().getFirst().text());
        assertTrue(line.emoji().getFirst().width() > 10);
        assertEquals(List.of(true, false, true), line.pieces().stream().map(Poster.Piece::shown).toList());
    }
}
