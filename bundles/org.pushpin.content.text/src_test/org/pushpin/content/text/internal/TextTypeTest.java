// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Descriptor;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.Place;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.Summary;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

/** Notes: made, edited by two, shown, and broken. */
final class TextTypeTest {

    private static final List<String> CONTEXTS = List.of(RenderContext.BOARD, RenderContext.WORKSPACE, RenderContext.LIST,
            RenderContext.TITLE_BAR, "thread");
    private static final List<Renderer> RENDERERS = List.of(new TextCard(), new TextRow(), new TextTitleBar());

    private final TextType type = new TextType();

    @Test
    void noteIsItsText() {
        Doc doc = Documents.create(type, new Seed.Text("Buy\r\nmilk\rand eggs"));
        assertEquals("Buy\nmilk\nand eggs", doc.text(text(doc)));
        assertEquals(new Summary("Buy", "milk\nand eggs"), type.summarize(doc));
    }

    @Test
    void firstLineThatIsNotBlankIsTheTitle() {
        assertEquals("Buy", type.summarize(Documents.create(type, new Seed.Text(" \n\n  Buy  \n\nmilk"))).title());
        assertEquals("", type.summarize(Documents.create(type, new Seed.Text(" \n\n "))).title());
        assertEquals("", type.summarize(Documents.create(type, Seed.blank())).title());
    }

    @Test
    void renamingKeepsTheRest() {
        Doc doc = Documents.create(type, new Seed.Text("\nold\nrest"));
        doc = Documents.perform(type, doc, Documents.ANN, new Intent.Rename("new"));
        assertEquals("\nnew\nrest", doc.text(text(doc)));
    }

    @Test
    void concurrentTypingMergesByCharacter() {
        Doc base = Documents.create(type, new Seed.Text("milk"));
        Doc ann = Documents.perform(type, base, Documents.ANN, new Intent.Splice(text(base), 0, 0, "Buy "));
        Doc ben = Documents.perform(type, base, Documents.BEN, new Intent.Splice(text(base), 4, 0, " and eggs"));

        assertEquals("Buy milk and eggs", ann.merge(ben).text(text(base)));
        assertEquals(ann.merge(ben).heads(), ben.merge(ann).heads());
    }

    @Test
    void cardIsAnEditorThatSaysTheTextUnitForUnit() {
        String all = "Title 😀\n\nbody\n" + url() + " end";
        View.Editor editor = editor(Documents.create(type, new Seed.Text(all)), RenderContext.BOARD);
        assertEquals(all, editor.content().plain());
        assertEquals(Theme.LIGHT.heading(), editor.content().paragraphs().getFirst().runs().getFirst().style());
    }

    @Test
    void linkOpensTheDocument() {
        View.Editor editor = editor(Documents.create(type, new Seed.Text("see " + url() + "!")), RenderContext.BOARD);
        Styled.Run link = editor.content().paragraphs().getFirst().runs().get(1);
        assertEquals(url().toString(), link.text());
        assertEquals(Optional.of(new Intent.Open(url(), Place.HERE)), link.intent());
        assertEquals(3, editor.content().paragraphs().getFirst().runs().size());
    }

    @Test
    void sentenceAloneIsNoHeading() {
        TextStyle style = editor(Documents.create(type, new Seed.Text("Buy milk")), RenderContext.BOARD).content().paragraphs().getFirst()
                .runs().getFirst().style();
        assertEquals(400, style.weight());
    }

    @Test
    void emptyNoteShowsAPlaceholder() {
        View.Editor editor = editor(Documents.create(type, Seed.blank()), RenderContext.BOARD);
        assertEquals("", editor.content().plain());
        assertEquals("Type something", editor.placeholder().plain());
    }

    @Test
    void longNoteShowsItsBeginningOnABoardAndAllOfItWhenOpened() {
        Doc doc = Documents.create(type, new Seed.Text("x".repeat(1_000_000)));
        View.Box card = (View.Box) new TextCard().render(doc, FixedContext.of(RenderContext.BOARD));
        assertInstanceOf(View.Text.class, card.children().getFirst());
        assertEquals(1_000_000, editor(doc, RenderContext.WORKSPACE).content().plain().length());
    }

    @Test
    void describesItself() {
        Descriptor descriptor = type.descriptor(Locale.ENGLISH);
        assertEquals("Text", descriptor.label());
        assertTrue(descriptor.accepts("text/plain;charset=utf-8") && descriptor.listed());
        assertTrue(!descriptor.accepts("text/html"));
        assertEquals(300, descriptor.size().width());
    }

    @Test
    void tickingAtOnceTicksOnce() {
        Doc base = Documents.create(type, new Seed.Text("- [ ] buy milk\n- [x] rest"));
        List<Intent> ticks = ticks(base);
        Doc ann = Documents.perform(type, base, Documents.ANN, ticks.getFirst());
        Doc ben = Documents.perform(type, base, Documents.BEN, ticks.getFirst());
        assertEquals("- [x] buy milk\n- [x] rest", ann.merge(ben).text(text(base)));
        assertEquals("- [ ] buy milk\n- [ ] rest", Documents.perform(type, base, Documents.ANN, ticks.get(1)).text(text(base)));
    }

    @Test
    void tickFindsItsTaskWhereverItHasMoved() {
        Doc base = Documents.create(type, new Seed.Text("- [ ] buy milk"));
        Doc moved = Documents.perform(type, base, Documents.BEN, new Intent.Splice(text(base), 0, 0, "Shopping\n- [ ] eggs\n"));
        Doc done = Documents.perform(type, moved, Documents.ANN, ticks(base).getFirst());
        assertEquals("Shopping\n- [ ] eggs\n- [x] buy milk", done.text(text(base)));
    }

    @Test
    void tickOfATaskThatIsGoneDoesNothing() {
        Doc base = Documents.create(type, new Seed.Text("- [ ] buy milk"));
        Doc gone = Documents.perform(type, base, Documents.BEN, new Intent.Splice(text(base), 0, 14, "plain"));
        assertEquals("plain", Documents.perform(type, gone, Documents.ANN, ticks(base).getFirst()).text(text(base)));
    }

    private static List<Intent> ticks(Doc doc) {
        return editor(doc, RenderContext.BOARD).content().paragraphs().stream().flatMap(p -> p.runs().stream())
                .flatMap(run -> run.intent().stream()).toList();
    }

    @Test
    void marksAreSeenAndMarkdownIsSeenBesideThem() {
        Doc base = Documents.create(type, new Seed.Text("one **two** three `four`"));
        Doc ann = Documents.perform(type, base, Documents.ANN, new Intent.Format(text(base), 0, 3, "strong", Scalar.of(true)));
        Doc both = Documents.perform(type, ann, Documents.BEN, new Intent.Format(text(base), 12, 24, "em", Scalar.of(true)));
        List<Styled.Run> runs = editor(both, RenderContext.BOARD).content().paragraphs().getFirst().runs();
        assertEquals(600, run(runs, "one").style().weight());
        assertEquals(600, run(runs, "two").style().weight());
        assertTrue(run(runs, "three ").style().italic());
        assertEquals(Styled.Kind.SYNTAX, run(runs, "**").kind());
    }

    @Test
    void boldGoesOnWithWhatIsTypedAndALinkDoesNot() {
        Doc base = Documents.create(type, new Seed.Text("bold link"));
        Doc doc = Documents.perform(type, base, Documents.ANN, new Intent.Format(text(base), 0, 4, "strong", Scalar.of(true)));
        doc = Documents.perform(type, doc, Documents.ANN,
                new Intent.Format(text(base), 5, 9, "link", Scalar.of("https://example.org/")));
        doc = Documents.perform(type, doc, Documents.ANN, new Intent.Splice(text(base), 9, 0, "s"));
        doc = Documents.perform(type, doc, Documents.ANN, new Intent.Splice(text(base), 4, 0, "er"));
        List<Styled.Run> runs = editor(doc, RenderContext.BOARD).content().paragraphs().getFirst().runs();
        assertEquals(600, run(runs, "bolder").style().weight());
        assertEquals(Optional.of(new Intent.Browse("https://example.org/")), run(runs, "link").intent());
        assertEquals(Optional.empty(), run(runs, "s").intent());
    }

    @Test
    void markCanBeTakenAwayAndUnknownOnesAreNotMade() {
        Doc base = Documents.create(type, new Seed.Text("word"));
        Doc bold = Documents.perform(type, base, Documents.ANN, new Intent.Format(text(base), 0, 4, "strong", Scalar.of(true)));
        Doc plain = Documents.perform(type, bold, Documents.ANN, new Intent.Format(text(base), 0, 4, "strong", Scalar.NULL));
        assertEquals(1, bold.marks(text(base)).size());
        assertEquals(List.of(), plain.marks(text(base)));
        assertEquals(base, Documents.perform(type, base, Documents.ANN, new Intent.Format(text(base), 0, 4, "x", Scalar.of(true))));
    }

    private static Styled.Run run(List<Styled.Run> runs, String text) {
        return runs.stream().filter(run -> run.text().equals(text)).findFirst().orElseThrow(() -> new AssertionError(runs));
    }

    @Test
    void titleIsWithoutSyntaxAndKeepsItWhenRenamed() {
        Doc doc = Documents.create(type, new Seed.Text("## The **plan** of `today`\nrest"));
        assertEquals("The plan of today", type.summarize(doc).title());
        Doc renamed = Documents.perform(type, doc, Documents.ANN, new Intent.Rename("Tomorrow"));
        assertEquals("## Tomorrow\nrest", renamed.text(text(doc)));
    }

    private static View.Editor editor(Doc doc, String context) {
        View.Box card = (View.Box) new TextCard().render(doc, FixedContext.of(context));
        assertEquals(Theme.CARD_PADDING, card.style().padding());
        return (View.Editor) card.children().getFirst();
    }

    private static ObjectId text(Doc doc) {
        return Note.of(doc).object().orElseThrow();
    }

    private static DocumentUrl url() {
        return new DocumentUrl(new DocumentId(Bytes.zeros(32)), "board", List.of(), Optional.empty());
    }

    private List<Doc> hostileAndHuge() {
        List<Doc> bad = new ArrayList<>(hostile());
        bad.addAll(Documents.huge(Documents.create(type, new Seed.Text("a\nb")), ObjectId.ROOT, "text"));
        return bad;
    }

    private List<Doc> hostile() {
        return Documents.hostile(Documents.create(type, new Seed.Text("a\nb")), ObjectId.ROOT, "text");
    }

    @Test
    void anyDocumentHasAView() {
        for (Doc doc : hostileAndHuge()) {
            for (Renderer renderer : RENDERERS) {
                for (String context : CONTEXTS) renderer.render(doc, FixedContext.of(context));
            }
            assertTrue(type.summarize(doc).title().length() <= Summary.TITLE_LIMIT);
        }
    }

    @Test
    void anyIntentIsSurvivedByAnyDocument() {
        for (Doc doc : hostile()) {
            for (Intent intent : Documents.intents()) Documents.perform(type, doc, Documents.BEN, intent);
        }
    }

    @Test
    void viewsAreEqualWhenDocumentsAre() {
        Doc doc = hostile().get(1);
        for (Renderer renderer : RENDERERS) {
            for (String context : CONTEXTS) {
                assertEquals(renderer.render(doc, FixedContext.of(context)), renderer.render(doc, FixedContext.of(context)));
            }
        }
    }
}
