// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.EnumSet;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Caption;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.RenderContext;
import org.pushpin.content.View;

/**
 * What an entry of a board's {@code cards} says, read once: a value without the document.
 *
 * @param framing whether it is a frame
 * @param frame the key of the entry that it names as its frame; empty: none
 * @param fits as high as its content
 * @param view null where it is not shown
 */
record Pin(String key, boolean shown, boolean framing, String frame, double z, Rect bounds, boolean fits, Set<Ability> can,
        View view, Caption caption) {

    private static final Set<Ability> CARD = Set.copyOf(EnumSet.of(Ability.SELECT, Ability.MOVE, Ability.RESIZE,
            Ability.REMOVE, Ability.CONNECT, Ability.LOCK));
    private static final Set<Ability> LOCKED = Set.copyOf(EnumSet.of(Ability.SELECT, Ability.CONNECT, Ability.UNLOCK));
    private static final Set<Ability> FRAME = with(CARD, Ability.HOLD, Ability.DROP);
    private static final Set<Ability> LOCKED_FRAME = with(LOCKED, Ability.HOLD);

    /** Cards lie between this and its negative, frames below. */
    private static final double HIGHEST = 1e15;
    private static final double FRAMES = -2 * HIGHEST;

    private static Set<Ability> with(Set<Ability> some, Ability... others) {
        EnumSet<Ability> all = EnumSet.copyOf(some);
        all.addAll(Set.of(others));
        return Set.copyOf(all);
    }

    static Pin of(Card card, Look look) {
        boolean shown = card.shown();
        boolean framing = card.isFrame();
        View view = !shown ? null : framing ? look.host().frame(card) : embed(card, look);
        return new Pin(card.key(), shown, framing, card.frame(), card.z(), card.bounds(),
                !framing && card.height().isEmpty(), can(framing, card.locked()), view,
                framing ? Captions.of(card.fields(), Card.TITLE) : Caption.NONE);
    }

    private static View embed(Card card, Look look) {
        return card.url().<View>map(url -> new View.Embed(url, RenderContext.BOARD)).orElseGet(look::unreadable);
    }

    private static Set<Ability> can(boolean framing, boolean locked) {
        if (framing) return locked ? LOCKED_FRAME : FRAME;
        return locked ? LOCKED : CARD;
    }

    /** @param inside the key of the frame around it; empty: none */
    Item card(String inside) {
        return new Item(key, bounds, fits, Math.clamp(z, -HIGHEST, HIGHEST), inside, can, view);
    }

    /** @param rank among the frames, from the lowest */
    Item frame(String inside, int rank) {
        return new Item(key, bounds, fits, FRAMES + rank, inside, can, view, caption);
    }

    /** Whether what belongs to what, and which frame lies above which, is as before. */
    boolean isBuiltLike(Pin before) {
        return before != null && shown == before.shown && framing == before.framing && frame.equals(before.frame)
                && (!framing || z == before.z);
    }
}
