// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Menu;

import org.pushpin.scene.Command;
import org.pushpin.scene.Stage;
import org.pushpin.ui.CommandMenus;

/** A stage's commands in the menus of the window, those left out that are there in a menu of their own. Ui thread. */
record StageMenus(Stage stage) {

    private static final List<String> EDIT = List.of("undo", "redo", "cut", "copy", "paste", "delete", "selectAll", "selectNone", "selectInverse");
    private static final List<String> PEOPLE = List.of("follow", "group:follow", "showPointer");

    /** Adds what can be done with cards. */
    void fill(Menu menu, int index) {
        List<Command> shown = new ArrayList<>();
        for (Command command : stage.commands()) {
            if (command.id().startsWith("create:") && shown.stream().noneMatch(Command::isSeparator)) {
                shown.add(Command.SEPARATOR);
            }
            if (!EDIT.contains(command.id()) && !command.id().startsWith("zoom") && !command.id().equals("minimap")
                    && !PEOPLE.contains(command.id())) {
                shown.add(command);
            }
        }
        CommandMenus.fill(menu, index, shown, stage::perform);
    }

    /** Adds those who are here, to be followed, and what they see of this person. */
    void fillPeople(Menu menu, int index) {
        List<Command> shown = new ArrayList<>();
        for (Command command : stage.commands()) {
            if (PEOPLE.contains(command.id())) {
                shown.addAll(command.flat().toList());
            }
        }
        CommandMenus.fill(menu, index, shown, stage::perform);
    }
}
