// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.network.Address;
import org.pushpin.repo.Repo;
import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.ServiceLookup;

/** Asks for a peer's address and keeps a connection to it. */
public final class Connect extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), Messages.get("connect.title"),
                Messages.get("connect.question"), "", Connect::problem);
        if (dialog.open() == Window.OK) {
            ServiceLookup.require(Repo.class).peers().join(Address.parse(dialog.getValue().strip()));
        }
        return null;
    }

    private static String problem(String text) {
        try {
            Address.parse(text.strip());
            return null;
        } catch (IllegalArgumentException e) {
            return text.isBlank() ? "" : Messages.get("connect.problem");
        }
    }
}
