// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import org.pushpin.workbench.internal.DocumentEditor;

/** Who is at the document, to be followed, and whether they see this person's pointer; asked anew each time. */
public final class PeopleMenu extends ContributionItem {

    @Override
    public boolean isDynamic() {
        return true;
    }

    @Override
    public void fill(Menu menu, int index) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof DocumentEditor editor) {
            editor.fillPeopleMenu(menu, index);
        }
    }
}
