// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which frame each card belongs to. Two people can, at the same time, put two frames into each other; a chain that does
 * not end counts as no frame at all, on every replica alike. What was in a frame that is gone belongs to the frame around
 * that one.
 *
 * @param frame the key that an entry, shown or removed, names as its frame; empty for none
 * @param shown whether there is an entry with a key, and it is not removed
 */
record Frames(UnaryOperator<String> frame, Predicate<String> shown) {

    /** Frames within frames; what is deeper is as good as endless. */
    static final int DEEPEST = 64;

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
        String at = frame.apply(key);
        for (int gone = 0; gone < DEEPEST; gone++) {
            if (at.isEmpty() || shown.test(at)) return at;
            at = frame.apply(at);
        }
        return "";
    }
}
