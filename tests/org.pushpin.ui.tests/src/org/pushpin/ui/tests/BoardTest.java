// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Stage;
import org.pushpin.ui.StageCanvas;

/** What a person does with a board, in the running product. */
class BoardTest {

    private static final String THEME = "org.pushpin.theme";
    private static final String CHOICE = "org.eclipse.ui.commands.radioStateParameter";

    private final Window window = new Window();
    private StageCanvas canvas;
    private Person person;

    @BeforeEach
    void onANewBoard() {
        window.await("the first board", window::showsBoard);
        int tabs = window.tabs();
        window.perform("org.pushpin.newBoard");
        window.await("a tab for the new board", () -> window.tabs() == tabs + 1 && window.showsBoard()
                && cards(window.canvas().stage()).isEmpty());
        canvas = window.canvas();
        person = new Person(canvas);
    }

    @Test
    void aDoubleClickMakesANoteAndTypingFillsIt() {
        note(200, 150, "Grüße an Zoë, 3 € 🫙");
        assertTrue(canvas.stage().editing());
        person.press(SWT.ESC, 0);
        window.await("the end of editing", () -> !canvas.stage().editing());
        assertEquals(List.of("Grüße an Zoë, 3 € 🫙"), names());
        assertEquals(1, canvas.stage().selection().size());
        window.await("saved", () -> canvas.stage().status().saved());
    }

    @Test
    void aDraggedCardStaysWhereItWasPut() {
        note(200, 150, "move me");
        person.press(SWT.ESC, 0);
        Rect before = card("move me").bounds();
        Point from = new Point((int) before.x() + 20, (int) before.y() + 8);
        person.drag(from, new Point(from.x + 200, from.y + 160));
        window.await("the new place", () -> Math.abs(card("move me").bounds().x() - before.x() - 200) <= 20
                && Math.abs(card("move me").bounds().y() - before.y() - 160) <= 20);
        assertEquals(before.width(), card("move me").bounds().width(), 0.01);
    }

    @Test
    void aHandleResizesACard() {
        note(200, 150, "wider");
        person.press(SWT.ESC, 0);
        Rect before = card("wider").bounds();
        Point corner = new Point((int) (before.x() + before.width()), (int) (before.y() + before.height()));
        person.drag(corner, new Point(corner.x + 100, corner.y + 60));
        window.await("the new size", () -> card("wider").bounds().width() > before.width() + 80
                && card("wider").bounds().height() > before.height() + 40);
        assertEquals(before.x(), card("wider").bounds().x(), 0.01);
    }

    @Test
    void undoAndRedoGoStepByStep() {
        note(200, 150, "once");
        person.press(SWT.ESC, 0);
        Rect before = card("once").bounds();
        person.drag(new Point((int) before.x() + 20, (int) before.y() + 8),
                new Point((int) before.x() + 140, (int) before.y() + 128));
        window.await("the new place", () -> card("once").bounds().x() > before.x() + 80);
        window.perform("org.pushpin.edit.undo");
        window.await("the old place", () -> card("once").bounds().equals(before));
        window.perform("org.pushpin.edit.redo");
        window.await("the new place again", () -> card("once").bounds().x() > before.x() + 80);
        while (commandEnabled("undo")) {
            int left = cards(canvas.stage()).size();
            window.perform("org.pushpin.edit.undo");
            window.await("a step back", () -> !commandEnabled("undo") || cards(canvas.stage()).size() <= left);
        }
        window.await("an empty board", () -> cards(canvas.stage()).isEmpty());
    }

    @Test
    void deleteTakesWhatIsSelected() {
        note(200, 150, "one");
        person.press(SWT.ESC, 0);
        note(200, 350, "two");
        person.press(SWT.ESC, 0);
        window.perform("org.pushpin.edit.selectAll");
        assertEquals(2, canvas.stage().selection().size());
        person.press(SWT.DEL, 0);
        window.await("an empty board", () -> cards(canvas.stage()).isEmpty());
        window.perform("org.pushpin.edit.undo");
        window.await("both back", () -> names().size() == 2);
    }

    @Test
    void aPictureIsPastedAsACard() {
        ImageData picture = new ImageData(64, 48, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        clipboard(ImageTransfer.getInstance(), picture);
        window.perform("org.pushpin.edit.paste");
        window.await("a picture", () -> cards(canvas.stage()).stream()
                .anyMatch(card -> all(card).anyMatch(part -> part.role() == Role.IMAGE)));
    }

    @Test
    void textIsPastedAsANote() {
        clipboard(TextTransfer.getInstance(), "from elsewhere");
        window.perform("org.pushpin.edit.paste");
        window.await("a note", () -> names().equals(List.of("from elsewhere")));
    }

    @Test
    void aLinkThatIsOpenIsShownInItsTab() {
        note(200, 150, "here");
        person.press(SWT.ESC, 0);
        window.perform("org.pushpin.copyLink");
        String link = (String) fromClipboard(TextTransfer.getInstance());
        assertTrue(link.startsWith("pushpin:/"), link);
        int tabs = window.tabs();
        window.perform("org.pushpin.openHome");
        window.await("the home board", () -> window.canvas() != canvas);
        Display.getCurrent().asyncExec(() -> confirm("Open link"));
        window.perform("org.pushpin.openLink");
        window.await("the board again", () -> window.canvas() == canvas);
        assertTrue(window.tabs() <= tabs + 1, "home may have come back, the board has one tab");
    }

    @Test
    void theThemeRepaintsEverything() {
        note(200, 150, "colours");
        person.press(SWT.ESC, 0);
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            window.perform(THEME, CHOICE, theme.dark() ? "dark" : "light");
            Control titleBar = canvas.getParent().getChildren()[0];
            window.await("paper", () -> shows(canvas, 5, 5, theme.palette().paper()));
            window.await("chrome", () -> shows(titleBar, 3, 3, theme.palette().chrome()));
            Rect card = card("colours").bounds();
            window.await("a card's ground", () -> shows(canvas, (int) (card.x() + card.width() / 2),
                    (int) card.y() + 6, theme.palette().card()));
        }
    }

    @Test
    void anUnknownTypeIsNamedAndKept() throws Exception {
        DocumentFactory factory = window.service(DocumentFactory.class);
        DocumentUrl strange = factory.create("text", Seed.blank()).withContentType("sundial");
        factory.place(canvas.stage().url(), List.of(strange), null);
        window.await("a placeholder that names the type", () -> cards(canvas.stage()).stream()
                .anyMatch(card -> all(card).anyMatch(part -> part.name().contains("sundial"))));
        assertEquals(1, cards(canvas.stage()).size());
    }

    @Test
    void theTitleIsRenamedInPlace() {
        window.perform("org.pushpin.rename");
        Text field = window.controls(Text.class).stream().filter(Control::isVisible).findFirst().orElseThrow();
        field.setText("Field trip");
        field.notifyListeners(SWT.DefaultSelection, new org.eclipse.swt.widgets.Event());
        window.await("the title", () -> canvas.stage().title().equals("Field trip"));
        window.await("the tab's title", () -> window.tab().equals("Field trip"));
        assertTrue(window.shell().getText().startsWith("Field trip"), window.shell().getText());
    }

    // what the tests speak of

    private void note(int x, int y, String text) {
        int before = cards(canvas.stage()).size();
        person.doubleClick(x, y);
        window.await("a note to write in", () -> canvas.stage().editing()
                && cards(canvas.stage()).size() == before + 1 && canvas.stage().caret().isPresent());
        person.type(text);
        window.await("the text in the note", () -> names().contains(text));
    }

    private static List<Accessible> cards(Stage stage) {
        return stage.accessible().children();
    }

    private static Stream<Accessible> all(Accessible node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(BoardTest::all));
    }

    private List<String> names() {
        return cards(canvas.stage()).stream().map(Accessible::name).toList();
    }

    private Accessible card(String name) {
        return cards(canvas.stage()).stream().filter(card -> card.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names()));
    }

    private boolean commandEnabled(String id) {
        return canvas.stage().commands().stream().anyMatch(command -> command.id().equals(id) && command.enabled());
    }

    private boolean shows(Control control, int x, int y, Color color) {
        return window.pixel(control, x, y).equals(new RGB(color.red(), color.green(), color.blue()));
    }

    /** Presses the default button of a dialog as soon as it is there. */
    private void confirm(String title) {
        Display display = Display.getCurrent();
        Optional<org.eclipse.swt.widgets.Shell> dialog = Stream.of(display.getShells())
                .filter(shell -> shell.getText().equals(title)).findFirst();
        if (dialog.isPresent() && dialog.get().getDefaultButton() != null) {
            dialog.get().getDefaultButton().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        } else {
            display.timerExec(50, () -> confirm(title));
        }
    }

    private static void clipboard(Transfer flavour, Object content) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {content}, new Transfer[] {flavour});
        clipboard.dispose();
    }

    private static Object fromClipboard(Transfer flavour) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return clipboard.getContents(flavour);
        } finally {
            clipboard.dispose();
        }
    }
}
