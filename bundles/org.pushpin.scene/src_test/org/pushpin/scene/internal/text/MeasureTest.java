// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.font.TextHitInfo;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/** Lines that are measured and laid out one by one are those that Java breaks and lays out together; {@code -Dpushpin.paragraphs} tries more. */
class MeasureTest {

    private static final Fonts FONTS = new Fonts();
    private static final TextStyle BODY = TextStyle.of(14, 20, 400, Color.of("#000000"));
    private static final List<TextStyle> STYLES = List.of(BODY, BODY.weight(600), BODY.italic(true), BODY.weight(500),
            TextStyle.of(20, 30, 600, Color.of("#FF0000")), BODY.weight(600).italic(true).underline(true));
    private static final String[] WORDS = ("a I the of silt settle after rain measures compare, with: last; year? (bring) the-long tape "
            + "\"two\" jars \u2018at\u2019 mill\u2019s lane \u2014 train\u2013leaves platform 10:45 \u00e9t\u00e9 \u010desk\u00fd Stra\u00dfe WAVE To. AV/AV e.g. www.example.org/path?x=1&y=2 "
            + "box 1,000.50 2y xA A4 Ax1y $5 50% #tag @name [link] {set} a+b=c ~ ^ | \\ supercalifragilisticexpialidocious\u2026").split(" ");

    private final Random random = new Random(20);

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(20) == 0 ? "  " : " ");
        }
        return random.nextBoolean() ? text.toString() : text.toString().strip();
    }

    private Styled.Paragraph paragraph() {
        boolean listed = random.nextInt(3) == 0;
        List<Styled.Run> runs = new ArrayList<>();
        if (listed) runs.add(new Styled.Run("- ", BODY, Optional.empty(), Styled.Kind.MARKER, 0));
        for (int i = random.nextInt(4); i >= 0; i--) {
            TextStyle style = STYLES.get(random.nextInt(STYLES.size()));
            runs.add(new Styled.Run("and " + words(1 + random.nextInt(30)), style));
            if (random.nextInt(3) == 0) runs.add(Styled.Run.syntax("**", style, random.nextInt(3) == 0 ? 2 : 0));
        }
        Styled.Lead lead = listed ? Styled.Lead.sign(Styled.Sign.BULLET, 22, "- ") : Styled.Lead.NONE;
        return new Styled.Paragraph(lead, BODY, runs);
    }

    @Test
    void linesEndWhereJavaEndsThem() {
        for (int i = 0; i < Integer.getInteger("pushpin.paragraphs", 100); i++) {
            Styled.Paragraph source = paragraph();
            double width = 20 + random.nextInt(700) + random.nextDouble();
            TextBlock.Alignment alignment = TextBlock.Alignment.values()[random.nextInt(3)];
            Paragraph lazy = new Paragraph(source, width, alignment, FONTS);
            assertTrue(lazy.lines().stream().noneMatch(Line::isLaid), () -> "not plain: " + source.plain());
            assertSame(new Paragraph(source, width, alignment, FONTS, false), lazy);
        }
    }

    private static void assertSame(Paragraph whole, Paragraph lazy) {
        String what = lazy.width + " \u201c" + lazy.text + "\u201d";
        assertEquals(whole.lines().stream().map(Line::end).toList(), lazy.lines().stream().map(Line::end).toList(), what);
        assertEquals(whole.height, lazy.height, what);
        for (int i = 0; i < whole.lines().size(); i++) assertSame(whole.lines().get(i), lazy.lines().get(i), what);
    }

    private static void assertSame(Line whole, Line lazy, String what) {
        assertEquals(whole.top(), lazy.top(), what);
        assertEquals(whole.baseline(), lazy.baseline(), what);
        assertEquals(whole.x(), lazy.x(), 0.01, what);
        assertEquals(whole.inks(), lazy.inks(), what);
        assertEquals(whole.layout().getVisibleAdvance(), lazy.layout().getVisibleAdvance(), 0.01, what);
        for (int at = 0; at <= whole.end() - whole.start(); at++) {
            assertEquals(whole.layout().getCaretInfo(TextHitInfo.afterOffset(at))[0],
                    lazy.layout().getCaretInfo(TextHitInfo.afterOffset(at))[0], 0.01, what);
        }
        Rectangle2D a = whole.layout().getOutline(null).getBounds2D();
        Rectangle2D b = lazy.layout().getOutline(null).getBounds2D();
        assertEquals(a.getX(), b.getX(), 0.01, what);
        assertEquals(a.getMaxX(), b.getMaxX(), 0.01, what);
        assertEquals(a.getY(), b.getY(), 0.01, what);
        assertEquals(a.getHeight(), b.getHeight(), 0.01, what);
    }

    @Test
    void whatIsNotPlainIsLaidOutAtOnce() {
        List<String> others = List.of("a -> b", "a <= b", "2x4", "10 x4", "2 x 4", "\u05e9\u05dc\u05d5\u05dd", "\u6f22\u5b57", "e\u0301", "\ud83d\ude00", "tab\tbed", "\u00a9");
        for (String text : others) {
            Paragraph paragraph = new Paragraph(new Styled.Paragraph(Styled.Lead.NONE, BODY, List.of(new Styled.Run("plain " + text, BODY))),
                    100, TextBlock.Alignment.START, FONTS);
            assertTrue(paragraph.lines().stream().allMatch(Line::isLaid), text);
        }
    }

    @Test
    void whatStandsBetweenTwoHeightsIsAllThatIsLaidOut() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) text.append(words(3 + random.nextInt(60))).append(i % 50 == 0 ? "\n\n" : i % 7 == 0 ? "\n" : " ");
        TextBlock block = TextBlock.of(Styled.of(text.toString(), BODY), 400, TextBlock.Alignment.START, FONTS, null);
        double from = block.height() / 2;
        block.glyphs(from, from + 600);
        block.caret(block.hit(100, from + 300).offset());
        block.selection(0, block.plain().length(), from, from + 600);
        long laid = block.paragraphs.stream().flatMap(p -> p.lines().stream()).filter(line -> line.end() > line.start() && line.isLaid()).count();
        assertTrue(laid >= 28 && laid <= 34, "lines laid out: " + laid);
    }

    @Test
    void aKeystrokeKeepsTheLinesOfOtherParagraphs() {
        String text = words(40) + "\n" + words(40) + "\n" + words(40);
        TextBlock before = TextBlock.of(Styled.of(text, BODY), 200, TextBlock.Alignment.START, FONTS, null);
        before.glyphs(0, before.height());
        int at = text.indexOf('\n') + 5;
        TextBlock after = TextBlock.of(Styled.of(text.substring(0, at) + "k" + text.substring(at), BODY), 200,
                TextBlock.Alignment.START, FONTS, before);
        assertTrue(after.paragraphs.get(0).lines().stream().allMatch(Line::isLaid));
        assertFalse(after.paragraphs.get(1).lines().stream().anyMatch(Line::isLaid));
        assertTrue(after.paragraphs.get(2).lines().stream().allMatch(Line::isLaid));
    }
}
