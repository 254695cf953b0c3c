// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.function.Consumer;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** One window with documents in tabs; no perspectives to switch, no tool bars. */
final class PushPinWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Consumer<PushPinWindowAdvisor> opened;

    /** @param opened called on the ui thread when the window is open */
    PushPinWorkbenchAdvisor(Consumer<PushPinWindowAdvisor> opened) {
        this.opened = opened;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(false);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return DocumentPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new PushPinWindowAdvisor(configurer, opened);
    }
}
