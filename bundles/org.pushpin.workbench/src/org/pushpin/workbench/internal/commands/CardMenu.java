// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.swt.widgets.Menu;

import org.pushpin.workbench.internal.DocumentEditor;

/** What can be done with the selected cards, and every kind of card that can be made. */
public final class CardMenu extends EditorMenu {

    @Override
    void fill(DocumentEditor editor, Menu menu, int index) {
        editor.fillMenu(menu, index);
    }
}
