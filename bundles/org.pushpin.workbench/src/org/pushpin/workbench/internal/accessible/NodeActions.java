// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.List;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleActionEvent;
import org.eclipse.swt.accessibility.AccessibleActionListener;

import org.pushpin.scene.Command;

/** What can be done with a node; the first is what a person means. */
record NodeActions(StageNode node) implements AccessibleActionListener {

    private List<Command> commands() {
        return node.now().commands();
    }

    @Override
    public void getActionCount(AccessibleActionEvent event) {
        event.count = commands().size();
    }

    /** Afterwards: what is done may ask the person something, and the client waits for an answer. */
    @Override
    public void doAction(AccessibleActionEvent event) {
        if (event.index < 0 || event.index >= commands().size() || !commands().get(event.index).enabled()) {
            return;
        }
        String command = commands().get(event.index).id();
        node.tree().canvas().getDisplay().asyncExec(() -> {
            if (!node.tree().canvas().isDisposed()) {
                node.tree().stage().perform(command);
            }
        });
        event.result = ACC.OK;
    }

    @Override
    public void getName(AccessibleActionEvent event) {
        event.result = event.index < commands().size() ? commands().get(event.index).label() : null;
    }

    @Override
    public void getDescription(AccessibleActionEvent event) {
        event.result = null;
    }

    @Override
    public void getKeyBinding(AccessibleActionEvent event) {
        event.result = event.index < commands().size() ? commands().get(event.index).key() : null;
    }
}
