// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.CodePoints;
import org.pushpin.crdt.internal.tree.Walk;

/**
 * A cursor over the elements of a sequence in order, deleted ones too, by runs: {@link #next()} first. A run is one irregular element, or
 * regular ones with consecutive counters, each of which references the one before; runs that could be one may come in pieces. One
 * thread.
 */
public final class Runs {
    private final Walk walk;
    private boolean begun;
    private Leaf leaf;
    private int at;
    private int length;
    private int bytes;

    Runs(Walk walk) {
        this.walk = walk;
    }

    /** To the next run. @return false at the end */
    public boolean next() {
        if (begun) {
            walk.step(length, bytes);
        }
        begun = true;
        walk.enterAll();
        if (walk.atEnd()) {
            length = 0;
            bytes = 0;
            return false;
        }
        leaf = walk.leaf();
        at = walk.at();
        length = walk.left();
        bytes = isRegular() ? walk.offset == 0 ? Span.stored(leaf.spans, at) : walk.bytes(length) : 0;
        return true;
    }

    /**
     * To a later element of the same regular run; the run then begins there. {@link #next()} must have found the run.
     *
     * @return false, and stays, if the element is not one
     */
    public boolean skipTo(long element) {
        int ahead = (int) (element >>> 32) - counter();
        if (author() != (int) element || ahead < 0 || ahead >= length || !isRegular()) {
            return false;
        }
        if (ahead > 0) {
            int skipped = utf8Length(ahead);
            walk.step(ahead, skipped);
            length -= ahead;
            bytes -= skipped;
        }
        return true;
    }

    private boolean isRegular() {
        return Span.isRegular(leaf.spans, at);
    }

    public int author() {
        return leaf.spans[at + Span.AUTHOR];
    }

    /** The first element's, unsigned. */
    public int counter() {
        return leaf.spans[at + Span.COUNTER] + walk.offset;
    }

    /** The first element. */
    public long element() {
        return Span.id(leaf.spans, at, walk.offset);
    }

    /** How many elements. */
    public int length() {
        return length;
    }

    /** What the first element was inserted after, 0 for the beginning. */
    public long reference() {
        return Span.reference(leaf.spans, at, walk.offset);
    }

    /** The operation that deleted the first element; 0 if it is visible or irregular. */
    public long deleter() {
        return isRegular() ? Span.deleter(leaf.spans, at, walk.offset) : 0;
    }

    /** How the deleters' counters step from element to element: 1 or −1. */
    public int stride() {
        return isRegular() ? Span.stride(leaf.spans, at) : 1;
    }

    /** Units that show. */
    public int units() {
        if (!isRegular()) {
            return Span.units(leaf.spans, at);
        } else if (leaf.spans[at + Span.DEL_AUTHOR] >= 0) {
            return 0;
        }
        return walk.offset == 0 ? Span.storedUnits(leaf.spans, at) : CodePoints.units(leaf.chars, walk.chars, bytes);
    }

    /** The array that has the characters of a regular run, as UTF-8, visible or not. Not to be modified. */
    public byte[] utf8() {
        return leaf.chars;
    }

    public int utf8Offset() {
        return walk.chars;
    }

    /** 0 for an irregular element. */
    public int utf8Length() {
        return bytes;
    }

    /** UTF-8 bytes of the first so many elements of a regular run. */
    public int utf8Length(int elements) {
        return elements == length ? bytes : walk.bytes(elements);
    }

    /** The operations of an irregular element; null for a regular run. */
    public Register register() {
        return leaf.register(walk.span);
    }
}
