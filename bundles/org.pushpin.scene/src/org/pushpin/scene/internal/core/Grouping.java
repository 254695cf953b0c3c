// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Which frame holds what, as it was when this was made: gathered once, so that a step of a gesture costs only the frames.
 */
public final class Grouping {

    private final Core core;
    private final Map<String, List<SceneItem>> members = new HashMap<>();
    /** From the highest to the lowest. */
    private final List<SceneItem> frames;

    public Grouping(Core core) {
        this.core = core;
        List<SceneItem> items = core.items();
        for (SceneItem item : items) {
            if (!item.frame().isEmpty()) members.computeIfAbsent(item.frame(), key -> new ArrayList<>()).add(item);
        }
        frames = items.reversed().stream().filter(SceneItem::holds).toList();
    }

    /** What a move takes along: what is selected, and whatever is in that, as far as it can be moved. */
    public List<SceneItem> moving() {
        return within(core.selected(Ability.MOVE));
    }

    /** Items, and those inside them that can be moved. */
    public List<SceneItem> within(List<SceneItem> outer) {
        Map<String, SceneItem> all = new LinkedHashMap<>();
        for (SceneItem item : outer) collect(item, all);
        return List.copyOf(all.values());
    }

    /** Items, and all that is inside them. */
    public List<SceneItem> inside(List<SceneItem> outer) {
        Map<String, SceneItem> all = new LinkedHashMap<>();
        for (SceneItem item : outer) all(item, all);
        return List.copyOf(all.values());
    }

    private void all(SceneItem item, Map<String, SceneItem> into) {
        if (into.putIfAbsent(item.key(), item) != null) return;
        members.getOrDefault(item.key(), List.of()).forEach(member -> all(member, into));
    }

    private void collect(SceneItem item, Map<String, SceneItem> into) {
        if (!item.can().contains(Ability.MOVE) || into.putIfAbsent(item.key(), item) != null) return;
        members.getOrDefault(item.key(), List.of()).forEach(member -> collect(member, into));
    }

    /** The innermost frame around a place, that is not one of some items. */
    public Optional<SceneItem> around(Rect place, Set<String> except) {
        return frames.stream().filter(frame -> !except.contains(frame.key()) && frame.can().contains(Ability.DROP)
                && core.shown(frame).contains(place.center())).findFirst();
    }

    /** Shows which frame would take what is being moved. */
    public void hover(Set<String> moving, Map<String, Rect> places) {
        Set<String> taking = new HashSet<>();
        for (String key : outermost(moving)) {
            Optional<String> to = around(places.get(key), moving).map(SceneItem::key);
            boolean changes = !to.orElse("").equals(core.item(key).map(SceneItem::frame).orElse(""));
            if (changes) to.ifPresent(taking::add);
        }
        core.taking = taking;
    }

    public void hoverEnds() {
        core.taking = Set.of();
    }

    /** What has to be written when moved items are let go: one intent for each frame that they came into. */
    public List<Intent> dropped(Set<String> moved, Map<String, Rect> places) {
        Map<String, Set<String>> into = new LinkedHashMap<>();
        for (String key : outermost(moved)) {
            String to = around(places.get(key), moved).map(SceneItem::key).orElse("");
            boolean changes = core.item(key).filter(item -> !item.frame().equals(to)).isPresent();
            if (changes) into.computeIfAbsent(to, frame -> new LinkedHashSet<>()).add(key);
        }
        List<Intent> intents = new ArrayList<>();
        into.forEach((frame, keys) -> intents.add(new Intent.Reparent(keys, frame)));
        return intents;
    }

    /** Those whose frame does not come along. */
    private List<String> outermost(Set<String> moving) {
        return moving.stream().filter(key -> core.item(key).filter(item -> !moving.contains(item.frame())).isPresent())
                .toList();
    }
}
