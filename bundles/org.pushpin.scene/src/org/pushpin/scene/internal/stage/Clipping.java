// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.pushpin.content.Ability;
import org.pushpin.content.CardSize;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.core.Clips;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Grouping;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.transfer.Clip;

/**
 * Takes what is selected off the board as a clip, and puts clips on it: frames with what is in them, and the arrows
 * between what is taken. One step of undo. Ui thread.
 */
final class Clipping {

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;

    Clipping(Core core, Performer performer, Pointing pointing) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
    }

    // off the board

    /** What is selected, and what is in it. */
    Clip selected() {
        return new Clips(core).of(new Grouping(core).inside(core.selected(Ability.SELECT)));
    }

    // duplicates

    boolean any() {
        return !core.selected(Ability.MOVE).isEmpty();
    }

    boolean anyDocument() {
        return core.selected(Ability.MOVE).stream().anyMatch(item -> item.holds() || item.rendered().handle().isPresent());
    }

    /** Pins the same documents once more, a cell to the right and below. */
    void duplicate() {
        duplicate(url -> url);
    }

    /** Pins new documents that say the same. Those that are not here are pinned once more themselves. */
    void duplicateDocuments() {
        duplicate(copies());
    }

    private void duplicate(UnaryOperator<DocumentUrl> document) {
        Clip clip = new Clips(core).of(new Grouping(core).within(core.selected(Ability.MOVE)));
        put(Clips.Pasting.of(clip, CardSize.CELL, CardSize.CELL, document, (frame, at) -> frame), Set.copyOf(core.selection));
    }

    /** Makes a copy of each document once. */
    UnaryOperator<DocumentUrl> copies() {
        Map<DocumentUrl, DocumentUrl> made = new HashMap<>();
        return url -> made.computeIfAbsent(url, known -> {
            try {
                return core.services.factory().copy(known);
            } catch (IllegalArgumentException notHere) {
                return known;
            }
        });
    }

    // onto the board

    /** Puts a clip where its upper left corner comes to a point, and selects it. */
    void paste(Clip clip, Point at, UnaryOperator<DocumentUrl> document) {
        Point corner = clip.corner();
        Grouping grouping = new Grouping(core);
        put(Clips.Pasting.of(clip, at.x() - corner.x(), at.y() - corner.y(), document,
                (frame, place) -> grouping.around(place, Set.of()).map(SceneItem::key).orElse("")), outermost(clip));
    }

    /** Without what is inside something else of the clip. */
    private static Set<String> outermost(Clip clip) {
        Set<String> frames = new HashSet<>(clip.frames().stream().map(Clip.Frame::key).toList());
        Set<String> keys = new LinkedHashSet<>();
        clip.frames().stream().filter(frame -> !frames.contains(frame.frame())).forEach(frame -> keys.add(frame.key()));
        clip.cards().stream().filter(card -> !frames.contains(card.frame())).forEach(card -> keys.add(card.key()));
        return keys;
    }

    private void put(Clips.Pasting pasting, Set<String> chosen) {
        if (!performer.change(core.url, pasting.intents())) return;
        pointing.selectLater(chosen.stream().filter(pasting.keys()::containsKey).map(pasting.keys()::get).toList());
    }
}
