// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.workbench.internal.Desktop;
import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.ServiceLookup;

/** Asks for a link, offering the one in the clipboard, and opens what it names. */
public final class OpenLink extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        InputDialog dialog = new InputDialog(shell, Messages.get("openLink.title"), Messages.get("openLink.question"),
                fromClipboard(shell), OpenLink::problem);
        if (dialog.open() == Window.OK) {
            try {
                ServiceLookup.require(Desktop.class).open(DocumentUrl.parse(dialog.getValue().strip()));
            } catch (FormatException e) {
                throw new IllegalStateException("the dialog lets only links through", e);
            }
        }
        return null;
    }

    private static String problem(String text) {
        try {
            DocumentUrl.parse(text.strip());
            return null;
        } catch (FormatException e) {
            return text.isBlank() ? "" : e.getMessage();
        }
    }

    private static String fromClipboard(Shell shell) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        try {
            Object text = clipboard.getContents(TextTransfer.getInstance());
            return text instanceof String link && problem(link) == null ? link.strip() : "";
        } finally {
            clipboard.dispose();
        }
    }
}
