// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Caption;
import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

/** What intents do to a board, alone and at the same time. */
final class BoardChangeTest {

    private final BoardType type = new BoardType();
    private final Doc board = perform(Documents.create(type, new Seed.Blank("Field trip")), Documents.ANN,
            new Intent.Insert(List.of(placement("a", 0, 0), placement("b", 400, 0), placement("c", 800, 0))));

    @Test
    void insertedCardsLieInOrderAboveEverything() {
        assertEquals(List.of("a", "b", "c"), keys(board));
        Doc more = perform(board, Documents.ANN, new Intent.Insert(List.of(placement("0", 0, 0))));
        assertEquals(List.of("a", "b", "c", "0"), keys(more));
        assertEquals(new Rect(400, 0, 300, 100), Cards.of(board).shown("b").orElseThrow().bounds());
        assertEquals(OptionalDouble.empty(), Cards.of(board).shown("b").orElseThrow().height());
    }

    @Test
    void keyIsUsedOnce() {
        Doc again = perform(board, Documents.BEN, new Intent.Insert(List.of(placement("a", 99, 99))));
        assertEquals(board.heads(), again.heads());
    }

    @Test
    void moveAndResizeAtTheSameTimeBothHold() {
        Doc ann = perform(board, Documents.ANN, arrange("a", Adjustment.move(new Point(60, 80))));
        Doc ben = perform(board, Documents.BEN, arrange("a", Adjustment.resize(500, 240)));

        for (Doc merged : List.of(ann.merge(ben), ben.merge(ann))) {
            assertEquals(new Rect(60, 80, 500, 240), Cards.of(merged).shown("a").orElseThrow().bounds());
        }
    }

    @Test
    void ofTwoMovesOneHolds() {
        for (int lead = 0; lead < 4; lead++) {
            Doc ann = perform(board, Documents.ANN, arrange("a", Adjustment.move(new Point(60, 0))));
            Doc ben = board;
            for (int i = 0; i < lead; i++) ben = perform(ben, Documents.BEN, arrange("b", Adjustment.move(new Point(i, 7))));
            ben = perform(ben, Documents.BEN, arrange("a", Adjustment.move(new Point(0, 80))));

            assertOneOf(ann.merge(ben), new Point(60, 0), new Point(0, 80));
        }
    }

    @Test
    void ofTwoMovesOneHoldsWhoeverMakesThem() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Point one = new Point(random.nextInt(3), random.nextInt(3));
            Point other = new Point(random.nextInt(3), random.nextInt(3));
            if (one.equals(Point.ORIGIN) || other.equals(Point.ORIGIN)) continue;
            Doc ann = board;
            for (int i = random.nextInt(3); i > 0; i--) ann = perform(ann, Documents.ANN, new Intent.Rename("title " + i));
            ann = perform(ann, Documents.ANN, arrange("a", Adjustment.move(one)));
            Doc ben = board;
            for (int i = random.nextInt(9); i > 0; i--) ben = perform(ben, Documents.BEN, arrange("b", Adjustment.move(new Point(i, 7))));
            ben = perform(ben, Documents.BEN, arrange("a", Adjustment.move(other)));
            assertOneOf(ben.merge(ann), one, other);
        }
    }

    private static void assertOneOf(Doc doc, Point one, Point other) {
        Point at = Cards.of(doc).shown("a").orElseThrow().at();
        assertTrue(at.equals(one) || at.equals(other), "a mix: " + at + " of " + one + " and " + other);
    }

    @Test
    void whoRemovesWinsOverWhoMoves() {
        Doc ann = perform(board, Documents.ANN, new Intent.Remove(Set.of("a")));
        Doc ben = perform(board, Documents.BEN, arrange("a", Adjustment.move(new Point(60, 80))));

        Doc merged = ann.merge(ben);
        assertEquals(List.of("b", "c"), keys(merged));
        assertEquals(new Point(60, 80), Cards.of(merged).card("a").orElseThrow().at(), "the entry stays, so that undo finds it");
    }

    @Test
    void insertsAtTheSameTimeBothHold() {
        Doc ann = perform(board, Documents.ANN, new Intent.Insert(List.of(placement("x", 0, 0))));
        Doc ben = perform(board, Documents.BEN, new Intent.Insert(List.of(placement("y", 0, 0))));
        assertEquals(List.of("a", "b", "c", "x", "y"), keys(ben.merge(ann)));
    }

    @Test
    void automaticHeightComesAndGoes() {
        Doc fixed = perform(board, Documents.ANN, arrange("a", Adjustment.resize(300, 200)));
        assertEquals(OptionalDouble.of(200), Cards.of(fixed).shown("a").orElseThrow().height());
        Doc fit = perform(fixed, Documents.ANN, arrange("a", Adjustment.fitHeight()));
        assertEquals(OptionalDouble.empty(), Cards.of(fit).shown("a").orElseThrow().height());
        Doc wide = perform(board, Documents.ANN, arrange("a", Adjustment.width(340).at(new Point(-40, 0))));
        assertEquals(-40, Cards.of(wide).shown("a").orElseThrow().at().x());
        assertEquals(OptionalDouble.empty(), Cards.of(wide).shown("a").orElseThrow().height());
    }

    @Test
    void whatDoesNotDifferIsNotWritten() {
        Edit edit = board.edit(Documents.ANN);
        type.perform(arrange("a", Adjustment.move(new Point(0, 0))), edit);
        type.perform(arrange("a", Adjustment.width(300)), edit);
        type.perform(arrange("a", Adjustment.fitHeight()), edit);
        type.perform(arrange("gone", Adjustment.fitHeight()), edit);
        type.perform(new Intent.Remove(Set.of("gone")), edit);
        type.perform(new Intent.Reparent(Set.of("a"), ""), edit);
        assertTrue(edit.isEmpty());
    }

    @Test
    void senselessNumbersAreBroughtToSense() {
        Adjustment wild = Adjustment.resize(Double.NaN, Double.POSITIVE_INFINITY).at(new Point(Double.NaN, -1e300));
        Rect bounds = Cards.of(perform(board, Documents.ANN, arrange("a", wild))).shown("a").orElseThrow().bounds();
        assertEquals(new Rect(0, -Card.FAR, 40, 5000), bounds);
    }

    @Test
    void cardsAreStackedBetweenOthers() {
        assertEquals(List.of("a", "c", "b"), keys(perform(board, Documents.ANN, new Intent.Order(List.of("c"), "a"))));
        assertEquals(List.of("c", "b", "a"), keys(perform(board, Documents.ANN, new Intent.Order(List.of("c", "b"), ""))));
        assertEquals(List.of("c", "b", "a"), keys(perform(board, Documents.ANN, new Intent.Order(List.of("b", "a"), "c"))));
        assertEquals(List.of("a", "b", "c"), keys(perform(board, Documents.ANN, new Intent.Order(List.of("c"), "gone"))));
        assertEquals(List.of("a", "b", "c"), keys(perform(board, Documents.ANN, new Intent.Order(List.of("gone"), ""))));
    }

    @Test
    void stackingNeverRunsOutOfNumbers() {
        Doc doc = board;
        for (int i = 0; i < 300; i++) {
            List<String> keys = keys(doc);
            doc = perform(doc, Documents.ANN, new Intent.Order(List.of(keys.get(2)), keys.get(0)));
            assertEquals(List.of(keys.get(0), keys.get(2), keys.get(1)), keys(doc), "round " + i);
        }
    }

    @Test
    void framesHoldCardsAndNeverThemselves() {
        Doc framed = perform(frame(board, "f", ""), Documents.ANN, new Intent.Reparent(Set.of("a", "b"), "f"));
        assertEquals("f", frames(framed).of("a"));
        assertEquals(framed.heads(), perform(framed, Documents.ANN, new Intent.Reparent(Set.of("f"), "f")).heads());
        assertEquals(framed.heads(), perform(framed, Documents.ANN, new Intent.Reparent(Set.of("a"), "b")).heads(), "b is no frame");
        Doc nested = perform(frame(framed, "g", ""), Documents.ANN, new Intent.Reparent(Set.of("f"), "g"));
        assertEquals("g", frames(nested).of("f"));
        assertEquals(nested.heads(), perform(nested, Documents.ANN, new Intent.Reparent(Set.of("g"), "f")).heads());
        Doc removed = perform(nested, Documents.BEN, new Intent.Remove(Set.of("f")));
        assertEquals("g", frames(removed).of("a"), "the frame around the one that is gone");
        assertEquals("", frames(perform(removed, Documents.BEN, new Intent.Remove(Set.of("g")))).of("a"));
    }

    @Test
    void framesPutIntoEachOtherAtTheSameTimeAreNone() {
        Doc two = frame(frame(board, "f", ""), "g", "");
        Doc ann = perform(two, Documents.ANN, new Intent.Reparent(Set.of("f"), "g"));
        Doc ben = perform(two, Documents.BEN, new Intent.Reparent(Set.of("g"), "f"));
        assertEquals("", frames(ann.merge(ben)).of("f"));
        assertEquals("", frames(ann.merge(ben)).of("g"));
    }

    private Doc frame(Doc doc, String key, String within) {
        return perform(doc, Documents.ANN, new Intent.Enclose(key, new Rect(0, 0, 400, 400), Set.of(), within));
    }

    private static Frames frames(Doc doc) {
        Cards cards = Cards.of(doc);
        return new Frames(key -> cards.card(key).map(Card::frame).orElse(""), key -> cards.shown(key).isPresent());
    }

    @Test
    void framesAndArrowsAreCopiedWithWhatTheySayAndTheirColours() {
        Doc framed = perform(board, Documents.ANN, new Intent.Enclose("f", new Rect(0, 0, 400, 400), Set.of(), "",
                new Caption("Reading\nlist", "#FF8800")));
        Fields frame = Fields.root(framed).map("cards").orElseThrow().map("f").orElseThrow();
        assertEquals("Reading list", frame.string("title"));
        assertEquals("#ff8800", frame.string("color"));
        assertEquals(new Caption("Reading list", "#ff8800"), Captions.of(frame, Card.TITLE));
        Doc sky = perform(framed, Documents.ANN, new Intent.Act("paint", Map.of("item", Scalar.of("f"), "color", Scalar.of("sky"))));
        assertEquals("sky", Captions.of(Fields.root(sky).map("cards").orElseThrow().map("f").orElseThrow(), Card.TITLE).color());
        Doc joined = perform(framed, Documents.ANN, new Intent.Connect("e", Edge.End.of("a", false), Edge.End.of("f", true),
                new Caption("leads to", "no colour")));
        Fields arrow = Fields.root(joined).map("edges").orElseThrow().map("e").orElseThrow();
        assertEquals(new Caption("leads to", ""), Captions.of(arrow, Arrow.LABEL));
    }

    @Test
    void titlesMergeAndColorsAreKnownOnes() {
        Doc ann = perform(board, Documents.ANN, new Intent.Rename("Field trip, May"));
        Doc ben = perform(board, Documents.BEN, new Intent.Rename("A field trip"));
        assertNotEquals(ann.heads(), ben.heads());
        assertTrue(type.summarize(ann.merge(ben)).title().endsWith("ield trip, May"));
        Doc sky = perform(board, Documents.ANN, new Intent.Act("color", Map.of("color", Scalar.of("SKY"))));
        assertEquals(Optional.of(Scalar.of("sky")), sky.get(ObjectId.ROOT, "background"));
        Doc odd = perform(sky, Documents.ANN, new Intent.Act("color", Map.of("color", Scalar.of("no color"))));
        assertEquals(Optional.of(Scalar.of("default")), odd.get(ObjectId.ROOT, "background"));
        Doc own = perform(odd, Documents.ANN, new Intent.Act("color", Map.of("color", Scalar.of("#12AB9F"))));
        assertEquals(Optional.of(Scalar.of("#12ab9f")), own.get(ObjectId.ROOT, "background"));
        Ground ground = Ground.of("#12ab9f");
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            assertTrue(ground.paper(theme).contrast(ground.ink(theme)) >= 4.5, "text on it can be read");
        }
    }

    @Test
    void boardWithoutCardsGetsThem() {
        Doc doc = perform(Doc.empty(), Documents.ANN, new Intent.Insert(List.of(placement("a", 0, 0), placement("", 0, 0))));
        assertEquals(List.of("a"), keys(doc));
    }

    @Test
    void randomConcurrentChangesConverge() {
        long seed = 20260522;
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            Doc ann = board;
            Doc ben = board;
            for (int i = 0; i < 8; i++) {
                ann = perform(ann, Documents.ANN, random(random, "ann" + i));
                ben = perform(ben, Documents.BEN, random(random, "ben" + i));
            }
            Doc left = ann.merge(ben);
            Doc right = ben.merge(ann);
            assertEquals(left.heads(), right.heads(), "seed " + seed);
            assertEquals(describe(left), describe(right), "seed " + seed);
            assertFalse(Cards.of(left).map().isEmpty());
        }
    }

    private static Intent random(Random random, String key) {
        String card = List.of("a", "b", "c").get(random.nextInt(3));
        String other = List.of("a", "b", "c").get(random.nextInt(3));
        return switch (random.nextInt(7)) {
            case 0 -> new Intent.Insert(List.of(placement(key, random.nextInt(500), random.nextInt(500))));
            case 1 -> new Intent.Remove(Set.of(card));
            case 2 -> new Intent.Order(List.of(card), card.equals(other) ? "" : other);
            case 3 -> new Intent.Reparent(Set.of(card), other);
            case 4 -> new Intent.Rename("title " + random.nextInt(10));
            case 5 -> arrange(card, Adjustment.resize(random.nextInt(500), random.nextInt(500)));
            default -> arrange(card, Adjustment.move(new Point(random.nextInt(500), random.nextInt(500))));
        };
    }

    private static List<String> describe(Doc doc) {
        return Cards.of(doc).shown().stream().map(card -> card.key() + card.bounds() + card.z() + card.frame()).toList();
    }

    private Doc perform(Doc doc, ActorId actor, Intent intent) {
        return Documents.perform(type, doc, actor, intent);
    }

    private static Intent arrange(String key, Adjustment to) {
        return new Intent.Arrange(Map.of(key, to));
    }

    private static List<String> keys(Doc doc) {
        return Cards.of(doc).shown().stream().map(Card::key).toList();
    }

    private static Placement placement(String key, double x, double y) {
        DocumentId id = new DocumentId(Bytes.concat(Bytes.of((byte) key.hashCode()), Bytes.zeros(31)));
        DocumentUrl url = new DocumentUrl(id, "text", List.of(), Optional.empty());
        return new Placement(key, url, new Point(x, y), 300, OptionalDouble.empty());
    }
}
