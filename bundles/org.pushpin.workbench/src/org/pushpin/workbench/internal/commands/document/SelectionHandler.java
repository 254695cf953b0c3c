// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.DocumentEditor;

/** Something that is done with what is selected in the document in front; off while nothing is. */
abstract class SelectionHandler extends AbstractHandler {

    abstract void execute(ExecutionEvent event, DocumentEditor editor);

    @Override
    public final Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor && !editor.selection().isEmpty()) {
            execute(event, editor);
        }
        return null;
    }

    @Override
    public final void setEnabled(Object evaluationContext) {
        Object editor = HandlerUtil.getVariable(evaluationContext, ISources.ACTIVE_EDITOR_NAME);
        setBaseEnabled(editor instanceof DocumentEditor open && !open.selection().isEmpty());
    }
}
