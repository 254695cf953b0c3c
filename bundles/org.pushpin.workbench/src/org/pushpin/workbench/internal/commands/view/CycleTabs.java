// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.view;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the tab after or before the current one, by the step that follows the class in {@code plugin.xml}. */
public final class CycleTabs extends AbstractHandler implements IExecutableExtension {

    private int step;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        step = Integer.parseInt((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        List<IEditorReference> tabs = List.of(page.getEditorReferences());
        int current = tabs.indexOf(page.getReference(page.getActiveEditor()));
        if (current >= 0) {
            page.activate(tabs.get(Math.floorMod(current + step, tabs.size())).getPart(true));
        }
        return null;
    }
}
