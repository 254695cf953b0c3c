// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Place;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Stage;
import org.pushpin.scene.internal.fixture.Theatre;

/** Where cards open, and one document in two views. */
class PlacesTest {

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void keysOpenACardHereInATabAndBeside() {
        DocumentUrl note = theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.open();
        theatre.click(150, 150);
        theatre.key("Ctrl+Enter");
        theatre.key("Ctrl+Alt+Enter");
        theatre.key("Ctrl+Shift+Enter");
        assertEquals(List.of(note, note, note), theatre.opened);
        assertEquals(List.of(Place.HERE, Place.NEW_TAB, Place.BESIDE), theatre.places);
    }

    private void middle(double fromX, double fromY, double toX, double toY) {
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.DOWN, fromX, fromY, PointerEvent.Button.MIDDLE, 1,
                Modifiers.NONE));
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.MOVE, toX, toY, PointerEvent.Button.MIDDLE, 0,
                Modifiers.NONE));
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.UP, toX, toY, PointerEvent.Button.MIDDLE, 0,
                Modifiers.NONE));
        theatre.settle();
    }

    @Test
    void theMiddleButtonOpensBehindUnlessItPans() {
        theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.open();
        double before = theatre.sprite("a").x();
        middle(150, 150, 151, 151);
        assertEquals(List.of(Place.NEW_TAB), theatre.places);
        middle(150, 150, 250, 150);
        middle(800, 600, 800, 600);
        assertEquals(1, theatre.places.size());
        assertEquals(before + 100, theatre.sprite("a").x());
    }

    /** What was done on either side is undone from either, newest first. */
    @Test
    void twoViewsOfABoardShareOneHistory() {
        theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.pin("b", "two", 400, 100, 200, 100);
        Stage left = theatre.open().stage;
        Stage right = theatre.open().stage;
        theatre.click(150, 150);
        theatre.key("Delete");
        theatre.stage = left;
        theatre.click(450, 150);
        theatre.key("Delete");
        assertEquals("No cards", left.subtitle());
        assertEquals("No cards", right.subtitle());
        theatre.stage = right;
        theatre.key("Ctrl+Z");
        assertEquals("1 card", left.subtitle());
        assertTrue(left.frame().sprites().stream().anyMatch(sprite -> sprite.key().startsWith("b#")));
        theatre.stage = left;
        theatre.key("Ctrl+Z");
        assertEquals("2 cards", right.subtitle());
        assertFalse(theatre.key("Ctrl+Z"));
        theatre.stage = right;
        assertTrue(theatre.key("Ctrl+Shift+Z"));
        assertEquals("1 card", left.subtitle());
        left.close();
    }
}
