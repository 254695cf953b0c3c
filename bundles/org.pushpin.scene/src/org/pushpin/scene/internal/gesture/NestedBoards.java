// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.render.SceneItem;

/** The boards that lie as cards on the one that is shown, and take what is let go on them. Ui thread. */
public record NestedBoards(Core core, Performer performer) {

    private static final String BOARD = "board";

    /** The topmost card at a place, in board units, if it is a board that is here, and not this one. @param passed cards that are looked through */
    public Optional<SceneItem> at(Point point, Set<String> passed) {
        return core.itemsIn(new Rect(point.x(), point.y(), 0.01, 0.01)).reversed().stream()
                .filter(item -> !passed.contains(item.key()) && !item.holds()).findFirst().filter(this::takes);
    }

    private boolean takes(SceneItem item) {
        DocumentUrl url = item.rendered().url();
        return url != null && url.contentType().equals(BOARD) && !url.id().equals(core.url.id()) && performer.handle(url).isPresent();
    }

    /** What it is called beside the pointer. */
    public String title(SceneItem board) {
        return board.rendered().title().isBlank() ? core.messages().get("into.untitled") : board.rendered().title();
    }
}
