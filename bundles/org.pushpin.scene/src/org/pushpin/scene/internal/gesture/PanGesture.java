// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import org.pushpin.scene.CursorShape;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.camera.Camera;
import org.pushpin.scene.internal.core.Core;

/** Drags the plane itself. */
final class PanGesture implements Gesture {

    private final Core core;
    private final Camera origin;
    private final double x;
    private final double y;

    PanGesture(Core core, PointerEvent start) {
        this.core = core;
        origin = core.camera;
        x = start.x();
        y = start.y();
        core.host.cursor(CursorShape.GRABBING);
    }

    @Override
    public void move(PointerEvent event) {
        core.camera(origin.panned(x - event.x(), y - event.y()));
    }

    @Override
    public void release(PointerEvent event) {
        core.host.cursor(core.hand ? CursorShape.GRAB : CursorShape.ARROW);
    }

    @Override
    public void cancel() {
        core.camera(origin);
    }
}
