// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.function.Consumer;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: its size, its title, and that there is nothing in it but documents. */
final class PushPinWindowAdvisor extends WorkbenchWindowAdvisor {

    private final Consumer<PushPinWindowAdvisor> opened;

    PushPinWindowAdvisor(IWorkbenchWindowConfigurer configurer, Consumer<PushPinWindowAdvisor> opened) {
        super(configurer);
        this.opened = opened;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ActionBarAdvisor(configurer) {
            @Override
            protected void makeActions(IWorkbenchWindow window) {
                register(ActionFactory.QUIT.create(window));
                register(ActionFactory.ABOUT.create(window));
                register(ActionFactory.CLOSE.create(window));
            }
        };
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(1280, 840));
        window.setTitle("PushPin");
        window.setShowCoolBar(false);
        window.setShowPerspectiveBar(false);
        window.setShowStatusLine(false);
        window.setShowProgressIndicator(false);
        window.setShowMenuBar(true);
    }

    @Override
    public void postWindowOpen() {
        opened.accept(this);
    }

    IWorkbenchWindow window() {
        return getWindowConfigurer().getWindow();
    }
}
