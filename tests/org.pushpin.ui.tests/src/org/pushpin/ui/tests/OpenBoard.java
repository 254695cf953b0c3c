// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Stage;
import org.pushpin.ui.StageCanvas;

/** A new, empty board in a tab of its own, and a person before it. Ui thread. */
final class OpenBoard {

    final Window window = new Window();
    final StageCanvas canvas;
    final Stage stage;
    final Person person;

    OpenBoard() {
        window.await("the first board", window::showsBoard);
        int tabs = window.tabs();
        window.perform("org.pushpin.newBoard");
        window.await("a tab for the new board", () -> window.tabs() == tabs + 1 && window.showsBoard()
                && window.canvas().stage().accessible().children().isEmpty());
        canvas = window.canvas();
        stage = canvas.stage();
        person = new Person(canvas);
        focus();
    }

    void focus() {
        window.shell().forceActive();
        window.await("the keyboard", () -> {
            canvas.setFocus();
            return canvas.getDisplay().getActiveShell() == window.shell() && canvas.isFocusControl();
        });
    }

    /** Cards made at once, each a note at a place of the board that is the same place of the canvas. */
    void notes(String... texts) {
        DocumentFactory factory = window.service(DocumentFactory.class);
        int before = cards().size();
        for (int i = 0; i < texts.length; i++) {
            DocumentUrl note = factory.create("text", new Seed.Text(texts[i]));
            factory.place(stage.url(), List.of(note), new org.pushpin.content.Point(60 + i % 3 * 340, 60 + i / 3 * 200));
        }
        window.await("the notes", () -> cards().size() == before + texts.length
                && cards().stream().noneMatch(card -> card.name().isEmpty()));
    }

    /** Writes a note by hand, and leaves it. */
    void write(Point at, String text) {
        begin(at);
        person.type(text);
        window.await("the text in the note", () -> names().contains(text));
        leave();
    }

    void begin(Point at) {
        int before = cards().size();
        person.doubleClick(at);
        window.await("a note to write in", () -> stage.editing() && cards().size() == before + 1
                && stage.caret().isPresent());
    }

    void leave() {
        person.press("Esc");
        window.await("the end of editing", () -> !stage.editing());
    }

    void press(String chord, String effect, java.util.function.BooleanSupplier reached) {
        person.press(chord);
        window.await(effect, reached);
    }

    void select(String... names) {
        for (int i = 0; i < names.length; i++) {
            int count = i + 1;
            person.click(grip(names[i]), i == 0 ? new String[0] : new String[] {"Shift"});
            window.await(names[i] + " selected", () -> stage.selection().size() == count);
        }
        window.await("selected", () -> Stream.of(names).allMatch(name -> card(name).selected()));
    }

    /** A place by which a card can be taken. */
    Point grip(String name) {
        Rect card = bounds(name);
        return new Point((int) card.x() + 20, (int) card.y() + 7);
    }

    /** Frames and cards, those in a frame behind it. */
    List<Accessible> cards() {
        return items(stage.accessible()).toList();
    }

    private static Stream<Accessible> items(Accessible node) {
        return node.children().stream().filter(child -> child.role() == Role.FRAME || child.role() == Role.DOCUMENT)
                .flatMap(child -> child.role() == Role.FRAME ? Stream.concat(Stream.of(child), items(child)) : Stream.of(child));
    }

    List<String> names() {
        return cards().stream().map(Accessible::name).toList();
    }

    boolean has(String name) {
        return names().contains(name);
    }

    Accessible card(String name) {
        return cards().stream().filter(card -> card.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names()));
    }

    Rect bounds(String name) {
        return card(name).bounds();
    }

    static Stream<Accessible> all(Accessible node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(OpenBoard::all));
    }

    Stream<Accessible> all() {
        return all(stage.accessible());
    }

    /** Asks for the menu at a place and chooses from it, as a person does. */
    void choose(Point at, String... path) {
        Menu[] shown = new Menu[1];
        Listener listener = event -> shown[0] = (Menu) event.widget;
        Display display = canvas.getDisplay();
        Listener filter = event -> {
            if (event.widget instanceof Menu) {
                listener.handleEvent(event);
            }
        };
        display.addFilter(SWT.Show, filter);
        person.rightClick(at);
        window.await("a menu", () -> shown[0] != null && shown[0].isVisible());
        display.removeFilter(SWT.Show, filter);
        Menu menu = shown[0];
        MenuItem item = null;
        for (String label : path) {
            item = item(item == null ? menu : item.getMenu(), label);
        }
        menu.setVisible(false);
        window.await("the menu closed", () -> !menu.isVisible());
        item.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
    }

    private static MenuItem item(Menu menu, String label) {
        return Stream.of(menu.getItems()).filter(i -> i.getText().replaceAll("\t.*", "").replace("&", "").equals(label))
                .findFirst().orElseThrow(() -> new AssertionError(label + " is not in "
                        + Stream.of(menu.getItems()).map(MenuItem::getText).toList()));
    }

    boolean enabled(String id) {
        return stage.commands().stream().flatMap(org.pushpin.scene.Command::flat)
                .anyMatch(command -> command.id().equals(id) && command.enabled());
    }

    static void clipboard(Transfer flavour, Object content) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {content}, new Transfer[] {flavour});
        clipboard.dispose();
    }

    static Object fromClipboard(Transfer flavour) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return clipboard.getContents(flavour);
        } finally {
            clipboard.dispose();
        }
    }
}
