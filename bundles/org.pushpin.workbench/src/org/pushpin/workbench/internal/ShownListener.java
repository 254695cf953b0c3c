// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.function.Consumer;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Tells which document a person looks at now, and when one was closed. */
final class ShownListener implements IPartListener2 {

    private final Consumer<IWorkbenchPart> shown;
    private final Runnable closed;

    ShownListener(Consumer<IWorkbenchPart> shown, Runnable closed) {
        this.shown = shown;
        this.closed = closed;
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        shown.accept(reference.getPart(false));
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        visible(reference, true);
    }

    @Override
    public void partHidden(IWorkbenchPartReference reference) {
        visible(reference, false);
    }

    private static void visible(IWorkbenchPartReference reference, boolean is) {
        if (reference.getPart(false) instanceof DocumentEditor editor) {
            editor.visible(is);
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        closed.run();
    }
}
