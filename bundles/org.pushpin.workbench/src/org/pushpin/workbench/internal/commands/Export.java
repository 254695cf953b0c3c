// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.Messages;

/** Writes the document that is shown to a file; the name's ending says how. */
public final class Export extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
            dialog.setText(Messages.get("export.title"));
            dialog.setFilterExtensions(new String[] {"*.png", "*.svg", "*.automerge", "*.json"});
            dialog.setFileName(editor.getPartName().replaceAll("[/\\\\\u0000]", "-") + ".png");
            dialog.setOverwrite(true);
            String file = dialog.open();
            if (file != null) {
                editor.export(Path.of(file));
            }
        }
        return null;
    }
}
