// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import org.pushpin.workbench.internal.Desktop;
import org.pushpin.workbench.internal.ServiceLookup;

/** Opens the board that the profile began with. */
public final class OpenHome extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ServiceLookup.require(Desktop.class).openHome();
        return null;
    }
}
