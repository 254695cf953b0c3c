// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Adjustment;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.arrange.Guide;
import org.pushpin.scene.internal.arrange.Snapping;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Grouping;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Drags the selected cards, and with a frame what is in it. Where they were when the drag began is what counts: a remote
 * move of one of them neither moves it under the pointer nor adds to the result. They snap to neighbours and to the grid
 * together, unless Alt or the command key is held; with Shift they keep to one axis. What is let go over a frame belongs
 * to it, what is let go over the card of a board goes onto that board.
 */
final class MoveGesture implements Gesture {

    private final Core core;
    private final Performer performer;
    private final Grouping grouping;
    private final Point start;
    private final Rect origin;
    private final Snapping snapping;
    private final IntoBoard boards;
    private final Map<String, Rect> origins = new LinkedHashMap<>();
    private List<Guide> guides = List.of();

    MoveGesture(Core core, Performer performer, Point start) {
        this.core = core;
        this.performer = performer;
        this.start = start;
        grouping = new Grouping(core);
        List<SceneItem> moving = grouping.moving();
        for (SceneItem item : moving) origins.put(item.key(), core.shown(item));
        boards = new IntoBoard(core, performer, moving);
        origin = origins.values().stream().reduce(Rect::union).orElseThrow();
        snapping = new Snapping(core.hits.neighbours(origins.keySet()), origin);
        core.host.cursor(CursorShape.MOVE);
    }

    @Override
    public void move(PointerEvent event) {
        Rect to = to(event);
        guides = free(event) ? List.of() : snapping.guides(to);
        boolean board = boards.hover(new Point(event.x(), event.y()), event.modifiers().alt());
        if (board) guides = List.of();
        else grouping.hover(origins.keySet(), places(to));
        core.preview.move(places(to));
    }

    Point start() {
        return start;
    }

    static boolean free(PointerEvent event) {
        return event.modifiers().alt() || event.modifiers().command();
    }

    /** Where all that moves comes to lie together. */
    private Rect to(PointerEvent event) {
        Point now = core.camera.board(event.x(), event.y());
        double dx = now.x() - start.x();
        double dy = now.y() - start.y();
        boolean level = event.modifiers().shift() && Math.abs(dx) >= Math.abs(dy);
        boolean upright = event.modifiers().shift() && !level;
        Rect wanted = origin.moved(upright ? 0 : dx, level ? 0 : dy);
        if (free(event)) return wanted;
        Rect snapped = snapping.move(wanted, core.hits.reach());
        return new Rect(upright ? origin.x() : snapped.x(), level ? origin.y() : snapped.y(), origin.width(),
                origin.height());
    }

    private Map<String, Rect> places(Rect to) {
        Map<String, Rect> places = new LinkedHashMap<>();
        origins.forEach((key, at) -> places.put(key, at.moved(to.x() - origin.x(), to.y() - origin.y())));
        return places;
    }

    @Override
    public List<Guide> guides() {
        return guides;
    }

    @Override
    public void release(PointerEvent event) {
        Map<String, Rect> places = places(to(event));
        core.preview.move(places);
        boards.hover(new Point(event.x(), event.y()), event.modifiers().alt());
        if (boards.drop()) return;
        Map<String, Adjustment> changes = new LinkedHashMap<>();
        places.forEach((key, at) -> {
            if (!at.corner().equals(origins.get(key).corner())) changes.put(key, Adjustment.move(at.corner()));
        });
        List<Intent> intents = new ArrayList<>();
        if (!changes.isEmpty()) {
            intents.add(new Intent.Arrange(changes));
            intents.addAll(grouping.dropped(origins.keySet(), places));
        }
        grouping.hoverEnds();
        if (performer.change(core.url, intents)) core.preview.keep();
        else core.preview.clear();
    }

    @Override
    public void cancel() {
        boards.cancel();
        grouping.hoverEnds();
        core.preview.clear();
    }
}
