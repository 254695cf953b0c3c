// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

import java.util.Arrays;
import org.pushpin.crdt.internal.op.Authors;

/** An inner node: its children, and for each of them eight ints of sums. */
public final class Inner extends Node {
    /** UTF-16 units that show; in a list the elements that show. */
    public static final int UNITS = 0;
    /** Code points that show. */
    public static final int POINTS = 1;
    /** UTF-8 bytes of what shows. */
    public static final int BYTES = 2;
    /** Elements that show and have no width: marks, empty strings. */
    public static final int SPECIALS = 3;
    /** All elements, deleted ones too. */
    public static final int ELEMENTS = 4;
    /** Counter of the least id of an element. */
    public static final int LEAST_COUNTER = 5;
    /** Author of the least id of an element. */
    public static final int LEAST_AUTHOR = 6;
    /** The child's {@link Node#id}. */
    public static final int ID = 7;
    public static final int SIZE = 8;

    public final int height;
    public int count;
    public Node[] children;
    public int[] sums;

    public Inner(int id, Object owner, int height, int capacity) {
        super(id, owner);
        this.height = height;
        this.children = new Node[capacity];
        this.sums = new int[capacity * SIZE];
    }

    private Inner(Inner other, Object owner) {
        super(other.id, owner);
        this.height = other.height;
        this.count = other.count;
        this.children = Arrays.copyOf(other.children, other.count);
        this.sums = Arrays.copyOf(other.sums, other.count * SIZE);
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Inner copy(Object newOwner) {
        return new Inner(this, newOwner);
    }

    @Override
    public void sum(int[] out, int at, Authors authors) {
        long least = 0;
        Arrays.fill(out, at, at + LEAST_COUNTER, 0);
        for (int c = 0; c < count; c++) {
            for (int d = 0; d < LEAST_COUNTER; d++) {
                out[at + d] += sums[c * SIZE + d];
            }
            least = lesser(least(c), least, authors);
        }
        out[at + LEAST_COUNTER] = (int) (least >>> 32);
        out[at + LEAST_AUTHOR] = (int) least;
        out[at + ID] = id;
    }

    /** The lesser of two ids of which one or both may be missing. */
    public static long lesser(long a, long b, Authors authors) {
        return b == 0 || a != 0 && authors.compare(a, b) < 0 ? a : b;
    }

    /** Notes that a child has an element that may be its least. @return whether it is */
    public boolean lower(int slot, long element, Authors authors) {
        boolean less = lesser(element, least(slot), authors) == element;
        if (less) {
            sums[slot * SIZE + LEAST_COUNTER] = (int) (element >>> 32);
            sums[slot * SIZE + LEAST_AUTHOR] = (int) element;
        }
        return less;
    }

    /** The least id below a child. */
    public long least(int slot) {
        return (long) sums[slot * SIZE + LEAST_COUNTER] << 32 | sums[slot * SIZE + LEAST_AUTHOR];
    }

    public int slotOf(int nodeId) {
        for (int c = 0, at = ID; c < count; c++, at += SIZE) {
            if (sums[at] == nodeId) {
                return c;
            }
        }
        return -1;
    }

    public void insert(int slot, Node child, Authors authors) {
        if (count == children.length) {
            int capacity = count + Math.max(2, count / 4);
            children = Arrays.copyOf(children, capacity);
            sums = Arrays.copyOf(sums, capacity * SIZE);
        }
        System.arraycopy(children, slot, children, slot + 1, count - slot);
        System.arraycopy(sums, slot * SIZE, sums, (slot + 1) * SIZE, (count - slot) * SIZE);
        count++;
        children[slot] = child;
        child.sum(sums, slot * SIZE, authors);
    }

    public void remove(int slot) {
        count--;
        System.arraycopy(children, slot + 1, children, slot, count - slot);
        System.arraycopy(sums, (slot + 1) * SIZE, sums, slot * SIZE, (count - slot) * SIZE);
        children[count] = null;
    }

    /** Moves the children from a slot on to another, empty node. */
    public void moveTo(Inner other, int from) {
        int moved = count - from;
        System.arraycopy(children, from, other.children, 0, moved);
        System.arraycopy(sums, from * SIZE, other.sums, 0, moved * SIZE);
        Arrays.fill(children, from, count, null);
        other.count = moved;
        count = from;
    }
}
