// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;
import org.pushpin.scene.Mark;

/** What holds cards together: frames with titles, arrows with labels. */
class FrameTest {

    private OpenBoard board;

    @BeforeEach
    void twoNotes() {
        board = new OpenBoard();
        board.notes("one", "two");
    }

    @Test
    void aFrameAroundTheSelectionIsTitledAndTakesItsCardsAlong() {
        board.select("one", "two");
        board.press("Ctrl+G", "a frame whose title is written", () -> board.cards().size() == 3
                && board.stage.editing() && board.stage.caret().isPresent());
        board.person.type("Background");
        board.window.await("the title", () -> board.has("Background"));
        board.leave();
        Rect one = board.bounds("one");
        Rect frame = board.bounds("Background");
        assertTrue(frame.contains(one));
        Point title = new Point((int) frame.right() - 40, (int) frame.y() + 4);
        board.person.drag(title, new Point(title.x + 20, title.y + 120));
        board.window.await("both moved", () -> board.bounds("one").y() > one.y() + 80
                && board.bounds("Background").y() > frame.y() + 80);
        board.press("Ctrl+Shift+G", "no frame", () -> board.cards().size() == 2);
    }

    @Test
    void aCardDroppedOnAFrameBelongsToIt() {
        board.select("one");
        board.press("Ctrl+G", "a frame", () -> board.cards().size() == 3 && board.stage.editing()
                && board.stage.caret().isPresent());
        board.person.type("Frame");
        board.window.await("the title", () -> board.has("Frame"));
        board.leave();
        Rect one = board.bounds("one");
        Point from = board.grip("two");
        board.person.drag(from, new Point((int) one.x() + 40, (int) one.y() + 25));
        board.window.await("two upon one", () -> board.bounds("two").x() < one.right());
        board.select("two");
        board.window.await("two in the frame", () -> board.enabled("takeOut"));
        board.press("Ctrl+Shift+G", "out of it", () -> !board.enabled("takeOut"));
    }

    private long arrows() {
        return board.stage.frame().marks().stream().filter(Mark.Path.class::isInstance).count();
    }

    @Test
    void anArrowIsDrawnFromCardToCardLabelledAndFollows() {
        board.select("one");
        Rect one = board.bounds("one");
        Point port = new Point((int) one.right() + 18, (int) Math.round(one.center().y()));
        board.person.drag(port, board.grip("two"));
        board.window.await("an arrow, selected", () -> arrows() > 0 && board.stage.selection().size() == 1
                && !board.card("one").selected());
        board.press("Enter", "its label is written", () -> board.stage.editing() && board.stage.caret().isPresent());
        board.person.type("leads to");
        board.window.await("the label " + board.all().map(n -> n.name()).toList(), () -> board.all().anyMatch(n -> n.name().equals("Arrow from one to two: leads to")));
        board.leave();
        board.person.drag(board.grip("two"), new Point(500, 420));
        board.window.await("the arrow follows", () -> board.bounds("two").y() > 300
                && board.stage.frame().marks().stream().anyMatch(m -> m instanceof Mark.Path path
                && path.bounds().bottom() > 300));
    }

    @Test
    void aKeyDrawsAnArrowBetweenTheSelected() {
        board.select("one", "two");
        board.press("Ctrl+L", "an arrow", () -> arrows() > 0 && board.stage.selection().size() == 1);
        board.press("Delete", "no arrow", () -> arrows() == 0);
        board.press("Ctrl+Z", "the arrow again", () -> arrows() > 0);
    }
}
