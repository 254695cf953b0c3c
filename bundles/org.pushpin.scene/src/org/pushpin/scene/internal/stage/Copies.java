// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.pushpin.content.Ability;
import org.pushpin.content.CardSize;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Grouping;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Duplicates what is selected, a cell to the right and below: frames with what is in them, and the arrows between what is
 * duplicated. One step of undo.
 */
final class Copies {

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;

    Copies(Core core, Performer performer, Pointing pointing) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
    }

    boolean any() {
        return !core.selected(Ability.MOVE).isEmpty();
    }

    boolean anyDocument() {
        return core.selected(Ability.MOVE).stream().anyMatch(item -> item.holds() || item.rendered().handle().isPresent());
    }

    /** Pins the same documents once more. */
    void placements() {
        copy(url -> url);
    }

    /** Pins new documents that say the same. Those that are not here are pinned once more themselves. */
    void documents() {
        Map<DocumentUrl, DocumentUrl> made = new HashMap<>();
        copy(url -> performer.handle(url).isEmpty() ? url
                : made.computeIfAbsent(url, known -> core.services.factory().copy(known)));
    }

    private void copy(UnaryOperator<DocumentUrl> document) {
        List<SceneItem> originals = new Grouping(core).within(core.selected(Ability.MOVE));
        Map<String, String> keys = new LinkedHashMap<>();
        originals.forEach(item -> keys.put(item.key(), Placements.key()));
        List<Placement> cards = new ArrayList<>();
        List<Intent> frames = new ArrayList<>();
        for (SceneItem item : core.items()) {
            if (!keys.containsKey(item.key())) continue;
            Rect at = item.at().moved(CardSize.CELL, CardSize.CELL);
            if (item.holds()) frames.add(new Intent.Enclose(keys.get(item.key()), at, Set.of(), ""));
            else if (item.rendered().url() != null) cards.add(card(item, at, keys.get(item.key()), document));
        }
        List<Intent> intents = new ArrayList<>(frames);
        if (!cards.isEmpty()) intents.add(new Intent.Insert(cards));
        for (SceneItem item : originals) intents.addAll(framed(item, keys));
        intents.addAll(arrows(keys));
        if (performer.change(core.url, intents)) pointing.selectLater(chosen(keys));
    }

    private static Placement card(SceneItem item, Rect at, String key, UnaryOperator<DocumentUrl> document) {
        OptionalDouble height = item.autoHeight() ? OptionalDouble.empty() : OptionalDouble.of(at.height());
        return new Placement(key, document.apply(item.rendered().url()), at.corner(), at.width(), height);
    }

    /** Into the copy of its frame, or into the same one. */
    private static List<Intent> framed(SceneItem item, Map<String, String> keys) {
        if (item.frame().isEmpty()) return List.of();
        return List.of(new Intent.Reparent(Set.of(keys.get(item.key())), keys.getOrDefault(item.frame(), item.frame())));
    }

    private List<Intent> arrows(Map<String, String> keys) {
        List<Intent> intents = new ArrayList<>();
        for (Edge edge : core.scene().flatMap(Scene::canvas).map(View.Canvas::edges).orElse(List.of())) {
            boolean within = keys.containsKey(edge.from().item()) && keys.containsKey(edge.to().item());
            if (within) intents.add(new Intent.Connect(Placements.key(),
                    Edge.End.of(keys.get(edge.from().item()), edge.from().arrow()),
                    Edge.End.of(keys.get(edge.to().item()), edge.to().arrow())));
        }
        return intents;
    }

    /** The copies of what was selected, without what came along. */
    private List<String> chosen(Map<String, String> keys) {
        return keys.entrySet().stream().filter(entry -> core.selection.contains(entry.getKey())).map(Map.Entry::getValue)
                .toList();
    }
}
