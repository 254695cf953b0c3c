// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;

import org.pushpin.content.Rect;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Stage;

/** Shows a stage's cards to assistive technology: one child per item, with name, role, value, place and state. */
final class StageAccessibility {

    private final StageCanvas canvas;
    private final Stage stage;

    StageAccessibility(StageCanvas canvas, Stage stage) {
        this.canvas = canvas;
        this.stage = stage;
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = node(event.childID).name();
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new Nodes());
    }

    private Accessible node(int child) {
        Accessible root = stage.accessible();
        return child >= 0 && child < root.children().size() ? root.children().get(child) : root;
    }

    private final class Nodes extends AccessibleControlAdapter {

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = stage.accessible().children().size();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            List<Object> ids = new ArrayList<>();
            for (int i = 0; i < stage.accessible().children().size(); i++) {
                ids.add(i);
            }
            event.children = ids.toArray();
        }

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_GROUP : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getValue(AccessibleControlEvent event) {
            event.result = node(event.childID).value();
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            Accessible node = node(event.childID);
            event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE
                    | (node.selected() ? ACC.STATE_SELECTED : ACC.STATE_NORMAL)
                    | (node.focused() ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL);
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            List<Accessible> nodes = stage.accessible().children();
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i).focused()) {
                    event.childID = i;
                    return;
                }
            }
            event.childID = canvas.isFocusControl() ? ACC.CHILDID_SELF : ACC.CHILDID_NONE;
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            Rect bounds = node(event.childID).bounds();
            Point at = canvas.toDisplay((int) bounds.x(), (int) bounds.y());
            event.x = at.x;
            event.y = at.y;
            event.width = (int) bounds.width();
            event.height = (int) bounds.height();
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point at = canvas.toControl(event.x, event.y);
            List<Accessible> nodes = stage.accessible().children();
            event.childID = ACC.CHILDID_SELF;
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i).bounds().contains(new org.pushpin.content.Point(at.x, at.y))) {
                    event.childID = i;
                }
            }
        }
    }
}
