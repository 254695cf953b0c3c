// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;

class RouteTest {

    private static final Rect CARD = new Rect(0, 0, 100, 60);
    private static final Rect NOTHING = new Rect(-999, -999, 0, 0);

    @Test
    void itRunsBetweenTheSidesThatFaceEachOther() {
        Route right = Route.between(CARD, new Rect(300, 40, 100, 60));
        assertEquals(new Point(103, 30), right.from());
        assertEquals(new Point(297, 70), right.to());
        Route up = Route.between(CARD, new Rect(20, -400, 100, 60));
        assertEquals(new Point(50, -3), up.from());
        assertEquals(new Point(70, -337), up.to());
    }

    @Test
    void theOtherWayRoundItIsTheSameCurve() {
        Rect other = new Rect(300, 240, 100, 60);
        Route there = Route.between(CARD, other);
        Route back = Route.between(other, CARD);
        assertEquals(there.from(), back.to());
        assertEquals(0, there.middle().distance(back.middle()), 1e-9);
    }

    @Test
    void nearAndOverlappingCardsAreJoinedByALineOutsideOfBoth() {
        Route near = Route.between(CARD, new Rect(110, 10, 100, 60));
        assertEquals(100, near.from().x(), 1e-9);
        assertEquals(110, near.to().x(), 1e-9);
        Route same = Route.between(CARD, CARD);
        assertEquals(0, same.from().distance(same.to()), 1e-9, "nothing is drawn, and nothing fails");
    }

    @Test
    void aPlaceIsReachedExactly() {
        assertEquals(new Point(400, 400), Route.between(CARD, new Rect(400, 400, 0, 0)).to());
    }

    @Test
    void theLineIsInterruptedByItsLabelAndEndsInHeads() {
        Route route = Route.between(CARD, new Rect(400, 0, 100, 60));
        Rect label = new Rect(route.middle().x() - 40, route.middle().y() - 10, 80, 20);
        List<List<Point>> lines = route.lines(label, true, true);
        assertEquals(4, lines.size(), "two pieces and two heads");
        assertEquals(route.middle().x() - 40, lines.get(0).getLast().x(), 0.1);
        assertEquals(route.middle().x() + 40, lines.get(1).getFirst().x(), 0.1);
        assertEquals(route.from(), lines.get(2).get(1));
        assertEquals(route.to(), lines.get(3).get(1));
        assertEquals(1, route.lines(NOTHING, false, false).size());
    }

    @Test
    void itIsHitNearItsLineOnly() {
        Route route = Route.between(CARD, new Rect(400, 0, 100, 60));
        assertEquals(0, route.distance(new Point(250, 30)), 0.5);
        assertEquals(25, route.distance(new Point(250, 55)), 0.5);
        assertTrue(route.distance(new Point(600, 30)) > 200);
    }
}
