// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Adjustment;
import org.pushpin.content.CardSize;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Size;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.arrange.Axis;
import org.pushpin.scene.internal.arrange.Guide;
import org.pushpin.scene.internal.arrange.Snapping;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.render.SceneItem;

/** Drags one handle of a card, within what its type allows; the edges that move go to neighbours or the grid unless Alt is held. */
final class ResizeGesture implements Gesture {

    private static final CardSize ANY = CardSize.cells(10, 0, 2, 2, 250, 250);

    private final Core core;
    private final Performer performer;
    private final Handle handle;
    private final SceneItem item;
    private final Rect origin;
    /** A handle at a side leaves the height to the content, where it was so. */
    private final boolean keepsAutoHeight;
    private final Point start;
    private final Snapping snapping;
    private List<Guide> guides = List.of();

    ResizeGesture(Core core, Performer performer, SceneItem item, Handle handle, Point start) {
        this.core = core;
        this.performer = performer;
        this.handle = handle;
        this.item = item;
        this.origin = core.shown(item);
        keepsAutoHeight = core.preview.autoHeight(item) && handle.dy == 0;
        this.start = start;
        snapping = new Snapping(core.hits.neighbours(Set.of(item.key())), origin);
        core.host.cursor(handle.cursor());
    }

    private Rect place(PointerEvent event) {
        Point now = core.camera.board(event.x(), event.y());
        boolean free = MoveGesture.free(event);
        CardSize limits = item.limits().filter(CardSize::resizable).orElse(ANY);
        double width = side(Axis.X, handle.dx, now.x() - start.x(), free, limits);
        double height = side(Axis.Y, handle.dy, now.y() - start.y(), free, limits);
        double x = handle.dx < 0 ? origin.right() - width : origin.x();
        double y = handle.dy < 0 ? origin.bottom() - height : origin.y();
        return new Rect(x, y, width, height);
    }

    private double side(Axis axis, int direction, double by, boolean free, CardSize limits) {
        if (direction == 0) return axis.length(origin);
        double edge = (direction > 0 ? axis.high(origin) : axis.low(origin)) + by;
        double snapped = free ? edge : snapping.edge(axis, edge, core.hits.reach());
        double wanted = direction > 0 ? snapped - axis.low(origin) : axis.high(origin) - snapped;
        return axis == Axis.X ? limits.clampWidth(wanted) : limits.clampHeight(wanted);
    }

    @Override
    public List<Guide> guides() {
        return guides;
    }

    @Override
    public void move(PointerEvent event) {
        Rect to = place(event);
        guides = MoveGesture.free(event) ? List.of() : snapping.guides(to);
        core.preview.size(Map.of(item.key(), to), keepsAutoHeight ? Set.of(item.key()) : Set.of());
    }

    @Override
    public void release(PointerEvent event) {
        Rect to = place(event);
        if (to.equals(origin)) {
            core.preview.clear();
            return;
        }
        move(event);
        Optional<Adjustment> change = change(to);
        boolean changed = change.isPresent()
                && performer.change(core.url, new Intent.Arrange(Map.of(item.key(), change.get())));
        if (changed) core.preview.keep();
        else core.preview.clear();
    }

    private Optional<Adjustment> change(Rect to) {
        Size size = to.size();
        Adjustment sized = handle.dy == 0 ? Adjustment.width(size.width())
                : handle.dx == 0 ? new Adjustment(Optional.empty(), java.util.OptionalDouble.empty(),
                        java.util.OptionalDouble.of(size.height()), false)
                : Adjustment.resize(size.width(), size.height());
        return Optional.of(to.corner().equals(origin.corner()) ? sized : sized.at(to.corner()));
    }

    @Override
    public void cancel() {
        core.preview.clear();
    }
}
