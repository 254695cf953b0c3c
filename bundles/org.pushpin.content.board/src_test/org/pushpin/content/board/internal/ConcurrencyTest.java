// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Item;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

/** The rules of the package, each by three people who act at the same time, merged in every order. */
final class ConcurrencyTest {

    private static final List<ActorId> PEOPLE = List.of(Documents.ANN, Documents.BEN, ActorId.parse("cc"));
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private final BoardType type = new BoardType();
    private final Doc board = all(Documents.create(type, new Seed.Blank("Field trip")), Documents.ANN,
            new Intent.Insert(List.of(card("a", 0), card("b", 400), card("c", 800))),
            new Intent.Enclose("frame", new Rect(0, 400, 600, 400), Set.of("c"), ""),
            new Intent.Connect("arrow", Edge.End.of("a", false), Edge.End.of("b", true)));

    private static Placement card(String key, double x) {
        DocumentId id = new DocumentId(Bytes.concat(Bytes.of((byte) key.hashCode()), Bytes.zeros(31)));
        return new Placement(key, new DocumentUrl(id, "text", List.of(), Optional.empty()), new Point(x, 0), 300,
                OptionalDouble.empty());
    }

    private Doc all(Doc doc, ActorId actor, Intent... intents) {
        Doc after = doc;
        for (Intent intent : intents) after = Documents.perform(type, after, actor, intent);
        return after;
    }

    /** Lets three people each do something from the same beginning, and checks what every order of merging gives. */
    private void together(Doc from, List<List<Intent>> acts, Consumer<Doc> check) {
        List<Doc> forks = new ArrayList<>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            forks.add(all(from, PEOPLE.get(i), acts.get(i).toArray(Intent[]::new)));
        }
        List<String> first = null;
        for (int[] order : ORDERS) {
            Doc merged = forks.get(order[0]).merge(forks.get(order[1])).merge(forks.get(order[2]));
            List<String> says = describe(merged);
            if (first == null) first = says;
            assertEquals(first, says, "the same on every replica");
            check.accept(merged);
        }
    }

    private void together(List<Intent> ann, List<Intent> ben, List<Intent> cho, Consumer<Doc> check) {
        together(board, List.of(ann, ben, cho), check);
    }

    private static List<String> describe(Doc doc) {
        List<String> says = new ArrayList<>();
        Frames frames = frames(doc);
        for (Card card : Cards.of(doc).shown()) {
            says.add(card.key() + card.bounds() + card.z() + frames.of(card.key()) + card.locked());
        }
        for (Arrow arrow : Arrows.of(doc).shown()) {
            says.add(arrow.key() + arrow.end(Arrow.Side.FROM) + arrow.end(Arrow.Side.TO));
        }
        return says;
    }

    private static Frames frames(Doc doc) {
        Cards cards = Cards.of(doc);
        return new Frames(key -> cards.card(key).map(Card::frame).orElse(""), key -> cards.shown(key).isPresent());
    }

    private static Card shown(Doc doc, String key) {
        return Cards.of(doc).shown(key).orElseThrow();
    }

    private static List<Intent> move(String key, double x, double y) {
        return List.of(new Intent.Arrange(Map.of(key, Adjustment.move(new Point(x, y)))));
    }

    private static List<Intent> remove(String... keys) {
        return List.of(new Intent.Remove(Set.of(keys)));
    }

    private static List<Intent> nothing() {
        return List.of();
    }

    @Test
    void ofThreeMovesOneHolds() {
        Set<Point> wanted = Set.of(new Point(60, 0), new Point(0, 80), new Point(60, 80));
        together(move("a", 60, 0), move("a", 0, 80), move("a", 60, 80),
                merged -> assertTrue(wanted.contains(shown(merged, "a").at()), shown(merged, "a").at().toString()));
    }

    @Test
    void removalWinsOverMoveAndTheMoveIsKept() {
        together(move("a", 60, 80), remove("a"), move("b", 500, 0), merged -> {
            assertTrue(Cards.of(merged).shown("a").isEmpty());
            assertEquals(new Point(60, 80), Cards.of(merged).card("a").orElseThrow().at());
            assertEquals(new Point(500, 0), shown(merged, "b").at());
        });
    }

    @Test
    void resizeMoveAndAutomaticHeightEachHold() {
        together(List.of(new Intent.Arrange(Map.of("a", Adjustment.width(500)))), move("a", 20, 40),
                List.of(new Intent.Rename("typed meanwhile")), merged -> {
                    assertEquals(new Rect(20, 40, 500, 100), shown(merged, "a").bounds());
                    assertTrue(shown(merged, "a").height().isEmpty(), "its height still follows what is typed");
                    assertEquals("typed meanwhile", type.summarize(merged).title());
                });
    }

    @Test
    void eachCardGetsAHeightThatItWasGiven() {
        together(List.of(new Intent.Order(List.of("a"), "c")), List.of(new Intent.Order(List.of("a"), "b")),
                List.of(new Intent.Order(List.of("c"), "")), merged -> {
                    List<String> order = Cards.of(merged).shown().stream().filter(card -> !card.isFrame())
                            .map(Card::key).toList();
                    assertEquals("c", order.getFirst());
                    assertTrue(order.equals(List.of("c", "b", "a")) || order.equals(List.of("c", "a", "b")), order.toString());
                });
    }

    @Test
    void anArrowIsHiddenAsLongAsItsEndIsGone() {
        together(remove("b"), List.of(new Intent.Attach("arrow", false, Edge.End.of("c", true))), nothing(), merged -> {
            assertEquals(List.of(), Arrows.of(merged).shown());
            Doc back = Documents.change(merged, Documents.ANN,
                    edit -> edit.delete(Cards.of(merged).card("b").orElseThrow().id(), Card.REMOVED));
            assertEquals(Edge.End.of("c", true), Arrows.of(back).shown().getFirst().end(Arrow.Side.FROM));
        });
    }

    @Test
    void theEndsOfAnArrowAreIndependentAndEachIsOne() {
        together(List.of(new Intent.Attach("arrow", true, Edge.End.of("c", true))),
                List.of(new Intent.Attach("arrow", true, Edge.End.at(new Point(70, 90), true))),
                List.of(new Intent.Attach("arrow", false, Edge.End.of("a", true))), merged -> {
                    Arrow arrow = Arrows.of(merged).shown().getFirst();
                    assertEquals(Edge.End.of("a", true), arrow.end(Arrow.Side.FROM));
                    Edge.End to = arrow.end(Arrow.Side.TO);
                    assertTrue(Set.of(Edge.End.of("c", true), Edge.End.at(new Point(70, 90), true)).contains(to), to.toString());
                });
    }

    @Test
    void labelsMergeLetterByLetter() {
        ObjectId label = Arrows.of(board).arrow("arrow").orElseThrow().label().orElseThrow();
        Doc labelled = all(board, Documents.ANN, new Intent.Splice(label, 0, 0, "leads"));
        together(labelled, List.of(List.of(new Intent.Splice(label, 0, 0, "it ")),
                List.of(new Intent.Splice(label, 5, 0, " to")), remove("c")),
                merged -> assertEquals("it leads to", merged.text(label)));
    }

    @Test
    void aCardPutIntoAFrameThatIsMovedStaysWhereItWasPut() {
        together(List.of(new Intent.Arrange(Map.of("frame", Adjustment.move(new Point(1000, 400)), "c",
                Adjustment.move(new Point(1800, 0))))), List.of(move("a", 20, 500).getFirst(),
                        new Intent.Reparent(Set.of("a"), "frame")), nothing(), merged -> {
                            assertEquals(new Point(20, 500), shown(merged, "a").at());
                            assertEquals("frame", frames(merged).of("a"));
                            assertEquals(new Point(1000, 400), shown(merged, "frame").at());
                        });
    }

    @Test
    void aFrameRemovedKeepsWhatIsPutIntoItAndUndoBringsItBack() {
        together(remove("frame"), List.of(new Intent.Reparent(Set.of("a"), "frame")), move("c", 0, 900), merged -> {
            assertEquals("", frames(merged).of("a"));
            assertEquals("", frames(merged).of("c"));
            assertEquals(new Point(0, 900), shown(merged, "c").at());
            Doc back = Documents.change(merged, Documents.ANN,
                    edit -> edit.delete(Cards.of(merged).card("frame").orElseThrow().id(), Card.REMOVED));
            assertEquals("frame", frames(back).of("a"));
            assertEquals("frame", frames(back).of("c"));
        });
    }

    @Test
    void lockAndMoveBothHoldAndLockingWinsOverUnlocking() {
        Intent lock = new Intent.Lock(Set.of("a"), true);
        together(List.of(lock), move("a", 60, 80), remove("b"), merged -> {
            assertTrue(shown(merged, "a").locked());
            assertEquals(new Point(60, 80), shown(merged, "a").at());
        });
        Doc locked = all(board, Documents.ANN, lock);
        Intent unlock = new Intent.Lock(Set.of("a"), false);
        together(locked, List.of(List.of(unlock, lock), List.of(unlock), nothing()),
                merged -> assertTrue(shown(merged, "a").locked()));
    }

    @Test
    void whatIsLockedStaysAsItIs() {
        Doc locked = all(board, Documents.ANN, new Intent.Lock(Set.of("a"), true));
        assertEquals(locked.heads(), all(locked, Documents.BEN, move("a", 60, 80).getFirst(), remove("a").getFirst(),
                new Intent.Reparent(Set.of("a"), "frame"), new Intent.Lock(Set.of("a"), true)).heads());
        Doc free = all(locked, Documents.BEN, new Intent.Lock(Set.of("a"), false), remove("a").getFirst());
        assertTrue(Cards.of(free).shown("a").isEmpty());
    }

    /** Each keeps something of where the end was, which must not come from another's place. */
    @Test
    void aFreeEndOfAnArrowIsAtOneOfThePlaces() {
        Doc free = all(board, Documents.ANN, new Intent.Attach("arrow", true, Edge.End.at(new Point(100, 200), true)));
        List<Point> places = List.of(new Point(100, 500), new Point(700, 200), new Point(800, 900));
        together(free, places.stream().map(at -> List.<Intent>of(new Intent.Attach("arrow", true, Edge.End.at(at, true)))).toList(),
                doc -> assertTrue(places.contains(Arrows.of(doc).arrow("arrow").orElseThrow().end(Arrow.Side.TO).at()),
                        "one of the places, and no mix"));
        together(free, List.of(List.of(new Intent.Attach("arrow", true, Edge.End.at(places.get(0), true))),
                List.of(new Intent.Attach("arrow", true, Edge.End.at(places.get(1), true))), nothing()),
                doc -> assertTrue(places.contains(Arrows.of(doc).arrow("arrow").orElseThrow().end(Arrow.Side.TO).at()),
                        "also where each kept a half of it"));
        together(free, List.of(List.of(new Intent.Attach("arrow", true, Edge.End.at(new Point(100, 500), true))),
                List.of(new Intent.Attach("arrow", true, Edge.End.of("c", true))), nothing()), doc -> {
                    Edge.End end = Arrows.of(doc).arrow("arrow").orElseThrow().end(Arrow.Side.TO);
                    assertTrue(end.item().equals("c") || end.at().equals(new Point(100, 500)), end.toString());
                });
    }

    @Test
    void framesLieBelowCardsAndInsideOnesAboveOuterOnes() {
        Doc doc = all(board, Documents.ANN, new Intent.Enclose("inner", new Rect(0, 400, 200, 200), Set.of(), "frame"),
                new Intent.Order(List.of("frame"), "c"));
        Sheet sheet = Sheet.of(doc, new Look(Theme.LIGHT, Locale.ENGLISH, Ground.of("")), null);
        List<String> order = sheet.items().stream().map(Item::key).toList();
        assertEquals(List.of("frame", "inner", "a", "b", "c"), order);
        assertEquals(3, Cards.of(doc).count(), "a frame is no card");
    }

    @Test
    void senselessArrowsAreNotMade() {
        Doc same = all(board, Documents.ANN, new Intent.Connect("x", Edge.End.of("a", true), Edge.End.of("a", true)),
                new Intent.Connect("y", Edge.End.of("a", true), Edge.End.of("gone", true)),
                new Intent.Connect("", Edge.End.of("a", true), Edge.End.of("b", true)),
                new Intent.Connect("arrow", Edge.End.of("b", true), Edge.End.of("c", true)),
                new Intent.Attach("arrow", true, Edge.End.of("a", true)), new Intent.Attach("gone", true, Edge.End.of("c", true)));
        assertEquals(board.heads(), same.heads());
        assertFalse(Arrows.of(all(board, Documents.ANN, remove("arrow").getFirst())).arrow("arrow").orElseThrow().shown(Cards.of(board)));
    }
}
