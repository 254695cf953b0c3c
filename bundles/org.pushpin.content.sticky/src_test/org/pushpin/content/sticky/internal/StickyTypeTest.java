// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.sticky.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Action;
import org.pushpin.content.Color;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.Paint;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.StickyColor;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.testkit.Documents;

/** Sticky notes: written and coloured by three, shown, and broken. */
final class StickyTypeTest {

    private static final List<String> CONTEXTS = List.of(RenderContext.BOARD, RenderContext.WORKSPACE, RenderContext.LIST,
            RenderContext.TITLE_BAR);
    private static final List<Renderer> RENDERERS = List.of(new StickyCard(), new StickyRow());

    private final StickyType type = new StickyType();

    @Test
    void isYellowUntilAnotherColorIsChosen() {
        Doc doc = Documents.create(type, new Seed.Text("Buy milk\nand eggs"));
        assertEquals(new Summary("Buy milk", "and eggs"), type.summarize(doc));
        assertEquals(Optional.of(Paint.of(StickyColor.YELLOW.ground(Theme.DARK))),
                paper(doc, Theme.DARK).style().background());
        Doc blue = Documents.perform(type, doc, Documents.ANN, color("blue"));
        assertEquals(Optional.of(Paint.of(StickyColor.BLUE.ground(Theme.LIGHT))), paper(blue, Theme.LIGHT).style().background());
    }

    @Test
    void typingAndColoringAtOnceMerge() {
        Doc base = Documents.create(type, new Seed.Text("milk"));
        ObjectId text = Sticky.of(base).object().orElseThrow();
        Doc ann = Documents.perform(type, base, Documents.ANN, new Intent.Splice(text, 0, 0, "Buy "));
        Doc ben = Documents.perform(type, base, Documents.BEN, new Intent.Splice(text, 4, 0, " and eggs"));
        Doc pink = Documents.perform(type, base, org.pushpin.crdt.ActorId.parse("cc"), color("pink"));
        Sticky all = Sticky.of(ann.merge(pink).merge(ben));
        assertEquals("Buy milk and eggs", all.text());
        assertEquals(StickyColor.PINK, all.color());
    }

    @Test
    void everyColorHasAKeyAndThePresentOneIsMarked() {
        Doc green = Documents.perform(type, Documents.create(type, Seed.blank()), Documents.ANN, color("green"));
        List<Action> actions = described(green, Theme.LIGHT).actions();
        assertEquals(7, actions.stream().map(Action::key).distinct().count());
        assertEquals(List.of("Green"), actions.stream().filter(Action::checked).map(Action::label).toList());
    }

    @Test
    void aColorOfOnesOwnIsChosenAndShown() {
        Doc doc = Documents.create(type, Seed.blank());
        Action choose = described(doc, Theme.LIGHT).actions().getLast();
        Intent act = ((Intent.Choose) choose.intent()).with(Color.of("#FF8800"));
        Doc own = Documents.perform(type, doc, Documents.ANN, act);
        assertEquals(Optional.of(Paint.of(Color.of("#FF8800"))), paper(own, Theme.LIGHT).style().background());
        assertEquals(List.of("Custom\u2026"), described(own, Theme.DARK).actions().stream().filter(Action::checked).map(Action::label).toList());
        Sticky sticky = Sticky.of(own);
        assertTrue(sticky.ground(Theme.DARK).contrast(sticky.ink(Theme.DARK)) >= 4.5);
        Doc blue = Documents.perform(type, own, Documents.ANN, color("blue"));
        assertEquals(Optional.of(Paint.of(StickyColor.BLUE.ground(Theme.LIGHT))), paper(blue, Theme.LIGHT).style().background());
    }

    @Test
    void textFillsTheNote() {
        View.Editor editor = (View.Editor) paper(Documents.create(type, new Seed.Text("Buy")), Theme.LIGHT).children().getFirst();
        assertTrue(editor.writing().fits() > 1);
        assertEquals("Buy", editor.content().plain());
    }

    private static Intent color(String name) {
        return new Intent.Act(StickyType.COLOR, Map.of(StickyType.COLOR, Scalar.of(name)));
    }

    private static View.Described described(Doc doc, Theme theme) {
        return (View.Described) new StickyCard().render(doc, FixedContext.of(RenderContext.BOARD).theme(theme));
    }

    private static View.Box paper(Doc doc, Theme theme) {
        return (View.Box) described(doc, theme).view();
    }

    private List<Doc> hostile() {
        return Documents.hostile(Documents.create(type, new Seed.Text("a\nb")), ObjectId.ROOT, Sticky.TEXT, Sticky.COLOR);
    }

    @Test
    void anyDocumentHasAView() {
        List<Doc> all = new ArrayList<>(hostile());
        all.addAll(Documents.huge(Documents.create(type, Seed.blank()), ObjectId.ROOT, Sticky.TEXT));
        for (Doc doc : all) {
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
    void describesItself() {
        assertEquals("Sticky note", type.descriptor(Locale.ENGLISH).label());
        assertTrue(type.descriptor(Locale.ENGLISH).listed());
        assertEquals(180, type.descriptor(Locale.ENGLISH).size().height().orElseThrow());
    }
}
