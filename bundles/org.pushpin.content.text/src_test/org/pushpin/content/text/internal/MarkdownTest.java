// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Intent;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;

/** The Markdown subset, what it costs to read it again, and hostile text. */
final class MarkdownTest {

    private final LineMaker maker = new LineMaker(new NoteLook(Theme.LIGHT), null);

    private Markdown read(String text, Markdown before) {
        return Markdown.of(text, TextMarks.NONE, false, maker, before);
    }

    private List<Styled.Paragraph> paragraphs(String text) {
        Styled styled = read(text, null).styled();
        assertEquals(text, styled.plain());
        return styled.paragraphs();
    }

    /** A line as what it shows: *strong* /em/ ~struck~ `code` {link}, hidden syntax left out. */
    private String shown(String line) {
        return paragraphs(line).getFirst().runs().stream().filter(run -> run.kind() == Styled.Kind.TEXT)
                .map(MarkdownTest::shown).collect(Collectors.joining());
    }

    private static String shown(Styled.Run run) {
        TextStyle style = run.style();
        String text = run.text();
        if (run.intent().isPresent()) text = "{" + text + "}";
        if (style.family() == TextStyle.Family.MONO) text = "`" + text + "`";
        if (style.strike()) text = "~" + text + "~";
        if (style.italic()) text = "/" + text + "/";
        return style.weight() >= 600 ? "*" + text + "*" : text;
    }

    @Test
    void emphasis() {
        assertEquals("a *b* c", shown("a **b** c"));
        assertEquals("a /b/ c", shown("a *b* c"));
        assertEquals("*/all/*", shown("***all***"));
        assertEquals("*a **/b/** c*", shown("**a *b* c**"));
        assertEquals("~gone~ here", shown("~~gone~~ here"));
        assertEquals("snake_case_name", shown("snake_case_name"));
        assertEquals("/word/", shown("_word_"));
        assertEquals("2 * 3 * 4", shown("2 * 3 * 4"));
        assertEquals("open **end", shown("open **end"));
        assertEquals("*not*", shown("\\*not\\*"));
        assertEquals("a ****", shown("a ****"));
        assertEquals("/a/*b*", shown("*a***b**"));
    }

    @Test
    void code() {
        assertEquals("run `a*b*c` now", shown("run `a*b*c` now"));
        assertEquals("`a`b`", shown("``a`b``"));
        assertEquals("one ` alone", shown("one ` alone"));
    }

    @Test
    void links() {
        Styled.Run link = paragraphs("see [the *site*](https://example.org/a_(b) \"title\") now").getFirst().runs().get(2);
        assertEquals("the ", link.text());
        assertEquals(Optional.of(new Intent.Browse("https://example.org/a_(b)")), link.intent());
        assertEquals("see {https://example.org/x_y}.", shown("see https://example.org/x_y."));
        assertEquals("({https://example.org/})", shown("(https://example.org/)"));
        assertEquals("xhttps://example.org", shown("xhttps://example.org"));
        assertEquals("[no link]", shown("[no link]"));
    }

    @Test
    void onlySafeTargetsAreFollowed() {
        for (String target : List.of("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "pushpin:/nonsense", "")) {
            assertEquals("x", shown("[x](" + target + ")"), target);
        }
    }

    @Test
    void blocks() {
        assertEquals(20, paragraphs("# One").getFirst().style().size());
        assertEquals(Styled.Sign.BULLET, lead("- item").sign());
        assertEquals(Styled.Sign.WRITTEN, lead("12. item").sign());
        assertEquals(Styled.Sign.BOX, lead("* [ ] item").sign());
        assertEquals(Styled.Sign.TICKED, lead("- [X] item").sign());
        assertEquals(Styled.Sign.RULE, lead("* * *").sign());
        assertTrue(lead("> said").bar().isPresent());
        assertEquals(lead("- a").indent() + 2 * NoteLook.STEP, lead("    - c").indent());
        assertEquals(Styled.Sign.NONE, lead("-no").sign());
        assertEquals(Styled.Sign.NONE, lead("1.no").sign());
        assertEquals(13, paragraphs("####### seven").getFirst().style().size());
    }

    private Styled.Lead lead(String line) {
        return paragraphs(line).getFirst().lead();
    }

    @Test
    void nextLineOfAListGoesOnWithIt() {
        assertEquals("  - ", lead("  - item").next());
        assertEquals("13) ", lead("12) item").next());
        assertEquals("- [ ] ", lead("- [x] item").next());
        assertEquals("> ", lead("> said").next());
        assertEquals("", lead("text").next());
    }

    @Test
    void fenceEndsWhereItsSignsAre() {
        List<Styled.Paragraph> all = paragraphs("````java\n# no heading\n```\n*x*\n````\n*y*");
        for (int i = 0; i < 5; i++) assertTrue(all.get(i).lead().ground().isPresent(), "line " + i);
        assertEquals("*x*", all.get(3).runs().getFirst().text());
        assertTrue(all.get(5).runs().get(1).style().italic());
    }

    @Test
    void columnsOfATableBeginAtOnePlace() {
        List<Styled.Paragraph> rows = paragraphs("| Name | N |\n|---|---|\n| a **b** | 漢字 |\n| longest | `c|d` |");
        List<Integer> second = new ArrayList<>();
        for (int row : new int[] {0, 2, 3}) second.add(columnStart(rows.get(row), row == 0 ? "N" : row == 2 ? "漢字" : "c|d"));
        assertEquals(List.of(9, 9, 9), second);
        assertEquals(Styled.Sign.RULE, rows.get(1).lead().sign());
        assertEquals(600, rows.getFirst().runs().get(1).style().weight());
    }

    private static int columnStart(Styled.Paragraph row, String cell) {
        int at = 0;
        for (Styled.Run run : row.runs()) {
            if (run.text().equals(cell)) return at;
            at += run.kind() == Styled.Kind.SYNTAX ? run.room() : run.text().length();
        }
        throw new AssertionError(row);
    }

    @Test
    void oneKeyReadsOneLineOfALongText() {
        String text = "- [ ] a line with *some* **text** and `code`\n".repeat(20_000);
        Markdown before = read(text, null);
        int middle = text.length() / 2 + 8;
        Markdown after = read(text.substring(0, middle) + "x" + text.substring(middle), before);
        assertEquals(20_000, after.shared(before));
        Markdown split = read(text.substring(0, middle) + "\n" + text.substring(middle), before);
        assertEquals(20_000, split.shared(before));
    }

    @Test
    void readingAgainIsAsReadingAnew() {
        Random random = new Random(5);
        String[] pieces = {"a", "*", "**", "`", "```\n", "\n", "| a | b |\n", "- ", "# ", "> ", "[x](y)", " ", "|-|-|\n", "1. "};
        String text = "";
        Markdown last = null;
        for (int i = 0; i < 3000; i++) {
            int at = random.nextInt(text.length() + 1);
            int delete = random.nextInt(4) == 0 ? Math.min(random.nextInt(12), text.length() - at) : 0;
            text = text.substring(0, at) + pieces[random.nextInt(pieces.length)] + text.substring(at + delete);
            if (text.length() > 400) text = text.substring(200);
            last = read(text, last);
            assertEquals(read(text, null).styled(), last.styled(), "step " + i);
            assertEquals(text, last.styled().plain());
        }
    }

    @Test
    void hostileTextIsReadInLinearTime() {
        for (String piece : List.of("*", "**a ", "_a ", "`", "`a``b```", "[", "[](", "](", "~~a ", "<", "> ", "|", "a|", "\\",
                "https://", "# ", "- ")) {
            String one = piece.repeat(1_000_000 / piece.length());
            assertEquals(one.length(), read(one, null).styled().length());
            String lines = (piece.repeat(Inlines.LONGEST / piece.length()) + "\n").repeat(20);
            assertEquals(lines.length(), read(lines, null).styled().length());
        }
    }
}
