// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Caption;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.transfer.Clip;

/** What is copied and pasted, here, on other boards, and between programs. */
class ClipboardTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl a;
    private DocumentUrl b;

    @BeforeEach
    void open() {
        a = theatre.pin("a", "one", 100, 100, 200, 100);
        b = theatre.pin("b", "two", 400, 100, 200, 0);
        theatre.repo.handle(theatre.board).changeSilently(null, edit -> {
            theatre.boardType.perform(new Intent.Enclose("f", new Rect(60, 60, 600, 200), Set.of("a", "b"), "",
                    new Caption("Reading & more", "sky")), edit);
            theatre.boardType.perform(new Intent.Connect("e", Edge.End.of("a", false), Edge.End.of("b", true),
                    new Caption("leads to", "")), edit);
        });
        theatre.boardType.performed.clear();
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private <T extends Intent> List<T> performed(Class<T> kind) {
        return theatre.performed().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void pointAt(double x, double y) {
        theatre.move(x, y);
    }

    /** On another board, in another window: frames, what is in them, and the arrows between. */
    @Test
    void aFrameBringsItsCardsAndTheirArrows() {
        theatre.click(60, 200);
        assertEquals(List.of("f"), theatre.stage.selection());
        theatre.key("Ctrl+C");
        theatre.stage.close();
        theatre.board = theatre.factory.create("board", new Seed.Blank("Other"));
        theatre.open();
        pointAt(300, 300);
        theatre.key("Ctrl+V");

        Intent.Enclose frame = performed(Intent.Enclose.class).getFirst();
        assertEquals(new Rect(320, 320, 600, 200), frame.at());
        assertEquals("Reading & more", frame.caption().text());
        List<Placement> cards = performed(Intent.Insert.class).getFirst().cards();
        assertEquals(List.of(a, b), cards.stream().map(Placement::url).toList());
        assertEquals(new Point(360, 360), cards.getFirst().at());
        assertTrue(cards.getLast().height().isEmpty());
        Intent.Reparent into = performed(Intent.Reparent.class).getFirst();
        assertEquals(frame.key(), into.frame());
        assertEquals(Set.of(cards.getFirst().key(), cards.getLast().key()), into.items());
        Intent.Connect arrow = performed(Intent.Connect.class).getFirst();
        assertEquals(cards.getFirst().key(), arrow.from().item());
        assertEquals(cards.getLast().key(), arrow.to().item());
        assertTrue(arrow.to().arrow());
        assertEquals("leads to", arrow.caption().text());
        assertEquals(List.of(frame.key()), theatre.stage.selection());
        theatre.key("Ctrl+Z");
        assertEquals("No cards", theatre.stage.subtitle());
    }

    @Test
    void duplicatesOfFramesKeepTheirTitlesAndTheirArrowsLabels() {
        theatre.click(60, 200);
        theatre.key("Ctrl+D");
        assertEquals("Reading & more", performed(Intent.Enclose.class).getFirst().caption().text());
        assertEquals("leads to", performed(Intent.Connect.class).getFirst().caption().text());
        assertEquals("4 cards", theatre.stage.subtitle());
    }

    @Test
    void pastingAsCopiesMakesDocumentsOfTheirOwn() {
        theatre.click(150, 150);
        theatre.key("Ctrl+C");
        pointAt(300, 500);
        theatre.key("Ctrl+Shift+V");
        DocumentUrl copy = performed(Intent.Insert.class).getFirst().cards().getFirst().url();
        assertNotEquals(a.id(), copy.id());
        assertEquals("one", theatre.text(copy));
    }

    @Test
    void cutCardsComeBackWhereTheyArePasted() {
        theatre.click(150, 150);
        theatre.key("Ctrl+X");
        assertEquals("1 card", theatre.stage.subtitle());
        pointAt(700, 500);
        theatre.key("Ctrl+V");
        assertEquals("2 cards", theatre.stage.subtitle());
        assertEquals(a, performed(Intent.Insert.class).getFirst().cards().getFirst().url());
    }

    /** An arrow to a card that stays behind does not come along. */
    @Test
    void onlyArrowsBetweenCopiedCardsAreCopied() {
        theatre.click(150, 150);
        theatre.key("Ctrl+C");
        assertTrue(Clip.read(theatre.clipboard.cards()).arrows().isEmpty());
        theatre.key("Ctrl+V");
        assertTrue(performed(Intent.Connect.class).isEmpty());
    }

    @Test
    void otherProgramsGetTextAndHtml() {
        theatre.click(60, 200);
        theatre.key("Ctrl+C");
        assertEquals("one\n\ntwo", theatre.clipboard.text());
        assertEquals("<p>one</p>\n<p>two</p>\n", theatre.clipboard.html());
    }

    @Test
    void cardsThatAreNoNotesGoOutAsLinks() {
        DocumentUrl inner = theatre.factory.create("board", new Seed.Blank("Inner <board>"));
        theatre.pin("c", inner, 100, 500, 200, 100);
        theatre.settle();
        theatre.click(150, 550);
        theatre.key("Ctrl+C");
        assertEquals(inner.toString(), theatre.clipboard.text());
        assertTrue(theatre.clipboard.html().contains("Inner &lt;board&gt;</a>"), theatre.clipboard.html());
    }

    private static Transfer html(String text, String html) {
        return new Transfer(text, "", List.of(), Optional.empty(), html);
    }

    @Test
    void htmlBecomesANoteInMarkdown() {
        theatre.clipboard = html("River slow", "<h2>River</h2><p><b>slow</b></p>");
        theatre.key("Ctrl+V");
        assertEquals("## River\n\n**slow**", theatre.text(performed(Intent.Insert.class).getFirst().cards().getFirst().url()));
    }

    @Test
    void htmlThatSaysNothingLeavesTheRest() {
        theatre.clipboard = html("said anyway", "<script>x</script>");
        theatre.key("Ctrl+V");
        assertEquals("said anyway", theatre.text(performed(Intent.Insert.class).getFirst().cards().getFirst().url()));
        theatre.clipboard = html(b.toString(), "<a href='" + b + "'>" + b + "</a>");
        theatre.key("Ctrl+V");
        assertEquals(b, performed(Intent.Insert.class).getLast().cards().getFirst().url());
    }

    /** The text of this fixture knows no looks, so that it gets the plain text; with looks, see the text type. */
    @Test
    void textIsPastedPlainWhereThereAreNoLooks() {
        theatre.doubleClick(150, 150);
        theatre.clipboard = html(" more", "<b> more</b>");
        theatre.key("Ctrl+End");
        theatre.key("Ctrl+V");
        theatre.key("Ctrl+Shift+V");
        assertEquals("one more more", theatre.text(a));
    }

    @Test
    void hostileClipsAreRefused() {
        assertTrue(Clip.read("nonsense\ncard a - " + a + " 1 2 x auto\ncard b - pushpin:/x 1 2 3 4\nframe f - 1").isEmpty());
        Clip clip = Clip.read("card a - " + a + " 1e300 NaN 5 auto\nframe f a 0 0 -5 5 red %zz\narrow a b true true 0 0 - -");
        assertEquals(1e6, clip.cards().getFirst().at().x());
        assertTrue(clip.frames().isEmpty());
        assertEquals(1, clip.arrows().size());
        theatre.clipboard = new Transfer("", "card a a " + a + " 0 0 5 auto\narrow a gone true true 0 0 - -", List.of(), Optional.empty());
        theatre.key("Ctrl+V");
        assertEquals("3 cards", theatre.stage.subtitle());
    }

    @Test
    void aClipReadsAsItWasWritten() {
        Clip clip = new Clip(List.of(new Clip.Card("k", "f", a, new Rect(1, 2, 3, 4), false)),
                List.of(new Clip.Frame("f", "", new Rect(-1, -2, 30, 40), new Caption("a b\nc-", "sky"))),
                List.of(new Clip.Arrow(Edge.End.at(new Point(7, 8), false), Edge.End.of("k", true), Caption.NONE)));
        assertEquals(clip, Clip.read(clip.write()));
    }
}
