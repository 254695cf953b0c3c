// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.swt.widgets.Menu;

import org.pushpin.workbench.internal.DocumentEditor;

/** Who is at the document, to be followed, and whether they see this person's pointer. */
public final class PeopleMenu extends EditorMenu {

    @Override
    void fill(DocumentEditor editor, Menu menu, int index) {
        editor.fillPeopleMenu(menu, index);
    }
}
