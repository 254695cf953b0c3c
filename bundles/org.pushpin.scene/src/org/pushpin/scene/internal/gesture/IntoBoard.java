// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.core.Clips;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Hint;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.transfer.Clip;

/**
 * Cards that are let go on the card of a board go onto that board, below what is there, with the frames and arrows among
 * them. One change of each of the two boards, and one step of undo of both.
 */
final class IntoBoard {

    private final Core core;
    private final Performer performer;
    private final NestedBoards boards;
    private final List<SceneItem> moving;
    private final Set<String> keys;
    private Optional<SceneItem> target = Optional.empty();

    /** @param moving what is dragged, and what is in it */
    IntoBoard(Core core, Performer performer, List<SceneItem> moving) {
        this.core = core;
        this.performer = performer;
        boards = new NestedBoards(core, performer);
        this.moving = moving;
        keys = moving.stream().map(SceneItem::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Shows which board would take it. @param free while a key is held that keeps cards where they are put */
    boolean hover(Point pointer, boolean free) {
        Optional<SceneItem> now = free ? Optional.empty() : at(core.camera.board(pointer.x(), pointer.y()));
        target = now;
        core.hint = now.map(board -> new Hint(label(board), pointer));
        now.ifPresent(board -> core.taking = Set.of(board.key()));
        return now.isPresent();
    }

    private String label(SceneItem board) {
        int cards = (int) moving.stream().filter(item -> !item.holds()).count();
        return core.messages().get("into.board", cards, boards.title(board));
    }

    private Optional<SceneItem> at(Point point) {
        return boards.at(point, keys).filter(board -> moving.stream().map(moved -> moved.rendered().url())
                .noneMatch(moved -> moved != null && moved.id().equals(board.rendered().url().id())));
    }

    /** @return whether a board takes it; what is previewed then stays until it is done */
    boolean drop() {
        core.hint = Optional.empty();
        core.taking = Set.of();
        if (target.isEmpty()) return false;
        DocumentUrl board = target.get().rendered().url();
        Clip clip = new Clips(core).of(moving);
        core.services.factory().room(board).whenComplete((room, failure) -> core.host.execute(() -> {
            if (failure != null) core.preview.clear();
            else move(clip, board, room);
        }));
        return true;
    }

    private void move(Clip clip, DocumentUrl board, Point room) {
        Point corner = clip.corner();
        Map<DocumentUrl, List<Intent>> changes = new LinkedHashMap<>();
        changes.put(board, Clips.Pasting.of(clip, room.x() - corner.x(), room.y() - corner.y(), url -> url, (frame, at) -> "").intents());
        changes.put(core.url, List.of(new Intent.Remove(keys)));
        if (performer.change(changes)) core.preview.keep();
        else core.preview.clear();
    }

    void cancel() {
        core.hint = Optional.empty();
        core.taking = Set.of();
    }
}
