// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.scene.AccessibleList.Keys;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * Which card is in which frame, in reading order: what assistive technology walks through. Made once for a scene that is
 * asked about, linear in the number of cards; lists that have not changed stay the same objects. Ui thread.
 */
final class Outline {

    /** Frames in frames; what is deeper lies beside them. */
    private static final int DEEPEST = 16;
    private static final Keys NONE = new Keys(List.of());

    private final Core core;
    private List<SceneItem> known;
    private Keys top = NONE;
    private Map<String, Keys> members = Map.of();

    Outline(Core core) {
        this.core = core;
    }

    /** What is in no frame. */
    Keys top() {
        learn();
        return top;
    }

    /** What is in a frame. */
    Keys members(String frame) {
        learn();
        return members.getOrDefault(frame, NONE);
    }

    /** From the outermost frame to the item itself. */
    List<String> path(SceneItem item) {
        LinkedList<String> path = new LinkedList<>();
        for (Optional<SceneItem> at = Optional.of(item); at.isPresent(); at = frame(at.get())) path.addFirst(at.get().key());
        return path;
    }

    private void learn() {
        List<SceneItem> order = core.reading.all();
        if (order == known) return;
        known = order;
        List<String> outside = new ArrayList<>();
        Map<String, List<String>> inside = new HashMap<>();
        for (SceneItem item : order) {
            List<String> siblings = frame(item).map(f -> inside.computeIfAbsent(f.key(), k -> new ArrayList<>())).orElse(outside);
            siblings.add(item.key());
        }
        Map<String, Keys> before = members;
        Map<String, Keys> now = new HashMap<>();
        inside.forEach((frame, keys) -> now.put(frame, same(before.getOrDefault(frame, NONE), keys)));
        top = same(top, outside);
        members = now;
    }

    private static Keys same(Keys before, List<String> now) {
        return before.all().equals(now) ? before : new Keys(now);
    }

    /** The frame that an item is in; none where frames are in each other. */
    private Optional<SceneItem> frame(SceneItem item) {
        Optional<SceneItem> frame = holder(item);
        Optional<SceneItem> above = frame;
        for (int depth = 0; above.isPresent(); depth++) {
            if (depth == DEEPEST) return Optional.empty();
            above = holder(above.get());
        }
        return frame;
    }

    private Optional<SceneItem> holder(SceneItem item) {
        return item.frame().isEmpty() ? Optional.empty() : core.item(item.frame()).filter(SceneItem::holds);
    }
}
