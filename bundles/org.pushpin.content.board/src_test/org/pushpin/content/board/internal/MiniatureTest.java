// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.pushpin.content.Caption;
import org.pushpin.content.Color;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Paint;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

class MiniatureTest {

    private static final Size ROOM = new Size(208, 120);
    private final BoardType type = new BoardType();

    private Doc board(int cards, String kind) {
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            placements.add(new Placement("c" + i, url(kind), new Point(i % 10 * 400, i / 10 * 300), 300, OptionalDouble.of(200)));
        }
        return Documents.perform(type, Documents.create(type, Seed.blank()), Documents.ANN, new Intent.Insert(placements));
    }

    private static DocumentUrl url(String kind) {
        return BoardViewTest.NOTE.withContentType(kind);
    }

    private static List<Shape> shapes(Doc board) {
        return ((View.Drawing) new Miniature(Theme.LIGHT, Ground.of("")).of(board, ROOM)).shapes();
    }

    private static long filled(List<Shape> shapes, Color color) {
        return shapes.stream().filter(shape -> shape instanceof Shape.Rectangle box && box.fill().equals(Optional.of(Paint.of(color)))).count();
    }

    @Test
    void everyKindOfCardHasItsLeaf() {
        assertEquals(3, filled(shapes(board(3, "sticky")), Theme.LIGHT.palette().sticky()));
        assertEquals(3, filled(shapes(board(3, "text")), Theme.LIGHT.palette().card()));
    }

    @Test
    void framesAndArrowsAreSeen() {
        Doc plain = board(2, "sticky");
        Doc framed = Documents.perform(type, plain, Documents.ANN, new Intent.Enclose("f", new Rect(-40, -40, 900, 400), Set.of("c0", "c1"), "",
                new Caption("", "#FF0000")));
        Doc joined = Documents.perform(type, framed, Documents.ANN, new Intent.Connect("e", Edge.End.of("c0", false), Edge.End.of("c1", true)));
        assertEquals(shapes(plain).size() + 2, shapes(joined).size());
        assertEquals(1, shapes(joined).stream().filter(Shape.Line.class::isInstance).count());
        assertNotEquals(shapes(framed), shapes(Documents.perform(type, framed, Documents.ANN,
                new Intent.Act("paint", java.util.Map.of("item", Scalar.of("f"), "color", Scalar.of("sky"))))));
    }

    @Test
    void itLiesWithinItsRoomHoweverMuchThereIs() {
        List<Shape> shapes = shapes(board(5_000, "text"));
        assertTrue(shapes.size() < 2_500, shapes.size() + " shapes");
        Rect room = new Rect(0, 0, ROOM.width() + 3, ROOM.height() + 3);
        for (Shape shape : shapes) {
            if (shape instanceof Shape.Rectangle box) assertTrue(room.contains(box.at()), box.toString());
        }
    }

    /** Cards that lie as far apart as cards can. */
    @Test
    void farAwayCardsDoNoHarm() {
        Doc far = Documents.perform(type, board(1, "text"), Documents.ANN, new Intent.Insert(List.of(
                new Placement("far", url("text"), new Point(1e300, -1e300), 1e9, OptionalDouble.empty()))));
        for (Shape shape : shapes(far)) {
            if (shape instanceof Shape.Rectangle box) assertTrue(Double.isFinite(box.at().right() + box.at().bottom()));
        }
    }
}
