// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import org.pushpin.workbench.internal.DocumentEditor;

/** Part of a menu that the document in front fills; asked anew each time. */
abstract class EditorMenu extends ContributionItem {

    abstract void fill(DocumentEditor editor, Menu menu, int index);

    @Override
    public final boolean isDynamic() {
        return true;
    }

    @Override
    public final void fill(Menu menu, int index) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof DocumentEditor editor) {
            fill(editor, menu, index);
        }
    }
}
