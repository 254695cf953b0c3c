// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Ability;
import org.pushpin.content.Action;
import org.pushpin.content.BoardColor;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Grid;
import org.pushpin.content.Intent;
import org.pushpin.content.Item;
import org.pushpin.content.Paint;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

/** What is seen of boards, good and bad. */
final class BoardViewTest {

    private static final List<Renderer> RENDERERS = List.of(new BoardView(), new BoardCard(), new BoardRow(), new BoardTitleBar());
    static final DocumentUrl NOTE = new DocumentUrl(new DocumentId(Bytes.zeros(32)), "text", List.of(), Optional.empty());

    private final BoardType type = new BoardType();
    private final Doc empty = Documents.create(type, new Seed.Blank("Field trip"));
    private final Doc board = insert(empty, "a", "b");

    @Test
    void emptyBoardTeaches() {
        View.Canvas canvas = canvas(empty, Theme.LIGHT);
        assertEquals(List.of(), canvas.items());
        assertTrue(canvas.hint().orElseThrow().plain().contains("Double-click"));
        assertTrue(canvas.hint().orElseThrow().plain().contains("drop"));
    }

    @Test
    void itemsEmbedTheirDocuments() {
        Item item = canvas(board, Theme.LIGHT).items().getFirst();
        assertEquals("a", item.key());
        assertEquals(new Rect(20, 40, 300, 100), item.at());
        assertTrue(item.autoHeight());
        assertEquals(new View.Embed(NOTE, RenderContext.BOARD), item.view());
        assertEquals(Set.of(Ability.SELECT, Ability.MOVE, Ability.RESIZE, Ability.REMOVE, Ability.CONNECT, Ability.LOCK), item.can());
    }

    @Test
    void groundFollowsTheme() {
        assertEquals(Paint.of(Theme.LIGHT.palette().paper()), canvas(board, Theme.LIGHT).paper());
        assertEquals(new Grid(20, Theme.DARK.palette().dot()), canvas(board, Theme.DARK).grid());
    }

    @Test
    void colorsAreOfferedAndPerformed() {
        List<Action> actions = described(board, Theme.LIGHT).actions();
        assertEquals(BoardColor.values().length + 1, actions.size());
        assertEquals(1, actions.stream().filter(Action::checked).count());
        Action sky = actions.stream().filter(action -> action.id().equals("color/sky")).findFirst().orElseThrow();
        assertEquals("Sky", sky.label());
        Doc changed = Documents.perform(type, board, Documents.ANN, sky.intent());
        assertEquals(Paint.of(BoardColor.SKY.paper(Theme.DARK)), canvas(changed, Theme.DARK).paper());
    }

    @Test
    void everyColorHasAName() {
        for (Action action : described(board, Theme.LIGHT).actions()) {
            assertTrue(!action.label().startsWith("color."), action.label());
        }
    }

    @Test
    void boardIsNamedForScreenReaders() {
        assertEquals("Field trip", described(board, Theme.LIGHT).name());
        assertEquals(Role.BOARD, described(board, Theme.LIGHT).role());
        assertEquals("Untitled board", described(Doc.empty(), Theme.LIGHT).name());
    }

    @Test
    void nestedBoardShowsItsTitleAndCountAndNeverItsCards() {
        String card = new BoardCard().render(board, FixedContext.of(RenderContext.BOARD)).toString();
        assertTrue(card.contains("Field trip"));
        assertTrue(card.contains("Board · 2 cards"));
        assertTrue(!card.contains("Embed"), "so a board inside itself ends");
        assertTrue(new BoardCard().render(empty, FixedContext.of(RenderContext.BOARD)).toString().contains("Board · no cards"));
        assertTrue(new BoardRow().render(insert(empty, "a"), FixedContext.of(RenderContext.LIST)).toString().contains("text=Board · 1 card,"));
    }

    @Test
    void unreadableLinkHasAnItemOfItsOwn() {
        ObjectId card = Cards.of(board).shown("a").orElseThrow().id();
        Doc broken = Documents.change(board, Documents.BEN, edit -> edit.put(card, "url", "pushpin:/nonsense"));
        List<Item> items = canvas(broken, Theme.LIGHT).items();
        assertEquals(2, items.size());
        assertTrue(items.getFirst().view().toString().contains("cannot be read"));
    }

    @Test
    void anyDocumentHasAView() {
        for (Doc doc : hostileAndHuge()) {
            for (Renderer renderer : RENDERERS) {
                for (String context : List.of(RenderContext.BOARD, RenderContext.WORKSPACE, "thread")) {
                    renderer.render(doc, FixedContext.of(context).theme(Theme.DARK).locale(Locale.ITALIAN));
                }
            }
            assertTrue(type.summarize(doc).title().length() <= Summary.TITLE_LIMIT);
            canvas(doc, Theme.LIGHT).items().forEach(BoardViewTest::assertSensible);
        }
    }

    private static void assertSensible(Item item) {
        Rect at = item.at();
        for (double number : new double[] {at.x(), at.y(), at.right(), at.bottom(), item.z()}) assertTrue(Double.isFinite(number));
        assertTrue(at.width() >= 40 && at.width() <= 5000 && at.height() >= 40 && at.height() <= 5000, at.toString());
    }

    @Test
    void anyIntentIsSurvivedByAnyDocument() {
        for (Doc doc : hostile()) {
            for (Intent intent : Documents.intents()) Documents.perform(type, doc, Documents.BEN, intent);
        }
    }

    @Test
    void describesItself() {
        assertEquals("Board", type.descriptor(Locale.ENGLISH).label());
        assertTrue(type.descriptor(Locale.ENGLISH).listed());
        assertEquals("Field trip", type.summarize(board).title());
    }

    private List<Doc> hostileAndHuge() {
        List<Doc> bad = new ArrayList<>(hostile());
        bad.addAll(Documents.huge(board, ObjectId.ROOT, "title"));
        bad.addAll(Documents.huge(board, Cards.of(board).shown("a").orElseThrow().id(), "url"));
        return bad;
    }

    private List<Doc> hostile() {
        ObjectId card = Cards.of(board).shown("a").orElseThrow().id();
        List<Doc> bad = new ArrayList<>(Documents.hostile(board, ObjectId.ROOT, "title", "background", "cards"));
        bad.addAll(Documents.hostile(board, Cards.of(board).map().orElseThrow().map(), "a", "b"));
        bad.addAll(Documents.hostile(board, card, "url", "x", "y", "width", "height", "z", "frame", "removed"));
        return bad;
    }

    private View.Described described(Doc doc, Theme theme) {
        return assertInstanceOf(View.Described.class,
                new BoardView().render(doc, FixedContext.of(RenderContext.WORKSPACE).theme(theme)));
    }

    private View.Canvas canvas(Doc doc, Theme theme) {
        return (View.Canvas) described(doc, theme).view();
    }

    private Doc insert(Doc doc, String... keys) {
        List<Placement> cards = new ArrayList<>();
        for (String key : keys) cards.add(new Placement(key, NOTE, new Point(20, 40), 300, OptionalDouble.empty()));
        return Documents.perform(type, doc, Documents.ANN, new Intent.Insert(cards));
    }
}
