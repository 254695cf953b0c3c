// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.swt.widgets.Menu;

import org.pushpin.workbench.internal.DocumentEditor;

/** The documents that link to the one in front, as far as that is known. */
public final class LinksMenu extends EditorMenu {

    @Override
    void fill(DocumentEditor editor, Menu menu, int index) {
        editor.fillLinksMenu(menu);
    }
}
