// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.scene.Accessible;

/** Choosing cards, by mouse and by keyboard. */
class SelectTest {

    private OpenBoard board;

    @BeforeEach
    void threeNotes() {
        board = new OpenBoard();
        board.notes("one", "two", "three", "four");
    }

    private List<String> selected() {
        return board.cards().stream().filter(Accessible::selected).map(Accessible::name).toList();
    }

    private void awaitSelected(String... names) {
        board.window.await(List.of(names) + " selected, not " + selected(), () -> selected().equals(List.of(names)));
    }

    @Test
    void aClickSelectsOneAndPaperSelectsNone() {
        board.person.click(board.grip("two"));
        awaitSelected("two");
        board.person.click(board.grip("three"));
        awaitSelected("three");
        board.person.click(new Point(600, 420));
        awaitSelected();
    }

    @Test
    void shiftAndControlClicksAddAndRemove() {
        board.person.click(board.grip("one"));
        awaitSelected("one");
        board.person.click(board.grip("two"), "Shift");
        awaitSelected("one", "two");
        board.person.click(board.grip("four"), "Ctrl");
        awaitSelected("one", "two", "four");
        board.person.click(board.grip("one"), "Shift");
        awaitSelected("two", "four");
    }

    @Test
    void aMarqueeSelectsWhatItTouches() {
        Point below = new Point((int) board.bounds("two").right() + 20, 30);
        board.person.drag(below, new Point((int) board.bounds("one").right() + 12, 120));
        awaitSelected("two");
        board.person.drag(new Point(30, 30), new Point(100, 420), "Shift");
        awaitSelected("one", "two", "four");
    }

    @Test
    void keysSelectAllNoneAndTheOthers() {
        board.person.press("Ctrl+A");
        awaitSelected("one", "two", "three", "four");
        board.person.press("Ctrl+Shift+A");
        awaitSelected();
        board.person.click(board.grip("two"));
        awaitSelected("two");
        board.person.press("Alt+Shift+I");
        awaitSelected("one", "three", "four");
        board.person.press("Esc");
        awaitSelected();
    }

    @Test
    void tabGoesThroughTheCardsInReadingOrder() {
        for (String name : List.of("one", "two", "three", "four")) {
            board.person.press("Tab");
            awaitSelected(name);
        }
        board.person.press("Shift+Tab");
        awaitSelected("three");
    }

    @Test
    void controlAndAnArrowGoToTheNextCardThatWay() {
        board.person.click(board.grip("one"));
        awaitSelected("one");
        board.person.press("Ctrl+Right");
        awaitSelected("two");
        board.person.press("Ctrl+Left");
        awaitSelected("one");
        board.person.press("Ctrl+Down");
        awaitSelected("four");
        board.person.press("Ctrl+Shift+Up");
        awaitSelected("one", "four");
        assertEquals(2, board.stage.selection().size());
    }
}
