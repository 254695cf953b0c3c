// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.DocumentEditor;

/** Lists the documents that link to the one that is shown. */
public final class LinkedFrom extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            editor.listLinks();
        }
        return null;
    }
}
