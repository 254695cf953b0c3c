// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.Messages;

/** Pins files that the person chooses on the board that is shown. */
public final class ImportFiles extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN | SWT.MULTI);
            dialog.setText(Messages.get("import.title"));
            if (dialog.open() != null) {
                Path folder = Path.of(dialog.getFilterPath());
                editor.importFiles(Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList());
            }
        }
        return null;
    }
}
