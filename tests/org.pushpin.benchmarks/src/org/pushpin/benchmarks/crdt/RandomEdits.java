// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.List;

/** Single keystrokes at random places, the same for the same seed in Java and in JavaScript (mulberry32): two in three insert. */
public final class RandomEdits {
    private int state;

    public RandomEdits(int seed) {
        state = seed;
    }

    public int next(int bound) {
        state += 0x6d2b79f5;
        int t = (state ^ state >>> 15) * (1 | state);
        t = t + (t ^ t >>> 7) * (61 | t) ^ t;
        return (int) (Integer.toUnsignedLong(t ^ t >>> 14) % bound);
    }

    /** Keystrokes on a text of {@code length} characters. */
    public List<TextEdit> keystrokes(int length, int count) {
        List<TextEdit> edits = new ArrayList<>();
        int size = length;
        for (int i = 0; i < count; i++) {
            if (next(3) > 0 || size == 0) {
                edits.add(new TextEdit(next(size + 1), 0, String.valueOf((char) ('a' + next(26)))));
                size++;
            } else {
                edits.add(new TextEdit(next(size), 1, ""));
                size--;
            }
        }
        return edits;
    }
}
