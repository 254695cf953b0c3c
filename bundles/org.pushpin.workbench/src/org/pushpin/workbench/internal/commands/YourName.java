// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.chrome.Messages;

/** Asks what others are to call this person. */
public final class YourName extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), Messages.get("name.title"),
                    Messages.get("name.question"), editor.personName(), null);
            if (dialog.open() == Window.OK) {
                editor.personName(dialog.getValue());
            }
        }
        return null;
    }
}
