// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crdt.ObjectId;
import org.pushpin.content.Fields;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.fixture.Theatre;

class GestureTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl first;

    @BeforeEach
    void open() {
        first = theatre.pin("a", "First note", 100, 100, 200, 100);
        theatre.pin("b", "Second note", 400, 100, 200, 100);
        theatre.pin("c", "Third note", 100, 400, 200, 100);
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private List<String> selection() {
        return theatre.stage.selection();
    }

    private double place(String key, String axis) {
        return Fields.root(theatre.repo.handle(theatre.board).current()).map("cards").orElseThrow().map(key)
                .orElseThrow().number(axis).orElseThrow();
    }

    private void remote(String key, String field, double value) {
        theatre.repo.handle(theatre.board).remote(edit -> edit.put(
                Fields.root(edit).map("cards").orElseThrow().map(key).orElseThrow().map(), field, value));
    }

    @Test
    void clickSelectsOneAndModifiersToggle() {
        theatre.click(150, 150);
        assertEquals(List.of("a"), selection());
        theatre.click(450, 150, Modifiers.SHIFT);
        assertEquals(List.of("a", "b"), selection());
        theatre.click(150, 150, Modifiers.COMMAND);
        assertEquals(List.of("b"), selection());
        theatre.click(900, 700);
        assertEquals(List.of(), selection());
    }

    @Test
    void dragMovesToTheGridWithOneIntent() {
        theatre.drag(150, 150, 211, 187);

        assertEquals(List.of(new Intent.Arrange(Map.of("a", Adjustment.move(new Point(160, 140))))),
                theatre.performed());
        assertEquals(160, place("a", "x"));
        assertEquals(160 - 12, theatre.sprite("a").x(), "the bitmap has a margin for the shadow");
    }

    /** PushPin's sheet began at 0, 0 and ended after 5,000. */
    @Test
    void noEdgeHoldsACardBack() {
        theatre.drag(150, 150, 10, 8);
        assertEquals(-40, place("a", "x"));
        assertEquals(-40, place("a", "y"));
        theatre.down(450, 150, 1, Modifiers.NONE);
        theatre.stage.wheel(450, 150, 6000, 0, Modifiers.NONE);
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.MOVE, 500, 150, PointerEvent.Button.LEFT, 0, Modifiers.NONE));
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.UP, 500, 150, PointerEvent.Button.LEFT, 0, Modifiers.NONE));
        theatre.settle();
        assertEquals(6440, place("b", "x"), 20);
    }

    @Test
    void dragMovesWhatIsSelectedTogether() {
        theatre.click(150, 150);
        theatre.click(450, 150, Modifiers.SHIFT);
        theatre.drag(450, 150, 490, 150);

        Intent.Arrange arrange = assertInstanceOf(Intent.Arrange.class, theatre.performed().getFirst());
        assertEquals(Set.of("a", "b"), arrange.items().keySet());
        assertEquals(140, place("a", "x"));
        assertEquals(440, place("b", "x"));
    }

    @Test
    void theBitmapStaysTheSameWhileACardMoves() {
        long version = theatre.sprite("a").version();
        theatre.drag(150, 150, 250, 250);
        assertEquals(version, theatre.sprite("a").version());
    }

    @Test
    void aRemoteMoveDoesNotMoveWhatIsUnderThePointer() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(190, 150);
        remote("a", "x", 700);
        remote("b", "x", 800);
        theatre.settle();

        assertEquals(140 - 12, theatre.sprite("a").x());
        assertEquals(800 - 12, theatre.sprite("b").x(), "others follow at once");

        theatre.up(190, 150);
        theatre.settle();
        assertEquals(140, place("a", "x"));
        assertEquals(1, theatre.performed().size());
    }

    @Test
    void thePreviewStaysUntilTheSceneHasTheResult() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(250, 150);
        theatre.up(250, 150);

        assertEquals(200 - 12, theatre.sprite("a").x(), "no scene was made since");
        theatre.settle();
        assertEquals(200 - 12, theatre.sprite("a").x());
    }

    @Test
    void escapeTakesADragBack() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(250, 150);
        theatre.key("Esc");
        theatre.up(250, 150);
        theatre.settle();

        assertEquals(List.of(), theatre.performed());
        assertEquals(100 - 12, theatre.sprite("a").x());
    }

    @Test
    void aTremblingPressDoesNotDrag() {
        theatre.drag(150, 150, 152, 152);
        assertEquals(List.of(), theatre.performed());
        assertEquals(List.of("a"), selection());
    }

    @Test
    void resizeStaysWithinTheLimitsOfTheType() {
        theatre.click(150, 150);
        theatre.drag(300, 200, 2000, 2000);

        assertEquals(List.of(new Intent.Arrange(Map.of("a", Adjustment.resize(800, 800)))), theatre.performed());

        theatre.performed().clear();
        theatre.drag(900, 900, 0, 0);
        assertEquals(List.of(new Intent.Arrange(Map.of("a", Adjustment.resize(120, 40)))), theatre.performed());
    }

    @Test
    void aHandleAtTheLeftMovesTheLeftEdgeOnly() {
        theatre.click(150, 150);
        theatre.drag(100, 150, 61, 150);

        assertEquals(List.of(new Intent.Arrange(Map.of("a", Adjustment.width(240).at(new Point(60, 100))))),
                theatre.performed());
    }

    private Rect outline() {
        return theatre.stage.frame().marks().stream().filter(Mark.Outline.class::isInstance).map(Mark.Outline.class::cast)
                .findFirst().orElseThrow().area();
    }

    @Test
    void aCardMadeHigherKeepsItsHeightWhenASideIsDraggedAtOnce() {
        theatre.pin("d", "Fourth note", 400, 400, 200, 0);
        theatre.settle();
        theatre.click(410, 405);
        Rect fitted = outline();
        theatre.down(fitted.right(), fitted.bottom(), 1, Modifiers.NONE);
        theatre.move(640, 560);
        theatre.up(640, 560); // no scene has it yet
        theatre.down(640, 480, 1, Modifiers.NONE);
        theatre.move(680, 480);
        theatre.settle();
        assertEquals(new Rect(400, 400, 280, 160), outline());
        theatre.up(680, 480);
        theatre.settle();
        assertEquals(new Rect(400, 400, 280, 160), outline());
    }

    @Test
    void aResizedCardIsLaidOutAgainWhileItIsDragged() {
        long version = theatre.sprite("a").version();
        theatre.click(150, 150);
        theatre.down(300, 150, 1, Modifiers.NONE);
        theatre.move(340, 150);
        theatre.settle();

        assertTrue(theatre.sprite("a").version() > version);
        assertEquals(240 + 24, theatre.sprite("a").width());
        theatre.up(340, 150);
    }

    @Test
    void marqueeSelectsWhatItTouches() {
        theatre.drag(50, 50, 420, 150);
        assertEquals(List.of("a", "b"), selection());
    }

    @Test
    void theMarqueeIsPaintedWhileItIsDrawn() {
        theatre.down(50, 50, 1, Modifiers.NONE);
        theatre.move(80, 80);
        assertTrue(theatre.stage.frame().marks().stream().anyMatch(mark -> mark instanceof Mark.Fill));
        theatre.up(80, 80);
        assertTrue(theatre.stage.frame().marks().isEmpty());
    }

    @Test
    void deleteRemovesWhatIsSelected() {
        theatre.click(150, 150);
        theatre.key("Delete");

        assertEquals(List.of(new Intent.Remove(Set.of("a"))), theatre.performed());
        assertEquals(List.of(), selection());
        assertTrue(theatre.repo.local(first.id()).isPresent(), "the document stays");
    }

    @Test
    void undoAndRedoGoOverGesturesInOrder() {
        theatre.drag(150, 150, 210, 150);
        theatre.drag(450, 150, 510, 150);
        theatre.key("Ctrl+Z");
        assertEquals(400, place("b", "x"));
        assertEquals(160, place("a", "x"));
        theatre.key("Ctrl+Z");
        assertEquals(100, place("a", "x"));
        assertFalse(theatre.key("Ctrl+Z") && place("a", "x") != 100);
        theatre.key("Ctrl+Shift+Z");
        theatre.key("Ctrl+Y");
        assertEquals(160, place("a", "x"));
        assertEquals(460, place("b", "x"));
    }

    @Test
    void arrowsNudgeAndQuickNudgesAreOneStep() {
        theatre.click(150, 150);
        theatre.key("Right");
        theatre.key("Right");
        theatre.key("Down");
        assertEquals(140, place("a", "x"));
        assertEquals(120, place("a", "y"));
        theatre.key("Ctrl+Z");
        assertEquals(100, place("a", "x"));
        assertEquals(100, place("a", "y"));
    }

    @Test
    void tabGoesThroughCardsInReadingOrder() {
        theatre.key("Tab");
        assertEquals(List.of("a"), selection());
        theatre.key("Tab");
        assertEquals(List.of("b"), selection());
        theatre.key("Tab");
        assertEquals(List.of("c"), selection());
        assertFalse(theatre.key("Tab"), "the window's turn");
        theatre.key("Shift+Tab");
        assertEquals(List.of("c"), selection());
    }

    @Test
    void selectAllSelectsEverything() {
        theatre.key("Ctrl+A");
        assertEquals(List.of("a", "b", "c"), selection());
        assertEquals("3 selected", theatre.stage.subtitle());
    }

    @Test
    void wheelAndMiddleButtonPan() {
        theatre.stage.wheel(0, 0, 0, 50, Modifiers.NONE);
        assertEquals(50 - 12, theatre.sprite("a").y());
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.DOWN, 600, 600, PointerEvent.Button.MIDDLE, 1,
                Modifiers.NONE));
        theatre.move(600, 650);
        theatre.up(600, 650);
        assertEquals(100 - 12, theatre.sprite("a").y());
    }

    @Test
    void aClosedStageListensToNothing() {
        theatre.stage.close();
        assertEquals(0, theatre.repo.handle(theatre.board).listeners());
        assertEquals(0, theatre.repo.handle(first).listeners());
    }

    @Test
    void aCardRemovedElsewhereDuringItsDragStaysRemoved() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(190, 150);
        theatre.repo.handle(theatre.board).remote(edit -> edit.put(
                Fields.root(edit).map("cards").orElseThrow().map("a").orElseThrow().map(), "removed", true));
        theatre.settle();
        theatre.up(190, 150);
        theatre.settle();

        assertTrue(theatre.stage.frame().sprites().stream().noneMatch(s -> s.key().startsWith("a#")));
        assertEquals(List.of(), selection());
        assertTrue(theatre.repo.handle(theatre.board).current().keys(ObjectId.ROOT).contains("cards"));
    }
}
