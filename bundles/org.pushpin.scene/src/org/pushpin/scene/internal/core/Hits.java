// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.internal.render.SceneItem;

/** What is shown at a place, where a gesture has it and not where the document says. Ui thread. */
public final class Hits {

    /** So far around a frame's edge it is taken, in points. */
    private static final double EDGE = 6;
    /** So near something snaps, in points. */
    private static final double REACH = 6;

    private final Core core;

    Hits(Core core) {
        this.core = core;
    }

    /** From back to front; a card whose text is edited lies on top. Costs what is there and what is previewed. */
    List<SceneItem> in(Rect area) {
        List<SceneItem> shown = new ArrayList<>(core.scene().map(scene -> scene.in(area)).orElse(List.of()));
        Set<String> previewed = core.preview.keys();
        if (!previewed.isEmpty()) {
            shown.removeIf(item -> previewed.contains(item.key()));
            previewed.forEach(key -> core.item(key).filter(item -> core.shown(item).intersects(area)).ifPresent(shown::add));
            shown.sort(Comparator.comparingDouble(SceneItem::z).thenComparing(SceneItem::key));
        }
        core.item(core.edited).filter(shown::remove).ifPresent(shown::add);
        return shown;
    }

    /** The uppermost: a card before an arrow, an arrow before a frame. */
    Optional<SceneItem> at(Point board) {
        double edge = EDGE / core.camera.zoom();
        List<SceneItem> there = in(new Rect(board.x() - edge, board.y() - edge, 2 * edge, 2 * edge)).reversed();
        Optional<SceneItem> card = there.stream().filter(item -> !item.holds() && takes(item, board)).findFirst();
        return card.or(() -> core.arrows.at(board))
                .or(() -> there.stream().filter(item -> item.holds() && takes(item, board)).findFirst());
    }

    /** How near something must be to snap to it, in board units. */
    public double reach() {
        return REACH / core.camera.zoom();
    }

    /** Where items in sight lie, but for some. */
    public List<Rect> neighbours(Set<String> except) {
        return in(core.camera.viewport(core.width, core.height)).stream()
                .filter(item -> !except.contains(item.key()) && !item.isLabel()).map(core::shown).toList();
    }

    /** A frame is taken at its edge and at its title, so that inside of it there is paper; labels by {@link Arrows}. */
    private boolean takes(SceneItem item, Point board) {
        Rect at = core.shown(item);
        if (item.isLabel()) return false;
        if (!item.holds()) return at.contains(board);
        double reach = EDGE / core.camera.zoom();
        boolean edge = at.grown(reach).contains(board) && !at.grown(-reach).contains(board);
        return edge || Parts.firstEditor(item).map(title -> title.at().grown(EDGE).moved(at.x(), at.y()))
                .filter(title -> title.contains(board)).isPresent();
    }
}
