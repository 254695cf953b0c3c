// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import org.pushpin.workbench.internal.Desktop;
import org.pushpin.workbench.internal.ServiceLookup;

/** Makes a board and opens it. */
public final class NewBoard extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ServiceLookup.require(Desktop.class).newBoard();
        return null;
    }
}
