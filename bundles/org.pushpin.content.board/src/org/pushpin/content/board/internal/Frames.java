// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which frame each card belongs to. Two people can, at the same time, put two frames into each other; a chain that does
 * not end counts as no frame at all, on every replica alike.
 */
final class Frames {

    /** Frames within frames; what is deeper is as good as endless. */
    static final int DEEPEST = 64;

    private final Map<String, String> frames = new HashMap<>();

    Frames(List<Card> cards) {
        cards.forEach(card -> frames.put(card.key(), card.frame()));
    }

    /** The key of the frame around a card; empty when there is none that is shown. */
    String of(String key) {
        String frame = frames.getOrDefault(key, "");
        return frames.containsKey(frame) && ends(key) ? frame : "";
    }

    private boolean ends(String key) {
        String at = key;
        for (int depth = 0; depth < DEEPEST; depth++) {
            at = frames.getOrDefault(at, "");
            if (at.isEmpty()) return true;
        }
        return false;
    }
}
