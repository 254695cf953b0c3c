// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentId;

/**
 * Which items of a canvas are laid out, and which of them have to be looked at again: those that differ on the canvas,
 * whose documents changed, or that a person holds. One thread.
 */
final class Nearby {

    /** Parts of the viewport around it beyond which cards are let go. */
    private static final double KEPT = 1.5;

    /** By key: the epoch of views in which it was laid out; {@link #NEVER} if it has to be again. */
    private final Map<String, Long> laid = new HashMap<>();
    private static final long NEVER = -1;
    private Set<String> held = Set.of();
    private Set<String> heldBefore = Set.of();
    private Optional<Rect> viewport = Optional.empty();
    /** Whether documents may be open that nothing shows. */
    private boolean leftovers;

    /** Begins a pass. @return keys of what is laid out first and every time, because a person holds it, or did just now */
    Set<String> begin(Request request) {
        heldBefore = held;
        held = new LinkedHashSet<>(request.lifted());
        held.addAll(request.expanded());
        held.addAll(request.sizes().keySet());
        request.composing().ifPresent(composing -> held.add(composing.item()));
        request.revealed().ifPresent(revealed -> held.add(revealed.item()));
        Set<String> first = new LinkedHashSet<>(held);
        first.addAll(heldBefore);
        return first;
    }

    boolean holds(String key) {
        return laid.containsKey(key);
    }

    void differs(String key) {
        laid.computeIfPresent(key, (same, epoch) -> NEVER);
    }

    /** Whether an item is to be laid out, as far as one can tell without doing so. */
    boolean isStale(SceneItem item, long epoch) {
        Long last = laid.get(item.key());
        return last == null || last != epoch || !Views.isCurrent(item.rendered());
    }

    /** An item is laid out. @param before what it was */
    void laid(SceneItem item, SceneItem before, long epoch) {
        boolean first = laid.put(item.key(), epoch) == null;
        leftovers |= !first && !sameDocuments(item.rendered(), before.rendered());
    }

    private static boolean sameDocuments(Rendered a, Rendered b) {
        boolean same = a.nested().isEmpty() && b.nested().isEmpty() || a.nested().keySet().equals(b.nested().keySet());
        return same && (a.url() == null ? b.url() == null : b.url() != null && a.url().id().equals(b.url().id()));
    }

    /** The plan is another. */
    void retain(Plan plan) {
        leftovers |= laid.keySet().removeIf(key -> plan.number(key).isEmpty());
    }

    void clear() {
        leftovers |= !laid.isEmpty();
        laid.clear();
    }

    /**
     * Lets go of what is far away.
     *
     * @param changed numbers of what may lie elsewhere; null for all
     * @return the numbers of those that become places again
     */
    List<Integer> letGo(Plan plan, SceneItem[] shown, Request request, List<Integer> changed) {
        Optional<Rect> view = request.sight().viewport();
        if (view.isEmpty()) return List.of();
        boolean some = changed != null && view.equals(viewport) && held.containsAll(heldBefore);
        viewport = view;
        Rect kept = request.sight().around(KEPT);
        List<Integer> gone = new ArrayList<>();
        if (some) changed.stream().filter(number -> isGone(shown[number], kept)).forEach(gone::add);
        else laid.keySet().forEach(key -> plan.number(key).ifPresent(number -> {
            if (isGone(shown[number], kept)) gone.add(number);
        }));
        for (int number : gone) laid.remove(shown[number].key());
        leftovers |= !gone.isEmpty();
        return gone;
    }

    private boolean isGone(SceneItem item, Rect kept) {
        return laid.containsKey(item.key()) && !item.at().intersects(kept) && !held.contains(item.key());
    }

    /** What has to stay open, if documents may be open that nothing shows. */
    Optional<Set<DocumentId>> leftovers(Rendered root, Plan plan, SceneItem[] shown) {
        if (!leftovers) return Optional.empty();
        leftovers = false;
        Set<DocumentId> ids = new HashSet<>();
        collect(root, ids);
        for (String key : laid.keySet()) plan.number(key).ifPresent(number -> collect(shown[number].rendered(), ids));
        return Optional.of(ids);
    }

    static void collect(Rendered rendered, Set<DocumentId> into) {
        if (rendered.url() != null) into.add(rendered.url().id());
        rendered.nested().values().forEach(inner -> collect(inner, into));
    }
}
