// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;

import org.pushpin.workbench.internal.Desktop;
import org.pushpin.workbench.internal.ServiceLookup;

/** Gives the keyboard to what is shown on the other side, by the step that follows the class in {@code plugin.xml}. */
public final class OtherSide extends AbstractHandler implements IExecutableExtension {

    private int step;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        step = Integer.parseInt((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        ServiceLookup.require(Desktop.class).otherSide(step);
        return null;
    }
}
