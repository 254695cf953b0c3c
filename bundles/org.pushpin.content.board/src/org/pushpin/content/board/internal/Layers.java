// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What lies above what: every frame below every card, a frame inside another above that one; else as {@code z} says. */
record Layers(Frames frames) {

    /** From the lowest to the highest. @param cards as {@link Cards#shown()} has them */
    List<Card> order(List<Card> cards) {
        if (cards.stream().noneMatch(Card::isFrame)) return cards;
        List<Card> order = new ArrayList<>(cards);
        order.sort(Comparator.comparingInt(this::layer).thenComparing(Card.BY_HEIGHT));
        return order;
    }

    private int layer(Card card) {
        return card.isFrame() ? Math.max(0, frames.depth(card.key())) : Frames.DEEPEST;
    }
}
