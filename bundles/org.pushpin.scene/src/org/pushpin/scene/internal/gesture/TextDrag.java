// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import org.pushpin.content.Point;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.editing.TextEditing;

/** Extends a text selection. */
record TextDrag(Core core, TextEditing editing, String key) implements Gesture {

    @Override
    public void move(PointerEvent event) {
        Point at = core.camera.board(event.x(), event.y());
        if (!editing.active(key)) return;
        core.item(key).map(core::shown).ifPresent(card -> editing.drag(at.x() - card.x(), at.y() - card.y()));
    }

    @Override
    public void release(PointerEvent event) {
        editing.released();
    }

    @Override
    public void cancel() {
        editing.released();
    }
}
