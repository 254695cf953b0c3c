// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

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
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.render.SceneItem;

/** Drags one handle of a card, within what its type allows; the edges that move go to the grid unless Alt is held. */
final class ResizeGesture implements Gesture {

    private static final CardSize ANY = CardSize.cells(10, 0, 2, 2, 250, 250);

    private final Core core;
    private final Performer performer;
    private final Handle handle;
    private final SceneItem item;
    private final Rect origin;
    private final Point start;

    ResizeGesture(Core core, Performer performer, SceneItem item, Handle handle, Point start) {
        this.core = core;
        this.performer = performer;
        this.handle = handle;
        this.item = item;
        this.origin = item.at();
        this.start = start;
        core.host.cursor(handle.cursor());
    }

    /** A handle at a side leaves the height to the content, where it was so. */
    private boolean keepsAutoHeight() {
        return item.autoHeight() && handle.dy == 0;
    }

    private Rect place(PointerEvent event) {
        Point now = core.camera.board(event.x(), event.y());
        boolean free = event.modifiers().alt();
        CardSize limits = item.limits().filter(CardSize::resizable).orElse(ANY);
        double width = side(origin.x(), origin.width(), handle.dx, now.x() - start.x(), free, limits, true);
        double height = side(origin.y(), origin.height(), handle.dy, now.y() - start.y(), free, limits, false);
        double x = handle.dx < 0 ? origin.right() - width : origin.x();
        double y = handle.dy < 0 ? origin.bottom() - height : origin.y();
        return new Rect(x, y, width, height);
    }

    private static double side(double from, double length, int direction, double by, boolean free, CardSize limits,
            boolean horizontal) {
        if (direction == 0) return length;
        double edge = direction > 0 ? from + length + by : from + by;
        double snapped = free ? edge : Placements.snap(edge);
        double wanted = direction > 0 ? snapped - from : from + length - snapped;
        return horizontal ? limits.clampWidth(wanted) : limits.clampHeight(wanted);
    }

    @Override
    public void move(PointerEvent event) {
        core.previewSize(Map.of(item.key(), place(event)), keepsAutoHeight() ? Set.of(item.key()) : Set.of());
    }

    @Override
    public void release(PointerEvent event) {
        Rect to = place(event);
        if (to.equals(origin)) {
            core.clearPreview();
            return;
        }
        move(event);
        Optional<Adjustment> change = change(to);
        boolean changed = change.isPresent()
                && performer.change(core.url, new Intent.Arrange(Map.of(item.key(), change.get())));
        if (changed) core.keepPreview();
        else core.clearPreview();
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
        core.clearPreview();
    }
}
