// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.content.Ability;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.render.SceneItem;

/** A card was pressed: it will move, or what is on it is pressed, or it is selected alone. */
final class CardPress implements Gesture {

    /** How far a pressed pointer may tremble before it drags, in points. */
    static final double TREMBLE = 4;

    private final Core core;
    private final Performer performer;
    private final TextEditing editing;
    private final SceneItem item;
    private final Point start;
    private final PointerEvent event;
    private final boolean selectAlone;
    private final Consumer<Gesture> become;

    /**
     * @param selectAlone whether a press that does nothing else leaves only this card selected
     * @param become takes the gesture that goes on instead of this one
     */
    CardPress(Core core, Performer performer, TextEditing editing, SceneItem item, Point start, PointerEvent event,
            boolean selectAlone, Consumer<Gesture> become) {
        this.core = core;
        this.performer = performer;
        this.editing = editing;
        this.item = item;
        this.start = start;
        this.event = event;
        this.selectAlone = selectAlone;
        this.become = become;
    }

    @Override
    public void move(PointerEvent now) {
        boolean moves = core.selected(Ability.MOVE).stream().anyMatch(any -> any.key().equals(item.key()));
        boolean trembles = Math.hypot(now.x() - event.x(), now.y() - event.y()) <= TREMBLE;
        if (trembles || !moves) return;
        editing.end();
        Gesture moving = new MoveGesture(core, performer, start);
        become.accept(moving);
        moving.move(now);
    }

    @Override
    public void release(PointerEvent now) {
        if (event.modifiers().command() || event.modifiers().shift()) return;
        Rect at = core.shown(item);
        Optional<Parts.Pressable> pressed = Parts.pressable(item, start.x() - at.x(), start.y() - at.y())
                .filter(what -> !item.locked() || what.intent() instanceof Intent.Open);
        if (pressed.isPresent()) {
            performer.perform(pressed.get().owner().orElse(core.url), pressed.get().intent(), start);
        } else if (selectAlone) {
            core.select(Set.of(item.key()));
        }
    }

    @Override
    public void cancel() {
        // nothing has been done yet
    }
}
