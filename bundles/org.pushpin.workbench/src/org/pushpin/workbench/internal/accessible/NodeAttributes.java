// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import org.eclipse.swt.accessibility.AccessibleAttributeAdapter;
import org.eclipse.swt.accessibility.AccessibleAttributeEvent;

import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;

/** What SWT has no role or state for, under the names that browsers use. */
final class NodeAttributes extends AccessibleAttributeAdapter {

    private final StageNode node;

    NodeAttributes(StageNode node) {
        this.node = node;
    }

    @Override
    public void getAttributes(AccessibleAttributeEvent event) {
        Accessible now = node.now();
        if (now.level() > 0) {
            event.groupLevel = now.level();
        }
        if (now.role() == Role.LINK) {
            event.attributes = new String[] {"xml-roles", "link"};
        }
    }
}
