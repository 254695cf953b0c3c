// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;
import org.pushpin.scene.Command;

/** New cards from the board's menu, and what a card's own menu offers. */
class CreateTest {

    private static final Point PAPER = new Point(240, 260);

    private OpenBoard board;

    @BeforeEach
    void onANewBoard() {
        board = new OpenBoard();
    }

    private String label(String type) {
        return board.stage.commands().stream().filter(c -> c.id().equals("create:" + type)).map(Command::label)
                .findFirst().orElseThrow(() -> new AssertionError("no way to create " + type));
    }

    @Test
    void theMenuOfTheBoardCreatesEveryType() {
        for (String type : List.of("text", "sticky", "ink", "board")) {
            int before = board.cards().size();
            Point at = new Point(120 + before * 290, PAPER.y - before * 40);
            board.choose(at, label(type));
            board.window.await("a card of the type " + type, () -> board.cards().size() == before + 1);
            board.window.await("it where the menu was asked for", () -> board.cards().stream().anyMatch(card ->
                    card.bounds().grown(40).contains(new org.pushpin.content.Point(at.x, at.y))));
            board.person.press("Esc");
            board.window.await("not editing", () -> !board.stage.editing());
        }
    }

    @Test
    void aStickyNoteIsWritten() {
        board.choose(PAPER, label("sticky"));
        board.window.await("a sticky note to write on", () -> board.stage.editing() && board.stage.caret().isPresent());
        board.person.type("Train leaves 8:12");
        board.window.await("the text", () -> board.has("Train leaves 8:12"));
    }

    @Test
    void aPenDrawsOnAnInkCard() {
        board.choose(PAPER, label("ink"));
        board.window.await("an ink card", () -> board.cards().size() == 1 && !board.stage.selection().isEmpty());
        Rect card = board.cards().getFirst().bounds();
        long images = version();
        board.person.drag(new Point((int) card.x() + 40, (int) card.y() + 40),
                new Point((int) card.right() - 40, (int) card.bottom() - 40));
        board.window.await("a line", () -> version() != images);
    }

    private long version() {
        return board.stage.frame().sprites().stream().mapToLong(sprite -> sprite.version()).sum();
    }

    @Test
    void aNestedBoardIsOpenedByADoubleClick() {
        board.choose(PAPER, label("board"));
        board.window.await("a board", () -> board.cards().size() == 1);
        Rect card = board.cards().getFirst().bounds();
        board.person.press("Esc");
        int before = board.window.tabs();
        board.person.doubleClick(new Point((int) card.center().x(), (int) card.bottom() - 12));
        board.window.await("the nested board", () -> board.window.showsBoard()
                && !board.window.canvas().stage().url().id().equals(board.stage.url().id()));
        assertTrue(board.window.tabs() <= before + 1);
    }
}
