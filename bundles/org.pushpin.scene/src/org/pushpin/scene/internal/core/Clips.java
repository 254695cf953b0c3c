// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.transfer.Clip;

/** Takes items off a board as a clip, and says what has to be written to put a clip on one. Ui thread. */
public record Clips(Core core) {

    /** Items, and the arrows between them. */
    public Clip of(List<SceneItem> items) {
        Map<String, SceneItem> taken = new LinkedHashMap<>();
        items.forEach(item -> taken.put(item.key(), item));
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

    /**
     * What puts a clip on a board. @param keys of the new items, by those in the clip
     *
     * @param document what is pinned in place of each document
     * @param around the frame for what lies in none of the clip's, by the frame that it was in and by its place; empty: none
     */
    public record Pasting(Clip clip, Map<String, String> keys, double dx, double dy, UnaryOperator<DocumentUrl> document,
            BiFunction<String, Rect, String> around) {

        public static Pasting of(Clip clip, double dx, double dy, UnaryOperator<DocumentUrl> document,
                BiFunction<String, Rect, String> around) {
            Map<String, String> keys = new HashMap<>();
            clip.frames().forEach(frame -> keys.put(frame.key(), Placements.key()));
            clip.cards().forEach(card -> keys.put(card.key(), Placements.key()));
            return new Pasting(clip, keys, dx, dy, document, around);
        }

        public List<Intent> intents() {
            List<Intent> intents = new ArrayList<>();
            for (Clip.Frame frame : clip.frames()) {
                intents.add(new Intent.Enclose(keys.get(frame.key()), frame.at().moved(dx, dy), Set.of(), "", frame.caption()));
            }
            List<Placement> cards = clip.cards().stream().map(this::placement).toList();
            if (!cards.isEmpty()) intents.add(new Intent.Insert(cards));
            Map<String, List<String>> into = new LinkedHashMap<>();
            clip.frames().forEach(frame -> into(frame.key(), frame.frame(), frame.at(), into));
            clip.cards().forEach(card -> into(card.key(), card.frame(), card.at(), into));
            into.forEach((frame, members) -> intents.add(new Intent.Reparent(Set.copyOf(members), frame)));
            clip.arrows().forEach(arrow -> intents.add(new Intent.Connect(Placements.key(), end(arrow.from()), end(arrow.to()),
                    arrow.caption())));
            return intents;
        }

        private Placement placement(Clip.Card card) {
            Rect at = card.at().moved(dx, dy);
            OptionalDouble height = card.autoHeight() ? OptionalDouble.empty() : OptionalDouble.of(at.height());
            return new Placement(keys.get(card.key()), document.apply(card.url()), at.corner(), at.width(), height);
        }

        private void into(String key, String frame, Rect at, Map<String, List<String>> into) {
            String to = keys.containsKey(frame) ? keys.get(frame) : around.apply(frame, at.moved(dx, dy));
            if (!to.isEmpty()) into.computeIfAbsent(to, any -> new ArrayList<>()).add(keys.get(key));
        }

        private Edge.End end(Edge.End end) {
            return end.item().isEmpty() ? Edge.End.at(end.at().plus(dx, dy), end.arrow())
                    : Edge.End.of(keys.getOrDefault(end.item(), ""), end.arrow());
        }
    }
}
