// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;
import org.pushpin.scene.Command;

/** Where cards lie: moved, resized, aligned, stacked, locked, copied, taken away, and back. */
class ArrangeTest {

    private static final int CELL = 20;

    private OpenBoard board;
    private int offset;

    @BeforeEach
    void notes() {
        board = new OpenBoard();
        board.notes("one", "two", "three");
    }

    private void drag(String name, int dx, int dy) {
        Point grip = board.grip(name);
        offset = offset == 40 ? 80 : 40;
        Point from = new Point(grip.x + offset, grip.y); // not where a click has just been: that would be a double click
        board.person.drag(from, new Point(from.x + dx, from.y + dy));
    }

    /** How far up a card is painted. */
    private int layer(String name) {
        List<String> painted = board.stage.frame().sprites().stream().map(org.pushpin.scene.Sprite::key).toList();
        String key = board.card(name).key();
        return java.util.stream.IntStream.range(0, painted.size()).filter(i -> painted.get(i).contains(key)).findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not painted: " + painted));
    }

    private void awaitAt(String name, double x, double y) {
        board.window.await(name + " at " + x + ", " + y + ", not at " + board.bounds(name), () -> Math.abs(board.bounds(name).x() - x) < 0.01
                && Math.abs(board.bounds(name).y() - y) < 0.01);
    }

    @Test
    void aDraggedCardLandsOnTheGrid() {
        Rect before = board.bounds("one");
        drag("one", 7 * CELL + 6, 11 * CELL - 7);
        awaitAt("one", before.x() + 7 * CELL, before.y() + 11 * CELL);
        assertEquals(before.width(), board.bounds("one").width(), 0.01);
        board.press("Ctrl+Z", "the old place", () -> board.bounds("one").equals(before));
        board.press("Ctrl+Shift+Z", "the new place", () -> board.bounds("one").x() == before.x() + 7 * CELL);
    }

    @Test
    void allSelectedCardsMoveTogether() {
        board.person.press("Ctrl+A");
        board.window.await("all selected", () -> board.stage.selection().size() == 3);
        Rect one = board.bounds("one");
        Rect three = board.bounds("three");
        drag("two", 0, 6 * CELL);
        awaitAt("one", one.x(), one.y() + 6 * CELL);
        awaitAt("three", three.x(), three.y() + 6 * CELL);
    }

    @Test
    void guidesShowWhatACardIsAlignedWith() {
        Point from = board.grip("one");
        board.person.take(from);
        for (int step = 1; step <= 10; step++) {
            board.person.moveSeen(new Point(from.x + step * 16, from.y));
        }
        board.window.await("a guide along the top edges", () -> board.stage.frame().marks().stream()
                .anyMatch(org.pushpin.scene.Mark.Line.class::isInstance));
        board.person.letGo();
        board.window.await("no guide any more", () -> board.stage.frame().marks().stream()
                .noneMatch(org.pushpin.scene.Mark.Line.class::isInstance));
    }

    @Test
    void everyHandleResizes() {
        drag("two", 0, 12 * CELL);
        board.window.await("two below", () -> board.bounds("two").y() > 280);
        board.window.await("two selected", () -> board.card("two").selected());
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (dx != 0 || dy != 0) {
                    resize("two", dx, dy);
                }
            }
        }
    }

    private void resize(String name, int dx, int dy) {
        Rect before = board.bounds(name);
        Point handle = new Point((int) Math.round(before.center().x() + dx * before.width() / 2),
                (int) Math.round(before.center().y() + dy * before.height() / 2));
        board.person.drag(handle, new Point(handle.x + dx * 2 * CELL, handle.y + dy * 2 * CELL));
        board.window.await("larger by " + dx + ", " + dy + " than " + before, () -> {
            Rect now = board.bounds(name);
            boolean wider = dx == 0 ? same(now.width(), before.width()) : now.width() > before.width() + CELL;
            boolean taller = dy == 0 ? same(now.height(), before.height()) : now.height() > before.height() + CELL;
            boolean left = dx < 0 ? same(now.right(), before.right()) : same(now.x(), before.x());
            boolean top = dy < 0 ? same(now.bottom(), before.bottom()) : same(now.y(), before.y());
            return wider && taller && left && top;
        });
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < 2;
    }

    @Test
    void arrowKeysNudgeByACellByFiveAndByAUnit() {
        board.select("one");
        Rect before = board.bounds("one");
        board.person.press("Right");
        awaitAt("one", before.x() + CELL, before.y());
        board.person.press("Shift+Down");
        awaitAt("one", before.x() + CELL, before.y() + 5 * CELL);
        board.person.press("Alt+Up");
        awaitAt("one", before.x() + CELL, before.y() + 5 * CELL - 1);
        board.press("Ctrl+Z", "all of it in one step", () -> board.bounds("one").equals(before));
    }

    @Test
    void keysAlignAndDistribute() {
        drag("two", 3 * CELL, 5 * CELL);
        board.window.await("two moved", () -> board.bounds("two").y() > 140);
        board.person.press("Ctrl+A");
        board.window.await("all selected", () -> board.stage.selection().size() == 3);
        board.press("Alt+Shift+W", "top edges", () -> board.bounds("two").y() == board.bounds("one").y());
        board.press("Alt+Shift+X", "equal gaps", () -> same(board.bounds("two").x() - board.bounds("one").right(),
                board.bounds("three").x() - board.bounds("two").right()));
        board.press("Alt+Shift+A", "left edges", () -> board.bounds("two").x() == board.bounds("three").x());
    }

    @Test
    void keysChangeWhatLiesAbove() {
        Rect one = board.bounds("one");
        Rect two = board.bounds("two");
        drag("two", (int) (one.x() - two.x()) + 2 * CELL, 2 * CELL);
        board.window.await("two upon one", () -> board.bounds("two").x() == one.x() + 2 * CELL);
        Point both = new Point((int) one.x() + 2 * CELL + 30, (int) one.y() + 2 * CELL + 5);
        board.press("Ctrl+Shift+[", "two behind", () -> layer("two") < layer("one"));
        board.person.press("Esc");
        board.person.click(both);
        board.window.await("one is what is clicked", () -> board.card("one").selected());
        board.press("Ctrl+Shift+[", "one behind", () -> layer("one") < layer("two"));
        board.person.press("Esc");
        board.person.click(new Point(both.x + 30, both.y));
        board.window.await("two is what is clicked", () -> board.card("two").selected());
    }

    @Test
    void aLockedCardStays() {
        board.select("one");
        Rect before = board.bounds("one");
        board.press("Ctrl+Shift+L", "locked", () -> board.stage.commands().stream()
                .anyMatch(c -> c.id().equals("lock") && c.checked()));
        drag("one", 100, 100);
        board.person.press("Delete");
        board.person.press("Ctrl+Shift+L");
        board.window.await("free again", () -> board.stage.commands().stream()
                .anyMatch(c -> c.id().equals("lock") && !c.checked()));
        assertEquals(before, board.bounds("one"));
        drag("one", 5 * CELL, 5 * CELL);
        awaitAt("one", before.x() + 5 * CELL, before.y() + 5 * CELL);
    }

    @Test
    void aDuplicateIsAnotherCardOfTheSameOrOfANewDocument() {
        board.select("one");
        board.press("Ctrl+D", "another placement", () -> board.names().stream().filter("one"::equals).count() == 2);
        board.press("Ctrl+Shift+D", "another document", () -> board.names().stream().filter("one"::equals).count() == 3);
        board.press("Ctrl+Z", "one less", () -> board.names().stream().filter("one"::equals).count() == 2);
    }

    @Test
    void deleteTakesAwayAndUndoBringsBack() {
        board.select("one", "two");
        board.press("Delete", "one card", () -> board.names().equals(List.of("three")));
        board.press("Ctrl+Z", "all three", () -> board.cards().size() == 3);
        board.person.press("Ctrl+A");
        board.window.await("all selected", () -> board.stage.selection().size() == 3);
        board.press("Backspace", "no card", () -> board.cards().isEmpty());
        board.press("Ctrl+Z", "all three", () -> board.cards().size() == 3);
    }

    @Test
    void theMenuOfACardAligns() {
        drag("two", 3 * CELL, 5 * CELL);
        board.window.await("two moved", () -> board.bounds("two").y() > 140);
        board.select("one", "two");
        board.choose(board.grip("two"), "Align", "Top edges");
        board.window.await("top edges", () -> board.bounds("two").y() == board.bounds("one").y());
        assertTrue(board.stage.commands().stream().flatMap(Command::flat).anyMatch(c -> c.id().equals("align.top")));
    }
}
