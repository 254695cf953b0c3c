// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

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
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

/** A board that is read step by step is the same as one that is read whole, and what did not change is not made again. */
final class SheetTest {

    private static final int CARDS = 100;
    private static final Look LIGHT = new Look(Theme.LIGHT, Locale.ENGLISH, Ground.of(""));
    private static final DocumentUrl NOTE = new DocumentUrl(new DocumentId(Bytes.zeros(32)), "text", List.of(), Optional.empty());

    private final BoardType type = new BoardType();
    private final Doc empty = Documents.create(type, new Seed.Blank("Field trip"));
    private final Doc board = perform(empty, Documents.ANN, insert(0, CARDS));

    @Test
    void aChangeToOneCardMakesOneItem() {
        Sheet before = Sheet.of(board, LIGHT, null);
        Sheet after = Sheet.of(perform(board, Documents.ANN, move("card7", 5000, 5000)), LIGHT, before);
        assertEquals(CARDS, after.items().size());
        for (int i = 0; i < CARDS; i++) {
            if (after.items().get(i).key().equals("card7")) assertEquals(5000, after.items().get(i).at().x());
            else assertSame(before.items().get(i), after.items().get(i));
        }
        assertSame(before.edges(), after.edges());
    }

    @Test
    void whatIsNoCardMakesNone() {
        Sheet before = Sheet.of(board, LIGHT, null);
        assertSame(before.items(), Sheet.of(perform(board, Documents.ANN, new Intent.Rename("Other")), LIGHT, before).items());
    }

    @Test
    void aFrameThatGoesIsToldToThoseInItOnly() {
        Doc framed = perform(board, Documents.ANN, new Intent.Enclose("f", new Rect(0, 0, 500, 500), Set.of("card3"), ""));
        Sheet before = Sheet.of(framed, LIGHT, null);
        Sheet after = Sheet.of(perform(framed, Documents.ANN, new Intent.Remove(Set.of("f"))), LIGHT, before);
        assertEquals(CARDS, after.items().size());
        for (int i = 0; i < CARDS; i++) {
            boolean inside = after.items().get(i).key().equals("card3");
            if (inside) assertNotSame(before.items().get(i + 1), after.items().get(i));
            else assertSame(before.items().get(i + 1), after.items().get(i));
        }
    }

    @Test
    void aRemovedCardTakesItsArrowsAlongAndBringsThemBack() {
        Doc joined = perform(board, Documents.ANN, new Intent.Connect("x", Edge.End.of("card1", false), Edge.End.of("card2", true)));
        Sheet first = Sheet.of(joined, LIGHT, Sheet.of(board, LIGHT, null));
        assertEquals(1, first.edges().size());
        Doc gone = perform(joined, Documents.ANN, new Intent.Remove(Set.of("card2")));
        Sheet second = Sheet.of(gone, LIGHT, first);
        assertEquals(List.of(), second.edges());
        assertEquals(first.edges(), Sheet.of(joined, LIGHT, second).edges());
    }

    /** Every step, also to another branch and back, against a reading of all of it. */
    @Test
    void stepByStepIsTheSameAsWhole() {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<Doc> states = new ArrayList<>(List.of(perform(empty, Documents.ANN, insert(0, 30))));
            Sheet sheet = null;
            for (int step = 0; step < 100; step++) {
                Doc from = states.get(random.nextInt(Math.max(0, states.size() - 3), states.size()));
                Doc next = random.nextInt(6) == 0 ? from.merge(states.getLast()) : changed(from, random, "s" + step);
                states.add(next);
                Look look = random.nextInt(40) == 0 ? new Look(Theme.DARK, Locale.ENGLISH, Ground.of("")) : LIGHT;
                sheet = Sheet.of(next, look, sheet);
                Sheet whole = Sheet.of(next, look, null);
                String where = "seed " + seed + ", step " + step;
                assertEquals(whole.items().stream().map(SheetTest::brief).toList(), sheet.items().stream().map(SheetTest::brief).toList(), where);
                assertTrue(whole.items().equals(sheet.items()) && whole.edges().equals(sheet.edges()), where);
            }
        }
    }

    private static String brief(Item item) {
        return item.key() + "@" + item.at().x() + "^" + item.z() + "<" + item.frame();
    }

    private Doc changed(Doc doc, Random random, String fresh) {
        ActorId who = random.nextBoolean() ? Documents.ANN : Documents.BEN;
        String one = random.nextInt(5) == 0 ? "f" + random.nextInt(4) : "card" + random.nextInt(30);
        String other = random.nextInt(3) == 0 ? "f" + random.nextInt(4) : "card" + random.nextInt(30);
        return switch (random.nextInt(12)) {
            case 0, 1 -> perform(doc, who, move(one, random.nextInt(900), random.nextInt(900)));
            case 2 -> perform(doc, who, new Intent.Remove(Set.of(one)));
            case 3 -> perform(doc, who, insert(30 + random.nextInt(50), 1 + random.nextInt(12)));
            case 4 -> perform(doc, who, new Intent.Enclose("f" + random.nextInt(4), new Rect(0, 0, 400, 300), Set.of(one), ""));
            case 5 -> perform(doc, who, new Intent.Reparent(Set.of(one), random.nextBoolean() ? "f" + random.nextInt(4) : ""));
            case 6 -> perform(doc, who, new Intent.Order(List.of(one), other));
            case 7 -> perform(doc, who, new Intent.Connect(fresh, Edge.End.of(one, true), Edge.End.of(other, false)));
            case 8 -> perform(doc, who, new Intent.Lock(Set.of(one), random.nextBoolean()));
            case 9 -> field(doc, who, one, "removed", Scalar.of(random.nextBoolean()));
            case 10 -> random.nextBoolean() ? typed(doc, who, one) : field(doc, who, one, "frame", Scalar.of(other));
            default -> hostile(doc, who, one, random);
        };
    }

    private static Doc field(Doc doc, ActorId who, String key, String field, Scalar value) {
        return Cards.of(doc).card(key).map(card -> Documents.change(doc, who, edit -> edit.put(card.id(), field, value))).orElse(doc);
    }

    /** What a field says can be a text, too, that somebody edits. */
    private static Doc typed(Doc doc, ActorId who, String key) {
        return Cards.of(doc).card(key).map(card -> Documents.change(doc, who, edit -> {
            ObjectId text = card.fields().object("frame", ObjectType.TEXT)
                    .orElseGet(() -> edit.putObject(card.id(), "frame", ObjectType.TEXT));
            edit.splice(text, 0, edit.length(text), edit.length(text) == 1 ? "f1" : "f");
        })).orElse(doc);
    }

    private static Doc hostile(Doc doc, ActorId who, String key, Random random) {
        ObjectId map = Cards.of(doc).map().orElseThrow().map();
        return Documents.change(doc, who, edit -> {
            if (random.nextInt(40) == 0) edit.putObject(ObjectId.ROOT, random.nextBoolean() ? "cards" : "edges", ObjectType.MAP);
            else if (random.nextBoolean()) edit.put(map, key, 7);
            else if (edit.get(map, key).isPresent()) edit.delete(map, key);
        });
    }

    private Doc perform(Doc doc, ActorId who, Intent intent) {
        return Documents.perform(type, doc, who, intent);
    }

    private static Intent move(String key, double x, double y) {
        return new Intent.Arrange(Map.of(key, Adjustment.move(new Point(x, y))));
    }

    private static Intent insert(int first, int count) {
        return new Intent.Insert(IntStream.range(first, first + count).mapToObj(i -> new Placement("card" + i, NOTE,
                new Point(i * 20, 40), 300, OptionalDouble.empty())).toList());
    }
}
