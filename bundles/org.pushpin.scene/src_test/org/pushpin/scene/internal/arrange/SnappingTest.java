// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;

class SnappingTest {

    private static final double REACH = 6;

    private static Rect move(Rect wanted, Rect... others) {
        return new Snapping(List.of(others), wanted).move(wanted, REACH);
    }

    @Test
    void farFromOthersTheGridCounts() {
        assertEquals(new Rect(100, 80, 50, 50), move(new Rect(103, 88, 50, 50)));
        assertEquals(new Rect(120, 80, 50, 50), move(new Rect(111, 88, 50, 50), new Rect(1007, 1007, 10, 10)));
    }

    @Test
    void edgesAndMiddlesOfNeighboursComeBeforeTheGrid() {
        Rect other = new Rect(207, 400, 100, 60);
        assertEquals(207, move(new Rect(203, 0, 50, 50), other).x(), "left on left");
        assertEquals(257, move(new Rect(259, 0, 50, 50), other).x(), "left on the middle");
        assertEquals(232, move(new Rect(230, 0, 50, 50), other).x(), "middle on the middle");
        assertEquals(257, move(new Rect(260, 0, 50, 50), other).x(), "right on right");
    }

    @Test
    void aGapIsMadeAsWideAsAnother() {
        Rect a = new Rect(0, 0, 100, 100);
        Rect b = new Rect(133, 0, 100, 100);
        assertEquals(266, move(new Rect(264, 11, 90, 77), a, b).x());
        assertEquals(-123, move(new Rect(-120, 11, 90, 77), a, b).x());
        List<Guide> guides = new Snapping(List.of(a, b), a).guides(new Rect(266, 11, 90, 77));
        assertEquals(2, guides.stream().filter(Guide::gap).count(), guides.toString());
    }

    @Test
    void betweenTwoItLiesInTheMiddle() {
        Rect a = new Rect(0, 0, 100, 100);
        Rect b = new Rect(251, 0, 100, 100);
        Rect placed = move(new Rect(144, 11, 71, 37), a, b);
        assertEquals(140, placed.x());
        List<Guide> guides = new Snapping(List.of(a, b), a).guides(placed);
        assertTrue(guides.contains(new Guide(new Point(100, placed.center().y()), new Point(140, placed.center().y()), true)),
                guides.toString());
    }

    @Test
    void guidesReachOverAllThatIsInLine() {
        List<Rect> others = List.of(new Rect(100, 0, 40, 40), new Rect(100, 300, 80, 40));
        List<Guide> guides = new Snapping(others, others.getFirst()).guides(new Rect(100, 100, 66, 66));
        assertTrue(guides.contains(new Guide(new Point(100, 0), new Point(100, 340), false)), guides.toString());
    }

    @Test
    void anEdgeThatIsDraggedAloneSnapsByItself() {
        Snapping snapping = new Snapping(List.of(new Rect(207, 400, 100, 60)), new Rect(0, 0, 10, 10));
        assertEquals(307, snapping.edge(Axis.X, 305, REACH));
        assertEquals(320, snapping.edge(Axis.X, 318, REACH));
        assertEquals(430, snapping.edge(Axis.Y, 428, REACH));
    }

    @Test
    void aStepTakesNoMoreOfAHugeBoard() {
        List<Rect> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) many.add(new Rect(i % 200 * 50, i / 200 * 50, 37, 37));
        Rect near = new Rect(5000, 2500, 37, 37);
        Snapping snapping = new Snapping(many, near);
        assertEquals(new Snapping(snapping.others(), near).others(), snapping.others(), "only the nearest are kept");
        assertTrue(snapping.others().size() <= 200);
    }

    @Test
    void alignmentBringsEdgesAndMiddlesTogether() {
        Map<String, Rect> places = Map.of("a", new Rect(0, 0, 100, 40), "b", new Rect(40, 90, 60, 40), "c",
                new Rect(300, 300, 20, 20));
        assertEquals(Map.of("b", new Point(0, 90), "c", new Point(0, 300)), Alignment.LEFT.arrange(places));
        assertEquals(Map.of("a", new Point(220, 0), "b", new Point(260, 90)), Alignment.RIGHT.arrange(places));
        assertEquals(Map.of("a", new Point(110, 0), "b", new Point(130, 90), "c", new Point(150, 300)),
                Alignment.CENTER.arrange(places));
        assertEquals(Map.of("a", new Point(0, 280), "b", new Point(40, 280)), Alignment.BOTTOM.arrange(places));
        assertEquals(Map.of(), Alignment.TOP.arrange(Map.of("a", new Rect(0, 0, 1, 1))));
    }

    @Test
    void distributionMakesGapsEqual() {
        Map<String, Rect> places = Map.of("a", new Rect(0, 0, 100, 40), "b", new Rect(110, 0, 50, 40), "c",
                new Rect(300, 0, 100, 40));
        assertEquals(Map.of("b", new Point(175, 0)), Alignment.ACROSS.arrange(places));
        assertEquals(Map.of(), Alignment.DOWN.arrange(Map.of("a", new Rect(0, 0, 1, 1), "b", new Rect(0, 9, 1, 1))));
    }

    @Test
    void arrowKeysLeadStraightAheadBeforeAside() {
        Map<String, Rect> places = Map.of("right", new Rect(300, 10, 100, 100), "below", new Rect(20, 300, 100, 100),
                "far", new Rect(900, 0, 100, 100), "aside", new Rect(110, 180, 100, 100));
        Rect start = new Rect(0, 0, 100, 100);
        assertEquals(Optional.of("right"), Direction.RIGHT.from(start, places));
        assertEquals(Optional.of("below"), Direction.DOWN.from(start, Map.of("below", places.get("below"), "right",
                places.get("right"))));
        assertEquals(Optional.empty(), Direction.LEFT.from(start, places));
        assertEquals(Optional.of("right"), Direction.LEFT.from(places.get("far"), places));
    }
}
