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
import org.pushpin.crdt.ObjectValue;
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
        assertEquals(Theme.LIGHT.heading(), editor.content().runs().getFirst().style());
    }

    @Test
    void linkOpensTheDocument() {
        View.Editor editor = editor(Documents.create(type, new Seed.Text("see " + url() + "!")), RenderContext.BOARD);
        Styled.Run link = editor.content().runs().get(1);
        assertEquals(url().toString(), link.text());
        assertEquals(Optional.of(new Intent.Open(url(), Place.HERE)), link.intent());
        assertEquals(3, editor.content().runs().size());
    }

    @Test
    void sentenceAloneIsNoHeading() {
        TextStyle style = editor(Documents.create(type, new Seed.Text("Buy milk")), RenderContext.BOARD).content().runs().getFirst().style();
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
