// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** A string cut into what a reader takes for one character: extended grapheme clusters of Unicode (UAX #29). Immutable. */
public final class Graphemes {
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
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at;
        }
        return new Graphemes(text, Arrays.copyOf(starts, count));
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
