// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.LinkedHashMap;
import java.util.Map;

import org.pushpin.content.Ability;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Drags the selected cards. Where they were when the drag began is what counts: a remote move of one of them neither
 * moves it under the pointer nor adds to the result. Alt leaves the grid.
 */
final class MoveGesture implements Gesture {

    private final Core core;
    private final Performer performer;
    private final Point start;
    private final Rect pressed;
    private final Map<String, Rect> origins = new LinkedHashMap<>();

    MoveGesture(Core core, Performer performer, SceneItem pressed, Point start) {
        this.core = core;
        this.performer = performer;
        this.start = start;
        this.pressed = pressed.at();
        for (SceneItem item : core.selected(Ability.MOVE)) origins.put(item.key(), item.at());
        core.host.cursor(CursorShape.MOVE);
    }

    @Override
    public void move(PointerEvent event) {
        core.previewMove(places(event));
    }

    private Map<String, Rect> places(PointerEvent event) {
        Point now = core.camera.board(event.x(), event.y());
        double x = pressed.x() + now.x() - start.x();
        double y = pressed.y() + now.y() - start.y();
        boolean free = event.modifiers().alt();
        double dx = (free ? x : Placements.snap(x)) - pressed.x();
        double dy = (free ? y : Placements.snap(y)) - pressed.y();
        Map<String, Rect> places = new LinkedHashMap<>();
        origins.forEach((key, at) -> places.put(key, at.moved(dx, dy)));
        return places;
    }

    @Override
    public void release(PointerEvent event) {
        Map<String, Rect> places = places(event);
        core.previewMove(places);
        Map<String, Adjustment> changes = new LinkedHashMap<>();
        places.forEach((key, at) -> {
            if (!at.corner().equals(origins.get(key).corner())) changes.put(key, Adjustment.move(at.corner()));
        });
        if (!changes.isEmpty() && performer.change(core.url, new Intent.Arrange(changes))) core.keepPreview();
        else core.clearPreview();
    }

    @Override
    public void cancel() {
        core.clearPreview();
    }
}
