// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.DocumentFactory;

/** A board as a whole: its tab, title, link, theme, and what it keeps. */
class BoardTest {

    private static final String THEME = "org.pushpin.theme";
    private static final String CHOICE = "org.eclipse.ui.commands.radioStateParameter";

    private OpenBoard board;
    private Window window;

    @BeforeEach
    void onANewBoard() {
        board = new OpenBoard();
        window = board.window;
    }

    @Test
    void undoGoesBackAndRedoForward() {
        board.notes("once");
        Rect before = board.bounds("once");
        board.person.drag(board.grip("once"), new org.eclipse.swt.graphics.Point(300, 300));
        window.await("the new place", () -> board.bounds("once").x() > before.x() + 80);
        window.await("something to undo", () -> board.enabled("undo"));
        while (board.enabled("undo")) {
            Rect at = board.cards().isEmpty() ? null : board.cards().getFirst().bounds();
            window.perform("org.pushpin.edit.undo");
            window.await("a step back", () -> !board.enabled("undo") || board.cards().isEmpty()
                    || !board.cards().getFirst().bounds().equals(at));
        }
        window.await("the old place", () -> board.bounds("once").equals(before) && board.enabled("redo"));
        board.person.press("Ctrl+Shift+Z");
        window.await("the new place again", () -> board.has("once") && board.bounds("once").x() > before.x() + 80);
        window.await("saved", () -> board.stage.status().saved());
    }

    @Test
    void aLinkThatIsOpenIsShownInItsTab() {
        window.perform("org.pushpin.copyLink");
        String link = (String) OpenBoard.fromClipboard(TextTransfer.getInstance());
        assertTrue(link.startsWith("pushpin:/"), link);
        int tabs = window.tabs();
        window.perform("org.pushpin.openHome");
        window.await("the home board", () -> window.canvas() != board.canvas);
        Display.getCurrent().asyncExec(() -> confirm("Open link"));
        window.perform("org.pushpin.openLink");
        window.await("the board again", () -> window.canvas() == board.canvas);
        assertTrue(window.tabs() <= tabs + 1, "home may have come back, the board has one tab");
    }

    @Test
    void theThemeRepaintsEverything() {
        board.notes("colours");
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            window.perform(THEME, CHOICE, theme.dark() ? "dark" : "light");
            Control titleBar = board.canvas.getParent().getChildren()[0];
            window.await("paper", () -> shows(board.canvas, 5, 5, theme.palette().paper()));
            window.await("chrome", () -> shows(titleBar, 3, 3, theme.palette().chrome()));
            Rect card = board.bounds("colours");
            window.await("a card's ground", () -> shows(board.canvas, (int) (card.x() + card.width() / 2),
                    (int) card.y() + 6, theme.palette().card()));
        }
    }

    @Test
    void anUnknownTypeIsNamedAndKept() {
        DocumentFactory factory = window.service(DocumentFactory.class);
        DocumentUrl strange = factory.create("text", Seed.blank()).withContentType("sundial");
        factory.place(board.stage.url(), List.of(strange), null);
        window.await("a placeholder that names the type", () -> board.all().anyMatch(p -> p.name().contains("sundial")));
        assertEquals(1, board.cards().size());
    }

    @Test
    void theTitleIsRenamedInPlace() {
        window.perform("org.pushpin.rename");
        window.await("a field for the title", () -> field().filter(Control::isFocusControl).isPresent());
        board.person.press("Ctrl+A");
        board.person.type("Field trip\n");
        window.await("the title", () -> board.stage.title().equals("Field trip"));
        window.await("the tab's title", () -> window.tab().equals("Field trip"));
        assertTrue(window.shell().getText().startsWith("Field trip"), window.shell().getText());
    }

    @Test
    void aBoardIsNamedAsSoonAsItIsThere() {
        window.perform("org.pushpin.newBoard");
        window.await("another board that can be named", () -> window.canvas().stage() != board.stage
                && window.canvas().stage().canRename());
        window.perform("org.pushpin.rename");
        window.await("a field for its title", () -> field().filter(Control::isFocusControl).isPresent());
        board.person.press("Esc");
        window.await("no field", () -> field().isEmpty());
    }

    private Optional<Text> field() {
        return window.controls(Text.class).stream().filter(Control::isVisible).findFirst();
    }

    private boolean shows(Control control, int x, int y, Color color) {
        return window.pixel(control, x, y).equals(new RGB(color.red(), color.green(), color.blue()));
    }

    /** Presses the default button of a dialog as soon as it is there. */
    private void confirm(String title) {
        Display display = Display.getCurrent();
        Optional<Shell> dialog = Stream.of(display.getShells()).filter(shell -> shell.getText().equals(title)).findFirst();
        if (dialog.isPresent() && dialog.get().getDefaultButton() != null) {
            dialog.get().getDefaultButton().notifyListeners(SWT.Selection, new Event());
        } else {
            display.timerExec(50, () -> confirm(title));
        }
    }
}
