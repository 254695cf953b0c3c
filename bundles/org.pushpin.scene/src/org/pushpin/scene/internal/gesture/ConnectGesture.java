// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Ability;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Palette;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.Mark;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.edges.Route;
import org.pushpin.scene.internal.render.SceneItem;

/** Draws an arrow from a card to another, or to a place; or takes an end of one elsewhere. */
final class ConnectGesture implements Gesture {

    /** A shorter one was not meant, in points. */
    private static final double SHORTEST = 12;

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final Edge.End fixed;
    private final Optional<Edge> existing;
    /** Whether the end that is dragged is the one that the arrow leads to. */
    private final boolean last;
    private final PointerEvent start;
    private Point to;
    private Optional<SceneItem> target = Optional.empty();

    /** A new arrow from a card. */
    ConnectGesture(Core core, Performer performer, Pointing pointing, SceneItem from, PointerEvent start) {
        this(core, performer, pointing, Edge.End.of(from.key(), false), Optional.empty(), true, start);
    }

    /** An end of one that is there. */
    ConnectGesture(Core core, Performer performer, Pointing pointing, Edge existing, boolean last, PointerEvent start) {
        this(core, performer, pointing, last ? existing.from() : existing.to(), Optional.of(existing), last, start);
    }

    private ConnectGesture(Core core, Performer performer, Pointing pointing, Edge.End fixed, Optional<Edge> existing,
            boolean last, PointerEvent start) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.fixed = fixed;
        this.existing = existing;
        this.last = last;
        this.start = start;
        core.host.cursor(CursorShape.HAND);
    }

    @Override
    public void move(PointerEvent event) {
        to = core.camera.board(event.x(), event.y());
        target = core.cardAt(to).filter(item -> item.can().contains(Ability.CONNECT) && !item.key().equals(fixed.item()));
        core.damaged();
    }

    private boolean tiny(PointerEvent event) {
        return to == null || Math.hypot(event.x() - start.x(), event.y() - start.y()) < SHORTEST;
    }

    private Edge.End end() {
        boolean arrow = existing.map(edge -> last ? edge.to().arrow() : edge.from().arrow()).orElse(true);
        return target.map(item -> Edge.End.of(item.key(), arrow)).orElseGet(() -> Edge.End.at(to, arrow));
    }

    @Override
    public void release(PointerEvent event) {
        core.damaged();
        if (tiny(event)) return;
        move(event);
        boolean onItself = target.isEmpty() && core.cardAt(to).filter(item -> item.key().equals(fixed.item())).isPresent();
        if (onItself) return;
        if (existing.isPresent()) {
            performer.change(core.url, new Intent.Attach(existing.get().key(), last, end()));
            return;
        }
        String key = Placements.key();
        if (performer.change(core.url, new Intent.Connect(key, fixed, end()))) pointing.selectLater(List.of(key));
    }

    @Override
    public void cancel() {
        core.damaged();
    }

    @Override
    public List<Mark> marks(Palette palette) {
        Optional<Rect> from = fixed.item().isEmpty() ? Optional.of(new Rect(fixed.at().x(), fixed.at().y(), 0, 0))
                : core.item(fixed.item()).map(core::shown);
        if (to == null || from.isEmpty()) return List.of();
        Rect there = target.map(core::shown).orElse(new Rect(to.x(), to.y(), 0, 0));
        Mark line = core.arrows.drawn(last ? Route.between(from.get(), there) : Route.between(there, from.get()), palette);
        return target.isEmpty() ? List.of(line) : List.of(line,
                new Mark.Outline(core.camera.points(there), Theme.RADIUS_CARD, 2, false, palette.accent()));
    }
}
