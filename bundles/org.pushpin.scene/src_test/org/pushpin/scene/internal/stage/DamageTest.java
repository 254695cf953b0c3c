// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.internal.fixture.Theatre;

/** What a frame says has to be painted anew, after what people do. */
class DamageTest {

    private final Theatre theatre = new Theatre();
    private Frame before;

    @BeforeEach
    void open() {
        theatre.pin("a", "First note", 100, 100, 200, 100);
        theatre.pin("b", "Second note", 400, 100, 200, 100);
        theatre.pin("c", "Third note", 800, 500, 200, 100);
        theatre.open();
        before = theatre.stage.frame();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private List<Rect> damage() {
        return theatre.stage.frame().since(before);
    }

    private static boolean covers(List<Rect> areas, double x, double y) {
        return areas.stream().anyMatch(area -> area.contains(new Point(x, y)));
    }

    private static double size(List<Rect> areas) {
        return areas.stream().mapToDouble(area -> area.width() * area.height()).sum();
    }

    @Test
    void nothingIsPaintedForNothing() {
        assertEquals(List.of(), damage());
        theatre.move(700, 400);
        assertEquals(List.of(), damage());
    }

    @Test
    void aSelectionIsItsOutline() {
        theatre.click(150, 150);
        assertTrue(covers(damage(), 100, 150) && covers(damage(), 200, 100) && covers(damage(), 298, 198));
        assertTrue(size(damage()) < 40_000, damage().toString());
    }

    @Test
    void aDragIsTheOldPlaceAndTheNewOne() {
        theatre.click(850, 550);
        theatre.down(850, 550, 1, Modifiers.NONE);
        theatre.move(860, 560);
        before = theatre.stage.frame();
        theatre.move(880, 580);
        assertTrue(covers(damage(), 900, 550) && covers(damage(), 1010, 600));
        assertTrue(!covers(damage(), 200, 150) && !covers(damage(), 500, 150));
        theatre.up(880, 580);
    }

    @Test
    void aTypedLetterIsItsCard() {
        theatre.doubleClick(150, 130);
        before = theatre.stage.frame();
        theatre.type("x");
        assertTrue(size(damage()) < 230 * 170, damage().toString());
        assertTrue(covers(damage(), 150, 125) && !covers(damage(), 500, 150));
    }

    @Test
    void aPanIsEverything() {
        theatre.stage.wheel(600, 400, 0, 48, Modifiers.NONE);
        assertEquals(List.of(new Rect(0, 0, 1200, 800)), damage());
        assertEquals(List.of(new Rect(0, 0, 1200, 800)), theatre.stage.frame().since(null));
    }

    @Test
    void aCardThatGoesTakesItsPlaceAlong() {
        theatre.click(450, 150);
        theatre.key("Delete");
        assertTrue(covers(damage(), 500, 150) && !covers(damage(), 150, 150));
    }
}
