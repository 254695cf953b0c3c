// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;

/** A painted line of text, for assistive technology. Ui thread. */
public final class SpokenLine {

    private final Canvas canvas;

    /** @param role of {@link ACC}. @param text what the canvas shows now */
    public SpokenLine(Canvas canvas, int role, Supplier<String> text) {
        this.canvas = canvas;
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = text.get();
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = role;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_READONLY;
            }
        });
    }

    /** The text has changed. */
    public void changed() {
        canvas.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }
}
