// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;

import org.pushpin.scene.Command;

/** What a node is called. */
record NodeNames(StageNode node) implements AccessibleListener {

    @Override
    public void getName(AccessibleEvent event) {
        node.tree().hear();
        event.result = node.now().name();
    }

    @Override
    public void getDescription(AccessibleEvent event) {
        event.result = node.now().description();
    }

    @Override
    public void getHelp(AccessibleEvent event) {
        event.result = node.now().description();
    }

    @Override
    public void getKeyboardShortcut(AccessibleEvent event) {
        event.result = node.now().commands().stream().findFirst().map(Command::key).filter(key -> !key.isEmpty()).orElse(null);
    }
}
