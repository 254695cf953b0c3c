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
import org.pushpin.content.Point;
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
        return clip(new Grouping(core).inside(core.selected(Ability.SELECT)));
    }

    private Clip clip(List<SceneItem> some) {
        Map<String, SceneItem> taken = new LinkedHashMap<>();
        some.forEach(item -> taken.put(item.key(), item));
        List<Clip.Card> cards = new ArrayList<>();
        List<Clip.Frame> frames = new ArrayList<>();
        for (SceneItem item : core.items()) {
            if (!taken.containsKey(item.key())) continue;
            DocumentUrl url = item.rendered().url();
            if (item.holds()) frames.add(new Clip.Frame(item.key(), item.frame(), item.at(), item.source().caption()));
            else if (url != null) cards.add(new Clip.Card(item.key(), item.frame(), url, item.at(), item.autoHeight()));
        }
        return new Clip(cards, frames, arrows(taken.keySet()));
    }

    /** Those whose ends are taken, or free. */
    private List<Clip.Arrow> arrows(Set<String> taken) {
        List<Clip.Arrow> arrows = new ArrayList<>();
        for (Edge edge : core.scene().flatMap(Scene::canvas).map(View.Canvas::edges).orElse(List.of())) {
            boolean from = taken.contains(edge.from().item());
            boolean to = taken.contains(edge.to().item());
            boolean within = from && (to || edge.to().item().isEmpty()) || to && edge.from().item().isEmpty();
            if (within) arrows.add(new Clip.Arrow(edge.from(), edge.to(), edge.caption()));
        }
        return arrows;
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
        Clip clip = clip(new Grouping(core).within(core.selected(Ability.MOVE)));
        put(clip, CardSize.CELL, CardSize.CELL, document, true, Set.copyOf(core.selection));
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
        put(clip, at.x() - corner.x(), at.y() - corner.y(), document, false, outermost(clip));
    }

    /** Without what is inside something else of the clip. */
    private static Set<String> outermost(Clip clip) {
        Set<String> frames = new java.util.HashSet<>(clip.frames().stream().map(Clip.Frame::key).toList());
        Set<String> keys = new java.util.LinkedHashSet<>();
        clip.frames().stream().filter(frame -> !frames.contains(frame.frame())).forEach(frame -> keys.add(frame.key()));
        clip.cards().stream().filter(card -> !frames.contains(card.frame())).forEach(card -> keys.add(card.key()));
        return keys;
    }

    /** @param stays whether what was in a frame that is not of the clip belongs to that frame; else to what it lands in */
    private void put(Clip clip, double dx, double dy, UnaryOperator<DocumentUrl> document, boolean stays, Set<String> chosen) {
        Map<String, String> keys = new HashMap<>();
        clip.frames().forEach(frame -> keys.put(frame.key(), Placements.key()));
        clip.cards().forEach(card -> keys.put(card.key(), Placements.key()));
        List<Intent> intents = new ArrayList<>();
        for (Clip.Frame frame : clip.frames()) {
            intents.add(new Intent.Enclose(keys.get(frame.key()), frame.at().moved(dx, dy), Set.of(), "", frame.caption()));
        }
        List<Placement> cards = clip.cards().stream().map(card -> placement(card, keys, dx, dy, document)).toList();
        if (!cards.isEmpty()) intents.add(new Intent.Insert(cards));
        Grouping grouping = new Grouping(core);
        Map<String, List<String>> into = new LinkedHashMap<>();
        clip.frames().forEach(frame -> into(frame.key(), frame.frame(), frame.at().moved(dx, dy), keys, stays, grouping, into));
        clip.cards().forEach(card -> into(card.key(), card.frame(), card.at().moved(dx, dy), keys, stays, grouping, into));
        into.forEach((frame, members) -> intents.add(new Intent.Reparent(Set.copyOf(members), frame)));
        clip.arrows().forEach(arrow -> intents.add(new Intent.Connect(Placements.key(), end(arrow.from(), keys, dx, dy),
                end(arrow.to(), keys, dx, dy), arrow.caption())));
        if (!performer.change(core.url, intents)) return;
        pointing.selectLater(chosen.stream().filter(keys::containsKey).map(keys::get).toList());
    }

    private static Placement placement(Clip.Card card, Map<String, String> keys, double dx, double dy,
            UnaryOperator<DocumentUrl> document) {
        Rect at = card.at().moved(dx, dy);
        OptionalDouble height = card.autoHeight() ? OptionalDouble.empty() : OptionalDouble.of(at.height());
        return new Placement(keys.get(card.key()), document.apply(card.url()), at.corner(), at.width(), height);
    }

    private static void into(String key, String frame, Rect at, Map<String, String> keys, boolean stays, Grouping grouping,
            Map<String, List<String>> into) {
        String around = keys.containsKey(frame) ? keys.get(frame) : stays ? frame
                : grouping.around(at, Set.of()).map(SceneItem::key).orElse("");
        if (!around.isEmpty()) into.computeIfAbsent(around, any -> new ArrayList<>()).add(keys.get(key));
    }

    private static Edge.End end(Edge.End end, Map<String, String> keys, double dx, double dy) {
        return end.item().isEmpty() ? Edge.End.at(end.at().plus(dx, dy), end.arrow())
                : Edge.End.of(keys.getOrDefault(end.item(), ""), end.arrow());
    }
}
