// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;

/** Writing on cards: keys, the input method, Markdown as it is typed, tasks. */
class WriteTest {

    private OpenBoard board;

    @BeforeEach
    void onANewBoard() {
        board = new OpenBoard();
    }

    @Test
    void aDoubleClickMakesANoteAndTypingFillsIt() {
        board.begin(new Point(200, 150));
        board.person.type("Grüße an Zoë, 3 € 🫙");
        board.window.await("the text", () -> board.has("Grüße an Zoë, 3 € 🫙"));
        board.leave();
        assertEquals(1, board.stage.selection().size());
        board.window.await("saved", () -> board.stage.status().saved());
    }

    @Test
    void anInputMethodComposesBeforeItCommits() {
        board.begin(new Point(200, 150));
        board.person.type("a");
        board.window.await("the letter", () -> board.has("a"));
        Rect caret = board.stage.caret().orElseThrow();
        board.person.compose("e9");
        board.window.await("what is composed, shown before the caret", () -> board.stage.caret()
                .filter(now -> now.x() > caret.x() + 12).isPresent());
        assertEquals("a", board.cards().getFirst().name(), "what is composed is not in the document");
        board.person.press("Enter");
        board.window.await("what is committed", () -> board.has("aé"));
        board.person.compose("e9");
        board.window.await("composed again", () -> board.stage.caret().filter(c -> c.x() > caret.x() + 20).isPresent());
        board.person.press("Esc");
        board.window.await("given up", () -> board.stage.caret().filter(c -> c.x() < caret.x() + 20).isPresent());
        assertEquals("aé", board.cards().getFirst().name());
    }

    @Test
    void headingsListsAndTasksAppearAsTheyAreTyped() {
        board.begin(new Point(200, 150));
        board.person.type("# To pack\n- [ ] Boots\n");
        board.window.await("a task", () -> tasks() > 0);
        board.person.type("Sample jars");
        board.window.await("the list goes on", () -> tasks() == 2);
        board.window.await("a heading", () -> board.all().anyMatch(node -> node.name().contains("To pack")));
        board.leave();
    }

    private long tasks() {
        return board.all().filter(node -> node.role() == Role.CHECKBOX).count();
    }

    @Test
    void aTaskIsTickedOnTheBoard() {
        board.notes("- [ ] Boots");
        Accessible task = board.all().filter(node -> node.role() == Role.CHECKBOX).findFirst().orElseThrow();
        Rect at = task.bounds();
        Point box = new Point((int) at.x() + 7, (int) at.center().y());
        board.person.click(box);
        board.window.await("ticked", () -> ticked());
        assertEquals(false, board.stage.editing());
        board.press("Ctrl+Z", "a task that is not ticked", () -> !ticked() && tasks() == 1);
    }

    private boolean ticked() {
        return board.all().filter(node -> node.role() == Role.CHECKBOX)
                .anyMatch(node -> node.commands().getFirst().checked());
    }

    @Test
    void enterEditsTheSelectedNoteAndKeysMoveAndDelete() {
        board.notes("alpha beta");
        board.person.press("Tab");
        board.window.await("selected", () -> board.card("alpha beta").selected());
        board.press("Enter", "editing", () -> board.stage.editing() && board.stage.caret().isPresent());
        board.person.press("Ctrl+End");
        board.person.press("Ctrl+Backspace");
        board.window.await("a word less", () -> board.cards().getFirst().name().strip().equals("alpha"));
        board.press("Ctrl+Z", "the word again", () -> board.has("alpha beta"));
        board.person.press("Ctrl+A");
        board.press("Ctrl+X", "nothing left", () -> board.enabled("paste") && !board.has("alpha beta"));
        board.press("Ctrl+V", "pasted", () -> board.has("alpha beta"));
    }

    @Test
    void aDoubleClickSelectsAWordAndTypingReplacesIt() {
        board.notes("alpha beta");
        Rect card = board.bounds("alpha beta");
        Point word = new Point((int) card.x() + 30, (int) card.y() + 25);
        board.person.doubleClick(word);
        board.window.await("editing", () -> board.stage.editing() && board.stage.caret().isPresent());
        board.person.press("Home");
        board.person.press("Ctrl+Shift+Right");
        board.window.await("a word selected", () -> board.enabled("copy"));
        board.person.type("gamma ");
        board.window.await("replaced", () -> board.has("gamma beta"));
        board.leave();
    }
}
