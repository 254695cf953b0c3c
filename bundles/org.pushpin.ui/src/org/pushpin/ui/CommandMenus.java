// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import org.pushpin.scene.Command;

/** Turns a stage's commands into native menu items. Ui thread. */
public final class CommandMenus {

    private static final Map<String, String> ARROWS = Map.of("Left", "\u2190", "Right", "\u2192", "Up",
            "\u2191", "Down", "\u2193");

    private CommandMenus() {
    }

    /**
     * Adds an item per command at {@code index} and after.
     *
     * @param perform is told the id of the command that was chosen
     */
    public static void fill(Menu menu, int index, List<Command> commands, Consumer<String> perform) {
        int at = Math.min(index, menu.getItemCount());
        for (Command command : commands) {
            if (command.isSeparator()) {
                new MenuItem(menu, SWT.SEPARATOR, at++);
            } else if (command.children().isEmpty()) {
                item(menu, at++, command, perform);
            } else {
                cascade(menu, at++, command, perform);
            }
        }
    }

    private static void item(Menu menu, int at, Command command, Consumer<String> perform) {
        MenuItem item = new MenuItem(menu, command.checked() ? SWT.CHECK : SWT.PUSH, at);
        item.setText(escaped(command.label()) + (command.key().isEmpty() ? "" : "\t" + shown(command.key())));
        item.setSelection(command.checked());
        item.setEnabled(command.enabled());
        item.addListener(SWT.Selection, event -> perform.accept(command.id()));
    }

    private static void cascade(Menu menu, int at, Command command, Consumer<String> perform) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE, at);
        item.setText(escaped(command.label()));
        item.setEnabled(command.enabled());
        Menu children = new Menu(menu);
        item.setMenu(children);
        fill(children, 0, command.children(), perform);
    }

    private static String escaped(String label) {
        return label.replace("&", "&&");
    }

    private static String shown(String key) {
        int plus = key.lastIndexOf('+', key.length() - 2);
        String last = key.substring(plus + 1);
        return key.substring(0, plus + 1) + ARROWS.getOrDefault(last, last);
    }
}
