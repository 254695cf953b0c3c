// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.content.Rect;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Command;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.Frame;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.fixture.Theatre;

class ZoomTest {

    private static final Modifiers CTRL = new Modifiers(true, false, false);

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    /** Where a card is seen, in points. */
    private Rect seen(String key) {
        return theatre.stage.accessible().children().stream().filter(node -> node.key().equals(key))
                .map(Accessible::bounds).findFirst().orElseThrow();
    }

    private void ctrlWheel(double x, double y, double delta) {
        theatre.stage.wheel(x, y, 0, delta, CTRL);
        theatre.settle();
    }

    private void open() {
        theatre.pin("a", "hello", 400, 300, 200, 100);
        theatre.open();
    }

    @Test
    void theWheelComesNearerAroundThePointer() {
        open();
        Rect before = seen("a");
        ctrlWheel(before.x() + 50, before.y() + 25, -48);
        Rect after = seen("a");
        double grown = after.width() / before.width();
        assertEquals(Math.pow(2, 0.25), grown, 1e-9);
        assertEquals(before.x() + 50, after.x() + 50 * grown, 1e-6);
        assertEquals(before.y() + 25, after.y() + 25 * grown, 1e-6);
    }

    @Test
    void goingNearerAndBackIsExactlyOneHundredPerCentAgain() {
        open();
        for (int i = 0; i < 7; i++) ctrlWheel(100 + 37 * i, 500, -48);
        theatre.stage.pinch(600, 400, 1.07);
        theatre.stage.pinch(600, 400, 1 / 1.07);
        for (int i = 0; i < 7; i++) ctrlWheel(900 - 11 * i, 100, 48);
        assertEquals(200, seen("a").width(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void itEndsAtFivePerCentAndEightHundred(int direction) {
        open();
        for (int i = 0; i < 60; i++) ctrlWheel(600, 400, 48 * direction);
        assertEquals(direction > 0 ? 0.05 : 8, seen("a").width() / 200, 1e-9);
        assertFalse(command(direction > 0 ? "zoomOut" : "zoomIn").enabled());
    }

    private Command command(String id) {
        return theatre.stage.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aPinchDoesTheSame() {
        open();
        theatre.stage.pinch(600, 400, 1.5);
        assertEquals(300, seen("a").width(), 1e-9);
        theatre.stage.pinch(600, 400, Double.NaN);
        assertEquals(300, seen("a").width(), 1e-9);
    }

    @Test
    void keysZoomAroundTheMiddleAndBack() {
        open();
        assertTrue(theatre.key("Ctrl+="));
        assertEquals(250, seen("a").width(), 1e-9);
        assertTrue(theatre.key("Ctrl++"));
        assertEquals(300, seen("a").width(), 1e-9);
        theatre.key("Ctrl+-");
        theatre.key("Ctrl+-");
        theatre.key("Ctrl+-");
        assertEquals(150, seen("a").width(), 1e-9);
        theatre.key("Ctrl+0");
        assertEquals(new Rect(400, 300, 200, 100), seen("a"));
    }

    @Test
    void fitShowsEverythingAndNeverEnlarges() {
        theatre.pin("a", "hello", -4000, -100, 200, 100);
        theatre.pin("b", "there", 3000, 2500, 200, 100);
        theatre.open();
        theatre.key("Shift+1");
        Rect stage = new Rect(0, 0, 1200, 800);
        assertTrue(stage.contains(seen("a")) && stage.contains(seen("b")), seen("a") + " " + seen("b"));
        theatre.key("Tab");
        theatre.key("Shift+2");
        assertEquals(2 * 200, seen("a").width(), 1e-9);
        assertEquals(600, seen("a").center().x(), 1e-6);
    }

    @Test
    void placeAndZoomAreRememberedForTheDocument() {
        open();
        ctrlWheel(700, 500, -96);
        Rect before = seen("a");
        theatre.stage.close();
        theatre.open();
        assertEquals(before, seen("a"));
    }

    @Test
    void spaceMakesAHandThatDragsThePlane() {
        open();
        theatre.key("Space");
        assertEquals(CursorShape.GRAB, theatre.cursor);
        theatre.drag(450, 350, 500, 360);
        assertEquals(new Rect(450, 310, 200, 100), seen("a"));
        assertTrue(theatre.stage.selection().isEmpty());
        theatre.stage.released(KeyEvent.of("Space"));
        theatre.click(500, 360);
        assertEquals(java.util.List.of("a"), theatre.stage.selection());
    }

    @Test
    void theMiddleButtonDragsThePlane() {
        open();
        theatre.stage.pointer(middle(PointerEvent.Kind.DOWN, 450, 350));
        theatre.stage.pointer(middle(PointerEvent.Kind.MOVE, 400, 330));
        theatre.stage.pointer(middle(PointerEvent.Kind.UP, 400, 330));
        theatre.settle();
        assertEquals(new Rect(350, 280, 200, 100), seen("a"));
    }

    private static PointerEvent middle(PointerEvent.Kind kind, double x, double y) {
        return new PointerEvent(kind, x, y, PointerEvent.Button.MIDDLE, 1, Modifiers.NONE);
    }

    @Test
    void dotsFadeBelowHalfAndAreGoneBelowAQuarter() {
        open();
        int full = dots().color().alpha();
        theatre.key("Ctrl+-");
        theatre.key("Ctrl+-");
        assertEquals(full, dots().color().alpha());
        theatre.key("Ctrl+-");
        assertTrue(dots().color().alpha() < full / 2);
        theatre.key("Ctrl+-");
        assertTrue(theatre.stage.frame().dots().isEmpty());
    }

    private Frame.Dots dots() {
        return theatre.stage.frame().dots().orElseThrow();
    }

    @Test
    void theBarInTheCornerZoomsAndLetsThePlaneBe() {
        open();
        Sprite bar = theatre.stage.frame().overlay().getFirst();
        double y = bar.y() + bar.height() / 2;
        theatre.click(bar.x() + bar.width() - 60, y);
        assertEquals(250, seen("a").width(), 1e-9);
        theatre.drag(bar.x() + 60, y, 600, 300);
        assertEquals(200, seen("a").width(), 1e-9);
        assertTrue(theatre.stage.selection().isEmpty());
    }

    @Test
    void cardsArePaintedSharpOnceTheyAreThere() {
        open();
        ctrlWheel(600, 400, -192);
        assertEquals(2 * theatre.sprite("a").image().getWidth(), theatre.sprite("a").width(), 1e-9);
        theatre.pass(java.time.Duration.ofSeconds(1));
        Sprite sprite = theatre.sprite("a");
        assertEquals(sprite.image().getWidth(), sprite.width(), 1e-9);
        assertEquals(400, seen("a").width(), 1e-9);
    }
}
