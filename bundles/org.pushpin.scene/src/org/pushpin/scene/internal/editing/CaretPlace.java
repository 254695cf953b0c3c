// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Rect;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.render.SceneItem;

/** Where the caret and the selection of a text are on the plane, and how they come into sight. Ui thread. */
final class CaretPlace {

    private final Core core;
    private Optional<Rect> last = Optional.empty();
    private boolean reveals;

    CaretPlace(Core core) {
        this.core = core;
    }

    /** The edit has ended. */
    void forget() {
        last = Optional.empty();
    }

    /** The caret is to be in sight when its lines are there. */
    void reveal() {
        reveals = true;
    }

    /** The caret, in board units; where it was while its lines are being made. @param found where the text is laid out */
    Optional<Rect> caret(String key, Optional<Parts.Found> found, int offset, boolean lineEnd) {
        Optional<SceneItem> item = core.item(key);
        if (item.isEmpty() || found.isEmpty()) return last;
        Rect in = Parts.block(found.get()).caret(offset, lineEnd);
        Rect card = core.shown(item.get());
        last = Optional.of(in.moved(card.x() + found.get().x(), card.y() + found.get().y()));
        return last;
    }

    /** What is in sight of a range of units, in board units. */
    List<Rect> areas(String key, Parts.Found found, int from, int to) {
        Rect card = core.shown(core.item(key).orElseThrow());
        List<Rect> areas = new ArrayList<>();
        Rect view = core.camera.viewport(core.width, core.height);
        double top = view.y() - card.y() - found.y();
        for (Rect area : Parts.block(found).selection(from, to, top, top + view.height())) areas.add(area.moved(card.x() + found.x(), card.y() + found.y()));
        return areas;
    }

    /** Moves the view as little as shows the caret, once, where that was asked for. */
    void bringIntoSight(Optional<Rect> caret) {
        boolean wanted = reveals;
        reveals = false;
        if (!wanted || caret.isEmpty()) return;
        Rect at = caret.get();
        Rect view = core.camera.viewport(core.width, core.height);
        double margin = Math.min(24, Math.min(view.width(), view.height()) / 4);
        double dx = Math.max(0, at.x() + margin - view.right()) + Math.min(0, at.x() - margin - view.x());
        double dy = Math.max(0, at.bottom() + margin - view.bottom()) + Math.min(0, at.y() - margin - view.y());
        if (dx != 0 || dy != 0) core.camera(core.camera.at(core.camera.x() + dx, core.camera.y() + dy));
    }
}
