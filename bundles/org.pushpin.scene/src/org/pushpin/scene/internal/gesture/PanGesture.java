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
    private final Runnable press;
    private boolean panned;

    /** @param press what it was where the pointer did not move */
    PanGesture(Core core, PointerEvent start, Runnable press) {
        this.press = press;
        this.core = core;
        origin = core.camera;
        x = start.x();
        y = start.y();
        core.host.cursor(CursorShape.GRABBING);
    }

    @Override
    public void move(PointerEvent event) {
        panned |= Math.hypot(x - event.x(), y - event.y()) > CardPress.TREMBLE;
        if (panned) core.camera(origin.panned(x - event.x(), y - event.y()));
    }

    @Override
    public void release(PointerEvent event) {
        core.host.cursor(core.hand ? CursorShape.GRAB : CursorShape.ARROW);
        if (!panned) press.run();
    }

    @Override
    public void cancel() {
        core.camera(origin);
    }
}
