// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** A string cut into what a reader takes for one character: extended grapheme clusters of Unicode (UAX #29). Immutable. */
public final class Graphemes {
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private final String text;
    private final int[] starts;

    /** @param starts of all clusters, and the end */
    private Graphemes(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    public static Graphemes of(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int[] starts = new int[Math.max(16, text.length() / 2)];
        int count = 0;
        for (int from = breaks.first(), to = from; to != BreakIterator.DONE; from = to, to = breaks.next()) {
            for (int at = unjoined(text, from, to); at <= to; at = at == to ? to + 1 : unjoined(text, at, to)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = at;
            }
        }
        return new Graphemes(text, Arrays.copyOf(starts, count));
    }

    /**
     * Where a cluster of the platform's really ends: it joins a pictograph to any joiner before it, Unicode only to one that comes right
     * behind a pictograph and what extends that (rule GB11).
     */
    private static int unjoined(String text, int from, int to) {
        for (int at = text.indexOf(JOINER, from, to) + 1; at > from && at < to; at = text.indexOf(JOINER, at, to) + 1) {
            if (Character.isExtendedPictographic(text.codePointAt(at)) && !isBehindPictograph(text, from, at - 1)) {
                return at;
            }
        }
        return to;
    }

    private static boolean isBehindPictograph(String text, int from, int joiner) {
        for (int at = joiner; at > from;) {
            int before = text.codePointBefore(at);
            if (!extendsPictograph(before)) {
                return Character.isExtendedPictographic(before);
            }
            at -= Character.charCount(before);
        }
        return false;
    }

    private static boolean extendsPictograph(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || codePoint == NON_JOINER
                || Character.isEmojiModifier(codePoint) || codePoint >= FIRST_TAG && codePoint <= LAST_TAG;
    }

    public int count() {
        return starts.length - 1;
    }

    /** UTF-16 units of some of them. */
    public int units(int from, int count) {
        return starts[from + count] - starts[from];
    }

    public String text(int from, int count) {
        return text.substring(starts[from], starts[from + count]);
    }

    /** Whether one of these is the same as one of others. */
    public boolean same(int index, Graphemes others, int other) {
        int length = units(index, 1);
        return length == others.units(other, 1) && text.regionMatches(starts[index], others.text, others.starts[other], length);
    }
}
