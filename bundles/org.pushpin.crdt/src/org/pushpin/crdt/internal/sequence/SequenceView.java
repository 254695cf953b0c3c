// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.EdgeWalk;
import org.pushpin.crdt.internal.tree.Edges;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.Text;
import org.pushpin.crdt.internal.tree.CodePoints;
import org.pushpin.crdt.internal.tree.Walk;

/**
 * The elements of a list or a text, to be read. An index counts UTF-16 units of what shows in a text, elements that show in a list. All
 * questions cost O(log n) but those that return everything.
 */
public abstract sealed class SequenceView permits Sequence, SequenceEditor {
    SequenceView() {
    }

    abstract Node root();

    /** Whose nodes may still change. */
    abstract Object owner();

    /** The sum over all of a dimension of {@link Inner}. */
    abstract int total(int dimension);

    public abstract boolean isText();

    /** What it is now, as a value. O(1) */
    public abstract Sequence frozen();

    /** UTF-16 units, or elements of a list, that show. */
    public final int length() {
        return total(Inner.UNITS);
    }

    /** Code points that show; of a list, elements. */
    public final int codePoints() {
        return total(Inner.POINTS);
    }

    /** UTF-8 bytes of what shows; of a list, elements. */
    public final int utf8Length() {
        return total(Inner.BYTES);
    }

    /** All elements, deleted ones too. */
    public final int elements() {
        return total(Inner.ELEMENTS);
    }

    /** Whether there are marks that show, or empty strings. */
    public final boolean hasMarks() {
        return total(Inner.SPECIALS) > 0;
    }

    /** To the element that covers an index that exists. Good until the next question. */
    abstract Path at(int index);

    /** To an element; null if it is unknown. Good until the next question. */
    abstract Path find(long element);

    /** Where the element that covers an index that exists starts. */
    abstract int start(int index);

    private Path covering(int index) {
        require(index);
        return at(index);
    }

    private void require(int index) {
        if (index < 0 || index >= length()) {
            throw new IndexOutOfBoundsException("index " + index + " of " + length());
        }
    }

    /** The element that covers an index. @throws IndexOutOfBoundsException unless something shows there */
    public final long elementAt(int index) {
        Path path = covering(index);
        return Span.id(path.leaf.spans, path.span * Span.SIZE, path.offset);
    }

    /** Where the element that covers an index starts. @throws IndexOutOfBoundsException unless something shows there */
    public final int startOf(int index) {
        require(index);
        return start(index);
    }

    /** Units of an element that show; 0 for an unknown one. */
    public final int widthOf(long element) {
        Path path = find(element);
        if (path == null) {
            return 0;
        }
        int[] s = path.leaf.spans;
        int at = path.span * Span.SIZE;
        int units = Span.units(s, at);
        if (units == 0 || s[at + Span.LENGTH] == 1) {
            return units;
        }
        return units == s[at + Span.LENGTH] ? 1
                : CodePoints.size(path.leaf.chars[path.leaf.charsOf(path.span) + path.leaf.bytesOf(path.span, 0, path.offset)]) == 4 ? 2 : 1;
    }

    public final boolean contains(long element) {
        return find(element) != null;
    }

    /** Where an element starts; −1 if it does not show or is unknown. */
    public final int indexOf(long element) {
        Path path = find(element);
        return path == null || Span.units(path.leaf.spans, path.span * Span.SIZE) == 0 ? -1 : path.index();
    }

    /** How many units show before an element, whether it shows or not; −1 if it is unknown. */
    public final int indexBefore(long element) {
        Path path = find(element);
        return path == null ? -1 : path.index();
    }

    /** Whether one element stands before another; false if one of them is unknown. */
    public final boolean precedes(long one, long other) {
        Path first = find(one);
        Path kept = first == null ? null : first.copy();
        Path second = first == null ? null : find(other);
        return second != null && kept.precedes(second);
    }

    /** The operations of an element, not to be modified; none if it is unknown. */
    public final Register ops(long element) {
        Path path = find(element);
        return path == null ? Register.empty() : path.leaf.ops(path.span, path.offset);
    }

    /** The operations of the element that covers an index. @throws IndexOutOfBoundsException unless something shows there */
    public final Register opsAt(int index) {
        Path path = covering(index);
        return path.leaf.ops(path.span, path.offset);
    }

    /** The element after which an element was inserted, 0 for the beginning; also 0 if it is unknown. */
    public final long reference(long element) {
        Path path = find(element);
        return path == null ? 0 : Span.reference(path.leaf.spans, path.span * Span.SIZE, path.offset);
    }

    /**
     * An element itself if it shows, else the nearest that does among the one that it was inserted after, the one that that was inserted after,
     * and so on; 0 if none does. Costs O(log n) for each run of elements that do not show.
     */
    public final long shownFrom(long element) {
        long at = element;
        while (at != 0) {
            Path path = find(at);
            if (path == null) {
                return 0;
            }
            int[] s = path.leaf.spans;
            int span = path.span * Span.SIZE;
            if (Span.units(s, span) > 0) {
                return at;
            }
            at = Span.reference(s, span, 0);
        }
        return 0;
    }

    /** All that shows in a text. */
    public final String text() {
        return Text.of(root(), 0, utf8Length());
    }

    /** What shows from one index to another, half surrogate pairs as they are. @throws IndexOutOfBoundsException */
    public final String text(int from, int to) {
        if (from < 0 || to < from || to > length()) {
            throw new IndexOutOfBoundsException("from " + from + " to " + to + " of " + length());
        }
        if (from == to) {
            return "";
        }
        int start = Text.convert(root(), from, Inner.UNITS, Inner.BYTES);
        int end = Text.convert(root(), to, Inner.UNITS, Inner.BYTES);
        int units = Text.convert(root(), start, Inner.BYTES, Inner.UNITS);
        boolean half = Text.convert(root(), end, Inner.BYTES, Inner.UNITS) < to;
        String text = Text.of(root(), start, half ? end + 4 : end);
        return text.substring(from - units, to - units);
    }

    /** From UTF-16 units to code points; an index inside one counts it not. */
    public final int codePointsBefore(int index) {
        return convert(index, Inner.UNITS, Inner.POINTS);
    }

    public final int indexOfCodePoint(int codePoint) {
        return convert(codePoint, Inner.POINTS, Inner.UNITS);
    }

    /** From UTF-16 units to UTF-8 bytes; an index inside a code point counts it not. */
    public final int utf8Before(int index) {
        return convert(index, Inner.UNITS, Inner.BYTES);
    }

    public final int indexOfUtf8(int offset) {
        return convert(offset, Inner.BYTES, Inner.UNITS);
    }

    private int convert(int value, int from, int to) {
        if (value < 0 || value > total(from)) {
            throw new IndexOutOfBoundsException(value + " of " + total(from));
        }
        return Text.convert(root(), value, from, to);
    }

    /** The edges of marks before the element that covers an index, or before the end. */
    public final Edges edgesBefore(int index) {
        if (index == length()) {
            return Edges.of(root(), owner());
        }
        Node root = root();
        Path path = new Path(root.height());
        path.toUnit(root, index);
        return Edges.before(path, owner());
    }

    /** Goes over all edges of marks from one index to another, both included. Costs what it tells, and O(log n). */
    public final void edges(int from, int to, EdgeWalk.Sink sink) {
        if (hasMarks()) {
            EdgeWalk.over(root(), from, to, sink);
        }
    }

    /** A cursor over all elements in order. A later edit makes it useless. */
    public final Runs runs() {
        Walk walk = new Walk(root());
        walk.enterAll();
        return new Runs(walk);
    }

    /** A cursor over all elements from one on. @throws IllegalArgumentException if it is unknown */
    public final Runs runs(long fromElement) {
        Path path = find(fromElement);
        if (path == null) {
            throw new IllegalArgumentException("unknown element");
        }
        return new Runs(new Walk(path));
    }
}
