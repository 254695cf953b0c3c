// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.scene.CursorShape;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.camera.ZoomBar;

/** What lies above the plane and does not move with it, and takes the pointer first. Ui thread. */
final class Overlay {

    private final Core core;
    private final Zoom zoom;
    private final ZoomBar bar;
    private String hovered = "";
    private boolean pressed;

    Overlay(Core core, Zoom zoom) {
        this.core = core;
        this.zoom = zoom;
        bar = new ZoomBar(core.services.fonts());
    }

    private boolean shown() {
        return core.isCanvas() && core.width > 400 && core.height > 200;
    }

    /** @return whether the event was meant for what lies here */
    boolean pointer(PointerEvent event) {
        if (pressed && event.kind() == PointerEvent.Kind.MOVE) return true;
        if (pressed && event.kind() == PointerEvent.Kind.UP) {
            pressed = false;
            return true;
        }
        Optional<String> command = event.kind() == PointerEvent.Kind.EXIT || !shown() ? Optional.empty()
                : ZoomBar.command(event.x(), event.y(), core.height);
        hover(command.orElse(""));
        if (command.isEmpty()) return false;
        if (event.kind() == PointerEvent.Kind.DOWN && event.button() == PointerEvent.Button.LEFT) {
            pressed = true;
            zoom.perform(command.get());
        }
        return true;
    }

    private void hover(String command) {
        if (command.equals(hovered)) return;
        hovered = command;
        if (!command.isEmpty()) core.host.cursor(CursorShape.HAND);
        core.damaged();
    }

    List<Sprite> sprites() {
        List<Sprite> sprites = new ArrayList<>();
        if (shown()) sprites.add(bar.sprite(core.camera.zoom(), core.theme, core.scale, core.height, hovered));
        return sprites;
    }
}
