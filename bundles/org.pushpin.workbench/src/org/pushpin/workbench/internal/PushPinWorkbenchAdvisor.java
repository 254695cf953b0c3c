// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** One window with documents in tabs; no perspectives to switch, no tool bars. */
final class PushPinWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Desktop desktop;

    PushPinWorkbenchAdvisor(Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(false);
    }

    /**
     * The window is in the application's model, and nothing is restored. The platform's own way waits here for a
     * thread that restores nothing, and may miss its wake-up.
     */
    @Override
    public boolean openWindows() {
        return true;
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return DocumentPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new PushPinWindowAdvisor(configurer, desktop);
    }
}
