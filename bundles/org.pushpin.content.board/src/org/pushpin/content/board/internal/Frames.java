// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which frame each card belongs to. Two people can, at the same time, put two frames into each other; a chain that does
 * not end counts as no frame at all, on every replica alike. What was in a frame that is gone belongs to the frame around
 * that one.
 */
final class Frames {

    /** Frames within frames; what is deeper is as good as endless. */
    static final int DEEPEST = 64;

    private final Cards cards;
    private final Map<String, Card> shown = new HashMap<>();

    Frames(Cards cards, List<Card> shown) {
        this.cards = cards;
        shown.forEach(card -> this.shown.put(card.key(), card));
    }

    /** The key of the frame around a card; empty when there is none that is shown. */
    String of(String key) {
        return depth(key) < 0 ? "" : next(key);
    }

    /** How many frames are around a card; -1 when they are endless. */
    int depth(String key) {
        String at = next(key);
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at.isEmpty()) return depth;
            at = next(at);
        }
        return -1;
    }

    /** The nearest that is shown, or empty; endless chains of those that are gone end here. */
    private String next(String key) {
        String at = frame(key);
        for (int gone = 0; gone < DEEPEST; gone++) {
            if (at.isEmpty() || shown.containsKey(at)) return at;
            at = frame(at);
        }
        return "";
    }

    private String frame(String key) {
        Card card = shown.get(key);
        return card != null ? card.frame() : cards.card(key).map(Card::frame).orElse("");
    }
}
