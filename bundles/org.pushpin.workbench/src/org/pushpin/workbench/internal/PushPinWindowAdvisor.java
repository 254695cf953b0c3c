// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: its size, its title, and that there is nothing in it but documents. */
final class PushPinWindowAdvisor extends WorkbenchWindowAdvisor {

    private final Desktop desktop;

    PushPinWindowAdvisor(IWorkbenchWindowConfigurer configurer, Desktop desktop) {
        super(configurer);
        this.desktop = desktop;
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
        desktop.opened(this);
    }

    /** Back to where it was, as far as a screen still shows it. */
    @Override
    public void postWindowCreate() {
        Shell shell = window().getShell();
        desktop.windowBounds().map(shell.getDisplay().getBounds()::intersection)
                .filter(seen -> seen.width > 200 && seen.height > 150).ifPresent(shell::setBounds);
        shell.addListener(SWT.Close, event -> remember(shell));
    }

    private void remember(Shell shell) {
        if (!shell.getMaximized() && !shell.getMinimized() && !shell.getFullScreen()) {
            desktop.windowBounds(shell.getBounds());
        }
    }

    IWorkbenchWindow window() {
        return getWindowConfigurer().getWindow();
    }
}
