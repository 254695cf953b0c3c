// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.Desktop;
import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.ServiceLookup;

/** Shows the document once more, beside itself. */
public final class Split extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor) {
            ServiceLookup.require(Desktop.class).split();
        }
        return null;
    }
}
