// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Edge;
import org.pushpin.content.Grid;
import org.pushpin.content.Item;
import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.View;

/** A plan that follows from the one before is the plan that would be made of the canvas, at the cost of what differs. */
final class PlanTest {

    private static final View NOTHING = View.Box.column(Style.NONE);
    private static final Color INK = Color.of("#000000");

    private int asked;
    private final Function<Item, Rect> reach = item -> {
        asked++;
        return item.at().grown(10);
    };

    private static Item item(int number, double x, double y, double z) {
        return new Item("card" + number, new Rect(x, y, 200, 100), false, z, "", Set.of(), NOTHING);
    }

    private static Edge edge(String key, int from, int to) {
        return new Edge(key, Edge.End.of("card" + from, false), Edge.End.of("card" + to, true), NOTHING, Stroke.of(INK, 1), Set.of());
    }

    private static View.Canvas canvas(List<Item> items, List<Edge> edges) {
        return new View.Canvas(Paint.of(INK), new Grid(20, INK), items, edges, Set.of(), Optional.empty());
    }

    private static List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) items.add(item(i, i % 70 * 250, i / 70 * 150, i));
        return items;
    }

    @Test
    void aCardThatMovesIsAllThatIsAskedFor() {
        List<Item> items = items(5000);
        Plan before = Plan.of(canvas(items, List.of()), reach);
        items.set(77, item(77, -900, -900, 77));
        asked = 0;
        Plan.Next next = before.next(canvas(items, List.of()), reach);
        assertEquals(1, asked);
        assertEquals(List.of(77), next.changed());
        assertSame(before.numbers(), next.plan().numbers());
        assertArrayEquals(new int[] {77}, next.plan().places().touching(new Rect(-900, -900, 10, 10)));
    }

    @Test
    void theLabelOfAnArrowGoesWithItsCard() {
        List<Item> items = items(100);
        List<Edge> edges = List.of(edge("a", 1, 2), edge("b", 3, 4));
        Plan before = Plan.of(canvas(items, edges), reach);
        items.set(4, item(4, 9000, 9000, 4));
        Plan.Next next = before.next(canvas(items, edges), reach);
        assertEquals(List.of(4, 101), next.changed().stream().sorted().toList());
    }

    @Test
    void whereTheOrderChangesAnyNumberMayBeAnothers() {
        List<Item> items = items(50);
        Plan before = Plan.of(canvas(items, List.of()), reach);
        items.add(item(50, 0, 0, 3.5));
        assertNull(before.next(canvas(items, List.of()), reach).changed());
    }

    @Test
    void stepByStepIsTheSameAsAtOnce() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            List<Item> items = items(40);
            List<Edge> edges = new ArrayList<>(List.of(edge("a", 1, 2), edge("b", 2, 3), edge("c", 2, 99)));
            Plan plan = Plan.of(canvas(items, edges), reach);
            for (int step = 0; step < 300; step++) {
                change(items, edges, random);
                plan = plan.next(canvas(items, edges), reach).plan();
                assertAlike(plan, Plan.of(canvas(items, edges), reach), random, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void change(List<Item> items, List<Edge> edges, Random random) {
        int at = random.nextInt(items.size());
        Item old = items.get(at);
        int number = Integer.parseInt(old.key().substring(4));
        double x = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(9000) - 4000;
        switch (random.nextInt(14)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(item(100 + random.nextInt(60), x, 0, random.nextInt(50)));
            case 2 -> items.set(at, item(number, old.at().x(), 70, random.nextInt(50)));
            case 3 -> edges.set(random.nextInt(edges.size()), edge("e" + random.nextInt(9), random.nextInt(45), random.nextInt(45)));
            case 4 -> edges.add(edge(random.nextInt(9) == 0 ? "card3" : "f" + random.nextInt(50), random.nextInt(45), random.nextInt(45)));
            default -> items.set(at, item(number, x, random.nextInt(9000) - 4000, old.z()));
        }
        if (items.isEmpty()) items.add(item(0, 0, 0, 0));
    }

    private static void assertAlike(Plan followed, Plan whole, Random random, String where) {
        assertEquals(whole.items(), followed.items(), where);
        assertEquals(whole.numbers(), followed.numbers(), where);
        for (int i = 0; i < 5; i++) {
            Rect area = new Rect(random.nextInt(9000) - 4000, random.nextInt(9000) - 4000, 900, 900);
            assertArrayEquals(whole.places().touching(area), followed.places().touching(area), where);
        }
    }
}
