// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Objects;
import org.pushpin.crdt.internal.sequence.Sequence;

/**
 * The characters of a text at one moment, with U+FFFC for what is not a string. Indexes are UTF-16 units, as in any
 * {@link CharSequence}; positions in code points, UTF-8 bytes and graphemes (what a reader takes for one character: extended grapheme
 * clusters, UAX #29) are converted from and to them. Immutable; any thread. Two are equal if their characters are.
 *
 * <p>Cost: O(log n) for a character, a piece, or a conversion to and from code points and UTF-8; the next and the previous grapheme look at
 * what is around the index only. {@link #toString}, {@link #equals}, {@link #hashCode} and the counting of graphemes go over all of it.
 */
public final class Text implements CharSequence {
    /** Units that are read at once, for those that ask for one after the other. */
    private static final int CHUNK = 512;
    /** Units in which the end of a grapheme is looked for at first. */
    private static final int WINDOW = 64;

    private final Sequence sequence;
    /** What was read last. It may be computed twice, by two threads, to no harm: it is immutable. */
    private Chunk recent = new Chunk(0, "");

    private record Chunk(int start, String characters) {
    }

    Text(Sequence sequence) {
        this.sequence = sequence;
    }

    /** UTF-16 units. Constant time. */
    @Override
    public int length() {
        return sequence.length();
    }

    @Override
    public char charAt(int index) {
        Chunk chunk = recent;
        int at = index - chunk.start;
        if (at < 0 || at >= chunk.characters.length()) {
            Objects.checkIndex(index, length());
            int start = index - index % CHUNK;
            chunk = new Chunk(start, sequence.text(start, Math.min(start + CHUNK, length())));
            recent = chunk;
            at = index - start;
        }
        return chunk.characters.charAt(at);
    }

    /** The characters from one index to another. */
    @Override
    public String subSequence(int start, int end) {
        return sequence.text(start, end);
    }

    /** Code points. Constant time. */
    public int codePointCount() {
        return sequence.codePoints();
    }

    /** Bytes of the UTF-8 form. Constant time. */
    public int utf8Length() {
        return sequence.utf8Length();
    }

    /** How many code points there are before an index; one that the index is inside of does not count. */
    public int codePointsBefore(int index) {
        return sequence.codePointsBefore(index);
    }

    /** The index of a code point, or of the end. @param codePoint how many there are before it */
    public int indexOfCodePoint(int codePoint) {
        return sequence.indexOfCodePoint(codePoint);
    }

    /** How many bytes of UTF-8 there are before an index; those of a code point that the index is inside of do not count. */
    public int utf8Before(int index) {
        return sequence.utf8Before(index);
    }

    /** The index at so many bytes of UTF-8; that of the beginning of a code point if they end inside it. */
    public int indexOfUtf8(int bytes) {
        return sequence.indexOfUtf8(bytes);
    }

    /** Where the grapheme ends that covers an index; the length for the end. */
    public int graphemeEnd(int index) {
        Objects.checkIndex(index, length() + 1);
        int start = sureBoundary(index);
        for (int window = WINDOW; index < length(); window *= 4) {
            int end = codePointStart(Math.min(length(), index + window));
            int found = start + breaks(start, end).following(index - start);
            if (found < end || end == length()) {
                return found;
            }
        }
        return index;
    }

    /** Where the grapheme starts that covers an index; the length for the end. */
    public int graphemeStart(int index) {
        return index == length() ? index : previousGrapheme(index + 1);
    }

    /** Where the grapheme starts that ends at an index, or is cut by it; 0 for the beginning. */
    public int previousGrapheme(int index) {
        Objects.checkIndex(index, length() + 1);
        if (index == 0) {
            return 0;
        }
        int start = sureBoundary(index - 1);
        return start + breaks(start, codePointStart(Math.min(length(), index + 1))).preceding(index - start);
    }

    private BreakIterator breaks(int start, int end) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(sequence.text(start, end));
        return breaks;
    }

    /** The last place, at an index or before it, where graphemes end whatever is around: in most scripts that is near. */
    private int sureBoundary(int index) {
        int at = index == length() ? Math.max(0, index - 1) : index;
        while (at > 0 && !(isPlain(charAt(at - 1)) && isPlain(charAt(at)) && charAt(at) != '\n')) {
            at--;
        }
        return at;
    }

    /** Whether a character stands for itself between others of its kind, but for a line feed: Latin, kana, Han. */
    private static boolean isPlain(char c) {
        return c < 0x300 || c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FA || c >= 0x3400 && c <= 0x9FFF;
    }

    private int codePointStart(int index) {
        return index == length() ? index : sequence.indexOfCodePoint(sequence.codePointsBefore(index));
    }

    /** How many graphemes end at an index or before it. Goes over all before it. */
    public int graphemesBefore(int index) {
        Objects.checkIndex(index, length() + 1);
        BreakIterator breaks = breaks(0, length());
        int count = 0;
        while (breaks.next() != BreakIterator.DONE && breaks.current() <= index) {
            count++;
        }
        return count;
    }

    /** The index of a grapheme, or of the end. @param grapheme how many there are before it. Goes over all before it. */
    public int indexOfGrapheme(int grapheme) {
        BreakIterator breaks = breaks(0, length());
        int found = grapheme == 0 ? 0 : grapheme < 0 ? BreakIterator.DONE : breaks.next(grapheme);
        if (found == BreakIterator.DONE) {
            throw new IndexOutOfBoundsException("grapheme " + grapheme);
        }
        return found;
    }

    /** Goes over all of the text. */
    public int graphemeCount() {
        return graphemesBefore(length());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Text t && (sequence == t.sequence || length() == t.length() && toString().equals(t.toString()));
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return sequence.text();
    }
}
