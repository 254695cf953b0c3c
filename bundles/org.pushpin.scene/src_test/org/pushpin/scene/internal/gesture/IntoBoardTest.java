// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.fixture.Theatre;

/** Cards dragged onto the card of a board. */
class IntoBoardTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl inner;

    @BeforeEach
    void open() {
        theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.pin("b", "two", 100, 300, 200, 100);
        inner = theatre.factory.create("board", new Seed.Blank("Inner"));
        theatre.pin("in", inner, 600, 100, 300, 200);
        theatre.repo.handle(theatre.board).changeSilently(null, edit -> theatre.boardType.perform(
                new Intent.Connect("e", Edge.End.of("a", false), Edge.End.of("b", true)), edit));
        theatre.boardType.performed.clear();
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private List<String> cards(DocumentUrl board) {
        Fields cards = Fields.root(theatre.repo.handle(board).current()).map("cards").orElseThrow();
        return cards.doc().keys(cards.map()).stream().filter(key -> !cards.map(key).orElseThrow().isTrue("removed")).toList();
    }

    private void dragOver(double x, double y, Modifiers held) {
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.MOVE, x, y, PointerEvent.Button.LEFT, 0, held));
    }

    @Test
    void whatIsLetGoOnABoardGoesOntoIt() {
        theatre.click(150, 150);
        theatre.click(150, 350, new Modifiers(true, false, false));
        theatre.drag(150, 350, 700, 200);
        assertEquals(List.of("in"), cards(theatre.board));
        Fields moved = Fields.root(theatre.repo.handle(inner).current()).map("cards").orElseThrow();
        List<String> keys = cards(inner);
        assertEquals(2, keys.size());
        List<Double> tops = keys.stream().map(key -> moved.map(key).orElseThrow().number("y").orElse(0)).sorted().toList();
        assertEquals(List.of(300.0, 500.0), tops);
        assertEquals(1, moved.doc().keys(Fields.root(theatre.repo.handle(inner).current()).map("edges").orElseThrow().map()).size());

        theatre.key("Ctrl+Z");
        assertEquals(List.of("a", "b", "in"), cards(theatre.board));
        assertEquals(List.of(), cards(inner));
    }

    @Test
    void theBoardThatWouldTakeItIsShown() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        dragOver(400, 180, Modifiers.NONE);
        assertFalse(hinted());
        dragOver(700, 200, Modifiers.NONE);
        assertTrue(hinted());
        theatre.key("Esc");
        assertFalse(hinted());
        assertEquals(3, cards(theatre.board).size());
    }

    private boolean hinted() {
        return theatre.stage.frame().overlay().stream().anyMatch(sprite -> sprite.key().equals("hint"));
    }

    @Test
    void whatIsDroppedFromAnotherProgramGoesOntoTheBoardUnderIt() {
        theatre.stage.drop(Transfer.text("from elsewhere"), 700, 200);
        theatre.settle();
        assertEquals(List.of("a", "b", "in"), cards(theatre.board));
        assertEquals(1, cards(inner).size());
        theatre.key("Ctrl+Z");
        assertEquals(List.of(), cards(inner));
    }

    @Test
    void filesThatAreDroppedOnABoardAreCardsOfIt(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), "one");
        Path two = Files.writeString(folder.resolve("two.txt"), "two");
        theatre.stage.drop(Transfer.files(List.of(one, two)), 700, 200);
        theatre.settle();
        assertEquals(3, cards(theatre.board).size());
        Fields in = Fields.root(theatre.repo.handle(inner).current()).map("cards").orElseThrow();
        assertEquals(2, cards(inner).stream().map(key -> in.map(key).orElseThrow().number("y").orElse(0)).distinct().count(),
                "they do not hide each other");
    }

    @Test
    void cardsOfAnotherBoardAreDroppedOnANestedOneButNoBoardOnItself() {
        theatre.click(150, 150);
        theatre.key("Ctrl+C");
        theatre.stage.drop(theatre.clipboard, 700, 200);
        theatre.settle();
        assertEquals(1, cards(inner).size());
        assertEquals(3, cards(theatre.board).size());

        theatre.click(650, 120);
        theatre.key("Ctrl+C");
        theatre.stage.drop(theatre.clipboard, 700, 200);
        theatre.settle();
        assertEquals(1, cards(inner).size());
        assertEquals(4, cards(theatre.board).size(), "beside it");
    }

    @Test
    void theBoardThatWouldTakeADropIsShownInsteadOfAPlace() {
        List<Mark> before = theatre.stage.frame().marks();
        theatre.stage.dragOver(Transfer.Offer.FILES, 700, 200);
        assertTrue(hinted());
        List<Mark> marks = theatre.stage.frame().marks();
        theatre.stage.dragOver(Transfer.Offer.FILES, 760, 240);
        assertEquals(marks, theatre.stage.frame().marks(), "the board is outlined, not a place under the pointer");
        theatre.stage.dragOver(Transfer.Offer.FILES, 500, 500);
        assertNotEquals(marks, theatre.stage.frame().marks());
        theatre.stage.dragLeave();
        assertEquals(before, theatre.stage.frame().marks());
        assertFalse(hinted());
    }

    @Test
    void withAltACardIsPutOnTopOfIt() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        dragOver(400, 180, Modifiers.NONE);
        dragOver(700, 200, new Modifiers(false, false, true));
        theatre.stage.pointer(new PointerEvent(PointerEvent.Kind.UP, 700, 200, PointerEvent.Button.LEFT, 0,
                new Modifiers(false, false, true)));
        theatre.settle();
        assertEquals(3, cards(theatre.board).size());
        assertEquals(List.of(), cards(inner));
    }

    @Test
    void aBoardDoesNotGoIntoItself() {
        theatre.pin("twin", inner, 600, 400, 300, 200);
        theatre.settle();
        theatre.drag(650, 450, 700, 200);
        assertEquals(4, cards(theatre.board).size());
        assertEquals(List.of(), cards(inner));
    }

    @Test
    void whatHoversSaysWhatItWouldBecome() {
        assertTrue(theatre.stage.dragOver(Transfer.Offer.FILES, 500, 500));
        assertTrue(hinted());
        theatre.stage.dragLeave();
        assertFalse(hinted());
    }
}
