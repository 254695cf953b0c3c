// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Size;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Hint;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.gesture.NestedBoards;
import org.pushpin.scene.internal.render.SceneItem;

/** Where what is dragged over the stage would land, and what it would become. Ui thread. */
final class DropHint {

    /** In board units: of what is dragged the size is not known. */
    private static final Size CARD = new Size(300, 100);

    private final Core core;
    private final NestedBoards boards;
    private Optional<SceneItem> onto = Optional.empty();
    private Optional<Rect> place = Optional.empty();

    DropHint(Core core, NestedBoards boards) {
        this.core = core;
        this.boards = boards;
    }

    /** In points; empty while nothing is dragged here, or it would go onto a board that lies here as a card. */
    Optional<Rect> place() {
        return place;
    }

    /** Something is dragged to a place, in points. */
    void over(double x, double y) {
        Point at = core.camera.board(x, y);
        onto = boards.at(at, Set.of());
        core.taking = onto.map(board -> Set.of(board.key())).orElse(Set.of());
        land(onto.isPresent() ? Optional.empty() : Optional.of(under(at)));
    }

    private Rect under(Point at) {
        Point corner = new Point(Placements.snap(at.x()), Placements.snap(at.y()));
        return core.camera.points(Rect.at(corner, CARD));
    }

    private void land(Optional<Rect> now) {
        if (now.equals(place) && onto.isEmpty()) return;
        place = now;
        core.damaged();
    }

    /** Says beside the pointer what would become of it. */
    void say(Transfer.Offer offer, double x, double y) {
        Optional<Hint> hint = Optional.of(new Hint(said(offer), new Point(x, y)));
        if (core.hint.equals(hint)) return;
        core.hint = hint;
        core.damaged();
    }

    private String said(Transfer.Offer offer) {
        if (onto.isPresent()) return core.messages().get("drop.onto", boards.title(onto.get()));
        return switch (offer) {
            case CARDS -> core.messages().get("drop.cards");
            case FILES -> core.messages().get("drop.files");
            case PICTURE -> core.messages().get("drop.picture");
            case TEXT -> core.messages().get("drop.text");
        };
    }

    /** Nothing is dragged here any longer. */
    void leave() {
        core.hint = Optional.empty();
        core.taking = Set.of();
        if (place.isEmpty() && onto.isEmpty()) return;
        onto = Optional.empty();
        place = Optional.empty();
        core.damaged();
    }
}
