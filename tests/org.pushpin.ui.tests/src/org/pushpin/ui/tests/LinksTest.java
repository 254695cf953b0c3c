// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.DocumentFactory;

/** What links to the document that is shown. */
class LinksTest {

    private OpenBoard board;
    private Window window;
    private DocumentFactory factory;

    @BeforeEach
    void onANewBoard() {
        board = new OpenBoard();
        window = board.window;
        factory = window.service(DocumentFactory.class);
    }

    @Test
    void aKeyListsWhatLinksHereAndOpensIt() {
        board.stage.rename("Inner");
        window.await("its name", () -> window.tab().equals("Inner"));
        DocumentUrl outer = factory.create("board", new Seed.Text("Outer & more"));
        factory.place(outer, List.of(board.stage.url()), null);
        DocumentUrl note = factory.create("text", new Seed.Text("see " + board.stage.url()));

        Menu menu = list(2);
        assertTrue(texts(menu).stream().anyMatch(text -> text.startsWith("Outer && more")), texts(menu).toString());
        assertTrue(texts(menu).stream().anyMatch(text -> text.startsWith("see")), note + " is not in " + texts(menu));
        MenuItem item = Stream.of(menu.getItems()).filter(i -> i.getText().startsWith("Outer")).findFirst().orElseThrow();
        menu.setVisible(false);
        item.notifyListeners(SWT.Selection, new Event());
        window.await("the board that links here", () -> window.tab().equals("Outer & more"));
        assertEquals(outer.id(), window.canvas().stage().url().id());
    }

    @Test
    void aNestedBoardIsLinkedFromTheOneItLiesOn() {
        DocumentUrl inner = factory.create("board", new Seed.Text("Inner"));
        factory.place(board.stage.url(), List.of(inner), new org.pushpin.content.Point(100, 100));
        window.await("the nested board", () -> board.cards().size() == 1 && board.has("Inner"));
        board.person.press("Ctrl+A");
        window.await("it selected", () -> board.stage.selection().size() == 1);
        board.person.press("Ctrl+Enter");
        window.await("the nested board open", () -> window.tab().equals("Inner"));
        Menu menu = list(1);
        MenuItem item = menu.getItem(0);
        menu.setVisible(false);
        item.notifyListeners(SWT.Selection, new Event());
        window.await("the board it lies on", () -> window.canvas() == board.canvas);
    }

    /** Presses the key until the list has so many entries: the index follows changes within a second. */
    private Menu list(int entries) {
        Display display = window.shell().getDisplay();
        Menu[] shown = new Menu[1];
        Listener filter = event -> shown[0] = event.widget instanceof Menu menu ? menu : shown[0];
        display.addFilter(SWT.Show, filter);
        boolean[] due = {true};
        try {
            window.await(entries + " that link here", () -> {
                if (shown[0] != null && shown[0].isDisposed()) {
                    shown[0] = null;
                } else if (shown[0] != null && shown[0].getItemCount() != entries) {
                    shown[0].setVisible(false);
                }
                if (due[0] && shown[0] == null) {
                    due[0] = false;
                    board.person.press("Ctrl+Shift+B");
                    display.timerExec(300, () -> due[0] = true);
                }
                return shown[0] != null && shown[0].isVisible() && shown[0].getItemCount() == entries;
            });
        } finally {
            display.removeFilter(SWT.Show, filter);
        }
        return shown[0];
    }

    private static List<String> texts(Menu menu) {
        return Stream.of(menu.getItems()).map(MenuItem::getText).toList();
    }
}
