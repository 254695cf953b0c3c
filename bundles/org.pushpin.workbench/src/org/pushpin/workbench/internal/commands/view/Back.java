// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import org.pushpin.workbench.internal.Desktop;
import org.pushpin.workbench.internal.ServiceLookup;

/** Goes back to the document that was open before. */
public final class Back extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ServiceLookup.require(Desktop.class).back();
        return null;
    }
}
