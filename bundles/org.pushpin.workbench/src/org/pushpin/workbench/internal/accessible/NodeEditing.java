// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleEditableTextAdapter;
import org.eclipse.swt.accessibility.AccessibleEditableTextEvent;

import org.pushpin.scene.AccessibleText;

/** Writing into a node's text, as a client does for a person who dictates. */
final class NodeEditing extends AccessibleEditableTextAdapter {

    private final StageNode node;

    NodeEditing(StageNode node) {
        this.node = node;
    }

    @Override
    public void replaceText(AccessibleEditableTextEvent event) {
        replace(event, event.string == null ? "" : event.string);
    }

    private void replace(AccessibleEditableTextEvent event, String by) {
        boolean done = node.now().text().filter(text -> text.replace(from(text, event), to(text, event), by)).isPresent();
        event.result = done ? ACC.OK : null;
    }

    private static int from(AccessibleText text, AccessibleEditableTextEvent event) {
        return NodeText.units(text.content(), event.start);
    }

    private static int to(AccessibleText text, AccessibleEditableTextEvent event) {
        return NodeText.units(text.content(), event.end);
    }

    @Override
    public void copyText(AccessibleEditableTextEvent event) {
        command(event, "copy", event.end);
    }

    @Override
    public void cutText(AccessibleEditableTextEvent event) {
        command(event, "cut", event.end);
    }

    @Override
    public void pasteText(AccessibleEditableTextEvent event) {
        command(event, "paste", event.start);
    }

    private void command(AccessibleEditableTextEvent event, String command, int end) {
        boolean can = node.now().text().filter(text -> text.select(from(text, event), NodeText.units(text.content(), end))).isPresent();
        if (can) {
            node.tree().stage().perform(command);
        }
        event.result = can ? ACC.OK : null;
    }
}
