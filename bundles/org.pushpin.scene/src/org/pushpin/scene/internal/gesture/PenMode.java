// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Mark;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Drawing on a card: from its beginning, as editing has one, until Esc or a press elsewhere. Every press draws a line,
 * which is one change and one step of undo; it is shown as it was drawn until a scene has it. On the ui thread.
 */
public final class PenMode {

    /** Of one line; a hand that goes on begins another. */
    private static final int MOST_SAMPLES = 4000;

    private final Core core;
    private final Performer performer;
    private String key = "";
    private List<Point> trail = List.of();
    /** The scene from which on the document shows the trail; 0 while it is being drawn. */
    private long trailUntil;

    PenMode(Core core, Performer performer) {
        this.core = core;
        this.performer = performer;
    }

    /** Where on a card is drawn, in board units from its corner. */
    private record Sheet(View.Drawing drawing, double x, double y, double scale, Optional<Rendered> owner) {}

    private static Optional<Sheet> sheet(SceneItem item) {
        return Parts.find(item, found -> found.part() instanceof Laid.Figure figure
                && figure.drawing().can().contains(Ability.DRAW) && figure.drawing().pen().isPresent())
                .map(found -> new Sheet(((Laid.Figure) found.part()).drawing(), found.x(), found.y(),
                        ((Laid.Figure) found.part()).scale(), found.owner()));
    }

    public boolean active() {
        return !key.isEmpty();
    }

    public boolean active(SceneItem item) {
        return item.key().equals(key);
    }

    /** @return whether the card can be drawn on */
    boolean begin(SceneItem item) {
        if (sheet(item).isEmpty() || item.locked()) return false;
        if (core.isCanvas() && item.can().contains(Ability.SELECT)) core.select(Set.of(item.key()));
        key = item.key();
        core.damaged();
        return true;
    }

    public void end() {
        if (!active()) return;
        key = "";
        trail = List.of();
        core.damaged();
    }

    /** A new scene: the card may be gone, or show what was drawn. */
    void scene(Scene made) {
        if (active() && made.item(key).isEmpty()) end();
        if (trailUntil > 0 && made.number() >= trailUntil) {
            trail = List.of();
            trailUntil = 0;
        }
    }

    /** What is being drawn, in points. */
    public Optional<Mark> mark() {
        if (trail.isEmpty()) return Optional.empty();
        return core.item(key).flatMap(PenMode::sheet).map(sheet -> {
            View.Pen pen = sheet.drawing.pen().orElseThrow();
            double zoom = core.camera.zoom();
            List<Point> points = trail.stream().map(at -> new Point((at.x() - core.camera.x()) * zoom,
                    (at.y() - core.camera.y()) * zoom)).toList();
            return new Mark.Path(List.of(points), Math.max(1, pen.width() * sheet.scale * zoom), false, pen.color());
        });
    }

    /** Begins a line. @param at in board units */
    Gesture draw(SceneItem item, Point at) {
        trail = new ArrayList<>(List.of(at));
        trailUntil = 0;
        core.damaged();
        return new Line(item.key());
    }

    /** One line, from press to release. */
    private final class Line implements Gesture {
        private final String item;
        private final long began = core.host.now().toEpochMilli();
        private final List<Integer> times = new ArrayList<>(List.of(0));

        Line(String item) {
            this.item = item;
        }

        @Override
        public void move(PointerEvent event) {
            if (trail.size() >= MOST_SAMPLES || trail.isEmpty()) return;
            trail.add(core.camera.board(event.x(), event.y()));
            times.add((int) Math.clamp(core.host.now().toEpochMilli() - began, 0, Integer.MAX_VALUE));
            core.damaged();
        }

        @Override
        public void release(PointerEvent event) {
            Optional<SceneItem> card = core.item(item);
            Optional<Sheet> sheet = card.flatMap(PenMode::sheet);
            if (sheet.isEmpty() || trail.isEmpty()) return;
            Rect corner = core.shown(card.get());
            List<Intent.Sample> path = new ArrayList<>();
            for (int i = 0; i < trail.size(); i++) {
                path.add(new Intent.Sample((trail.get(i).x() - corner.x() - sheet.get().x) / sheet.get().scale,
                        (trail.get(i).y() - corner.y() - sheet.get().y) / sheet.get().scale, 1, times.get(i)));
            }
            DocumentUrl url = sheet.get().owner.map(Rendered::url).orElse(core.url);
            performer.perform(url, new Intent.Stroke(sheet.get().drawing.pen().orElseThrow().stroke(), path), Point.ORIGIN);
            trailUntil = core.request();
        }

        @Override
        public void cancel() {
            trail = List.of();
            core.damaged();
        }
    }
}
