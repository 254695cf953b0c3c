// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.scene.internal.render.Request;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * What a gesture shows elsewhere, or of another size, than the document has it: while the gesture goes on, and from its
 * end until a scene has its result. Ui thread.
 */
public final class Preview {

    private final Core core;
    private Map<String, Rect> moved = Map.of();
    private boolean sizing;
    /** Items as high as their content, whatever their place says. */
    private Set<String> fitted = Set.of();
    /** The scene from which on documents say what is previewed; 0 while a gesture goes on. */
    private long until;

    Preview(Core core) {
        this.core = core;
    }

    /** Shows items elsewhere while a gesture goes on. */
    public void move(Map<String, Rect> places) {
        boolean begins = !moved.keySet().equals(places.keySet());
        moved = Map.copyOf(places);
        sizing = false;
        until = 0;
        if (begins) core.request();
        core.damaged();
    }

    /** @param fitted items as high as their content, whatever their place says */
    public void size(Map<String, Rect> places, Set<String> fitted) {
        moved = Map.copyOf(places);
        this.fitted = Set.copyOf(fitted);
        sizing = true;
        until = 0;
        core.request();
        core.damaged();
    }

    /** The gesture's result is in the document: what is previewed stays until a scene has it. */
    public void keep() {
        until = Long.MAX_VALUE;
        until = core.request();
    }

    /** Shows everything where the document has it. */
    public void clear() {
        boolean sized = sizing && until == 0 || !moved.isEmpty();
        moved = Map.of();
        fitted = Set.of();
        sizing = false;
        until = 0;
        if (sized) core.request();
        core.damaged();
    }

    /** Ends when the scene has the gesture's result. */
    void scene(Scene made) {
        if (until > 0 && made.number() >= until) clear();
    }

    /** The keys of what is shown elsewhere than the document has it. */
    Set<String> keys() {
        return moved.keySet();
    }

    /** The sizes that a scene has to lay out anew, while a gesture goes on. */
    Map<String, Request.Sizing> sizes() {
        Map<String, Request.Sizing> sizes = new HashMap<>();
        if (sizing && until == 0) moved.forEach((key, at) -> sizes.put(key, new Request.Sizing(at, fitted.contains(key))));
        return sizes;
    }

    /** Where a card or frame is shown. */
    Rect at(SceneItem item) {
        Rect preview = moved.get(item.key());
        if (preview == null) return item.at();
        return new Rect(preview.x(), preview.y(), sizing ? preview.width() : item.at().width(),
                sizing && !fitted.contains(item.key()) ? preview.height() : item.at().height());
    }

    /** Whether a card is shown as high as its content: as a gesture has it, else as the document says. */
    public boolean autoHeight(SceneItem item) {
        return sizing && moved.containsKey(item.key()) ? fitted.contains(item.key()) : item.autoHeight();
    }
}
