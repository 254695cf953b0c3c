// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import java.util.stream.IntStream;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;

/** Shows a row of people to assistive technology: one button for each disc, whose name is what it says. Ui thread. */
final class PeopleAccessibility {

    private final PeopleRow row;

    PeopleAccessibility(PeopleRow row) {
        this.row = row;
        row.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = row.says(event.childID);
            }
        });
        row.getAccessible().addAccessibleControlListener(new Discs());
    }

    private final class Discs extends AccessibleControlAdapter {

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = row.discs();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = IntStream.range(0, row.discs()).boxed().toArray();
        }

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_TOOLBAR : ACC.ROLE_PUSHBUTTON;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            boolean focused = row.isFocusControl() && event.childID == row.chosen();
            event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_READONLY | (focused ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL)
                    | (row.isFollowed(event.childID) ? ACC.STATE_PRESSED : ACC.STATE_NORMAL);
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            event.childID = row.isFocusControl() ? row.chosen() : ACC.CHILDID_NONE;
        }

        @Override
        public void getDefaultAction(AccessibleControlEvent event) {
            event.result = row.says(event.childID).isEmpty() ? null : Messages.get("people.follow");
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            boolean self = event.childID == ACC.CHILDID_SELF;
            Point at = row.toDisplay(self ? new Point(0, 0) : row.place(event.childID));
            event.x = at.x;
            event.y = at.y;
            event.width = self ? row.getSize().x : row.getSize().y;
            event.height = row.getSize().y;
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            int disc = row.at(row.toControl(event.x, event.y).x);
            event.childID = disc < 0 ? ACC.CHILDID_SELF : disc;
        }
    }
}
