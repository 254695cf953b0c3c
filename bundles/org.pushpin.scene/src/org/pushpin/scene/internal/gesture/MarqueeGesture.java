// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.render.SceneItem;

/** Selects what a rectangle touches, in addition to what was selected if Shift or the command key is held. */
final class MarqueeGesture implements Gesture {

    private final Core core;
    private final Point start;
    private final Set<String> base;
    private Rect area;

    MarqueeGesture(Core core, Point start, boolean add) {
        this.core = core;
        this.start = start;
        base = add ? new LinkedHashSet<>(core.selection) : Set.of();
    }

    /** In board units; empty until the pointer has moved. */
    Optional<Rect> area() {
        return Optional.ofNullable(area);
    }

    @Override
    public void move(PointerEvent event) {
        Point now = core.camera.board(event.x(), event.y());
        area = new Rect(Math.min(start.x(), now.x()), Math.min(start.y(), now.y()), Math.abs(now.x() - start.x()),
                Math.abs(now.y() - start.y()));
        Set<String> touched = new LinkedHashSet<>(base);
        core.itemsIn(area).stream().filter(item -> item.can().contains(Ability.SELECT) && touches(item))
                .forEach(item -> touched.add(item.key()));
        touched.addAll(core.arrows.within(area));
        core.select(touched);
        core.damaged();
    }

    /** A frame only when all of it is in the rectangle: what is drawn inside of it means its cards. */
    private boolean touches(SceneItem item) {
        return item.holds() ? area.contains(item.at()) : item.at().intersects(area);
    }

    @Override
    public void release(PointerEvent event) {
        area = null;
        core.damaged();
    }

    @Override
    public void cancel() {
        core.select(base);
        release(null);
    }
}
