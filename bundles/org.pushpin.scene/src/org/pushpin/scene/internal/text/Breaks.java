// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.text.BreakIterator;

/** Where a caret may go: between what a person takes for characters, and between words. */
public final class Breaks {

    /** How far a word or character may reach; beyond it a break is taken anyway, so that a step stays cheap. */
    private static final int WINDOW = 512;

    private Breaks() {
    }

    /** The next place between characters, in a direction of +1 or -1. */
    public static int character(String text, int from, int direction) {
        return step(BreakIterator.getCharacterInstance(), text, from, direction);
    }

    /** The start of the next word, or of the present or former one going back. */
    public static int word(String text, int from, int direction) {
        int at = from;
        do {
            at = step(BreakIterator.getWordInstance(), text, at, direction);
        } while (at > 0 && at < text.length() && !beginsWord(text, at));
        return at;
    }

    /** The word at a place, as start and end; white space counts as a word. */
    public static int[] wordAt(String text, int at) {
        if (text.isEmpty()) return new int[] {0, 0};
        int inside = Math.clamp(at, 0, text.length() - 1);
        int end = step(BreakIterator.getWordInstance(), text, inside, 1);
        return new int[] {step(BreakIterator.getWordInstance(), text, end, -1), end};
    }

    private static boolean beginsWord(String text, int at) {
        return !Character.isWhitespace(text.codePointAt(at));
    }

    private static int step(BreakIterator breaks, String text, int from, int direction) {
        int low = Math.max(0, from - WINDOW);
        int high = Math.min(text.length(), from + WINDOW);
        breaks.setText(text.substring(low, high));
        int found = direction > 0 ? from >= text.length() ? BreakIterator.DONE : breaks.following(from - low)
                : from <= 0 ? BreakIterator.DONE : breaks.preceding(from - low);
        if (found == BreakIterator.DONE) return Math.clamp(from, 0, text.length());
        return low + found;
    }
}
