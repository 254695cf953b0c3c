// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;

/** What is in sight of a plane without edges: panned and zoomed in every way there is. */
class ViewTest {

    /** Points of a wheel's notch. */
    private static final double NOTCH = 48;

    private OpenBoard board;
    private Rect before;

    @BeforeEach
    void aNote() {
        board = new OpenBoard();
        board.notes("one", "two", "three", "four");
        before = board.bounds("one");
    }

    private double zoom() {
        return board.bounds("one").width() / before.width();
    }

    private void awaitMoved(double dx, double dy) {
        board.window.await("moved by " + dx + ", " + dy, () -> Math.abs(board.bounds("one").x() - before.x() - dx) < 0.01
                && Math.abs(board.bounds("one").y() - before.y() - dy) < 0.01);
    }

    private void awaitZoom(double zoom) {
        board.window.await("zoom " + zoom + " from " + zoom(), () -> Math.abs(zoom() - zoom) < 0.001);
    }

    @Test
    void theWheelPans() {
        Point middle = new Point(500, 350);
        board.person.wheel(middle, 2);
        awaitMoved(0, -2 * NOTCH);
        board.person.wheel(middle, -5);
        awaitMoved(0, 3 * NOTCH);
        board.person.wheel(middle, 1, "Shift");
        awaitMoved(-NOTCH, 3 * NOTCH);
    }

    @Test
    void controlAndTheWheelZoomAroundThePointer() {
        Point at = new Point((int) before.x(), (int) before.y());
        board.person.wheel(at, -3, "Ctrl");
        board.window.await("nearer", () -> zoom() > 1.2);
        assertEquals(before.x(), board.bounds("one").x(), 1.5);
        assertEquals(before.y(), board.bounds("one").y(), 1.5);
        board.person.wheel(at, 30, "Ctrl");
        awaitZoom(0.05);
        board.person.wheel(at, -50, "Ctrl");
        awaitZoom(8);
        board.person.press("Ctrl+0");
        awaitZoom(1);
    }

    @Test
    void theMiddleButtonAndTheSpaceBarPan() {
        board.person.dragMiddle(new Point(500, 400), new Point(560, 370));
        awaitMoved(60, -30);
        board.person.drag(new Point(500, 400), new Point(440, 430), "Space");
        awaitMoved(0, 0);
        assertEquals(0, board.stage.selection().size());
    }

    @Test
    void keysZoomAndGoBackToActualSize() {
        board.person.press("Ctrl+=");
        board.window.await("nearer", () -> zoom() > 1.1);
        board.person.press("Ctrl+0");
        awaitZoom(1);
        board.person.press("Ctrl+-");
        board.window.await("farther", () -> zoom() < 0.9);
        board.person.press("Ctrl+0");
        awaitZoom(1);
    }

    @Test
    void keysShowAllOrWhatIsSelected() {
        board.person.wheel(new Point(500, 350), 40);
        awaitMoved(0, -40 * NOTCH);
        Rect sight = new Rect(0, 0, board.canvas.getSize().x, board.canvas.getSize().y);
        board.press("Shift+1", "all in sight", () -> board.cards().stream().allMatch(c -> sight.contains(c.bounds())));
        board.person.click(board.grip("two"));
        board.window.await("two selected", () -> board.card("two").selected());
        board.press("Shift+2", "two in the middle", () -> sight.center().distance(board.bounds("two").center()) < 3);
    }

    @Test
    void theBarInTheCornerZooms() {
        int bottom = board.canvas.getSize().y - 16 - 18;
        board.person.click(new Point(16 + 38 + 60 + 19, bottom));
        board.window.await("nearer", () -> zoom() > 1.1);
        board.person.click(new Point(16 + 19, bottom));
        awaitZoom(1);
        board.person.click(new Point(16 + 19, bottom));
        board.window.await("farther", () -> zoom() < 0.9);
        board.person.click(new Point(16 + 38 + 30, bottom));
        awaitZoom(1);
        board.person.click(new Point(16 + 38 + 60 + 38 + 19, bottom));
        board.window.await("all of it", () -> zoom() > 1.1 || board.bounds("one").x() != before.x());
    }

    @Test
    void theMinimapShowsAllAndSteers() {
        board.person.drag(board.grip("four"), new Point((int) before.x() + 20, 700));
        board.window.await("four far below", () -> board.bounds("four").y() > 500);
        board.person.wheel(new Point(500, 350), 30);
        awaitMoved(0, -30 * NOTCH);
        if (board.stage.frame().overlay().stream().noneMatch(sprite -> sprite.key().equals("minimap"))) {
            board.window.perform("org.pushpin.view.minimap");
        }
        board.window.await("a minimap", () -> board.stage.frame().overlay().stream()
                .anyMatch(sprite -> sprite.key().equals("minimap")));
        Rect map = board.stage.frame().overlay().stream().filter(sprite -> sprite.key().equals("minimap"))
                .map(sprite -> new Rect(sprite.x(), sprite.y(), sprite.width(), sprite.height())).findFirst().orElseThrow();
        board.person.click(new Point((int) map.x() + 20, (int) map.y() + 6));
        board.window.await("the notes again", () -> board.bounds("one").bottom() > 0);
        board.window.perform("org.pushpin.view.minimap");
        board.window.await("no minimap", () -> board.stage.frame().overlay().stream()
                .noneMatch(sprite -> sprite.key().equals("minimap")));
        board.window.perform("org.pushpin.view.minimap");
    }
}
