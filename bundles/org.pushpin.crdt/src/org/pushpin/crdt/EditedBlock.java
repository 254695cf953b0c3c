// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;

/** A block of a sequence that is being changed, in a linked list of blocks: a copy is made when it is first touched. One thread. */
final class EditedBlock {
    /** The block that this one still is; null from the first change on. */
    private Sequence.Block source;
    Element[] elements;
    private int[] counters;
    int size;
    int width;
    boolean marked;
    EditedBlock previous;
    EditedBlock next;

    private EditedBlock(Sequence.Block source) {
        this.source = source;
        this.elements = source.elements();
        this.counters = source.counters();
        this.size = source.size();
        this.width = source.width();
        this.marked = source.marked();
    }

    /** Links a new block behind another, if there is one. */
    static EditedBlock after(EditedBlock previous, Sequence.Block source) {
        EditedBlock block = new EditedBlock(source);
        if (previous != null) {
            block.previous = previous;
            block.next = previous.next;
            previous.next = block;
            if (block.next != null) {
                block.next.previous = block;
            }
        }
        return block;
    }

    /** Makes a copy of its own, with room for a full block; to be called before any change. */
    void own() {
        if (source != null) {
            elements = Arrays.copyOf(elements, Sequence.BLOCK);
            counters = Arrays.copyOf(counters, Sequence.BLOCK);
            source = null;
        }
    }

    int find(OpId id) {
        int counter = (int) id.counter();
        for (int i = 0; i < size; i++) {
            if (counters[i] == counter && elements[i].id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Makes room at an offset; the width is the caller's business. */
    void insert(int offset, Element element) {
        System.arraycopy(elements, offset, elements, offset + 1, size - offset);
        System.arraycopy(counters, offset, counters, offset + 1, size - offset);
        elements[offset] = element;
        counters[offset] = (int) element.id().counter();
        size++;
        marked |= element.op.action() == Action.MARK;
    }

    /** Moves what is behind {@code half} to a new block. */
    EditedBlock split(int half) {
        EditedBlock right = after(this, Sequence.block(Arrays.copyOfRange(elements, half, size)));
        Arrays.fill(elements, half, size, null);
        size = half;
        width -= right.width;
        return right;
    }

    /** The block as it is now; a later change will copy it. */
    Sequence.Block block() {
        if (source == null) {
            elements = Arrays.copyOf(elements, size);
            counters = Arrays.copyOf(counters, size);
            source = new Sequence.Block(elements, counters, width, marked);
        }
        return source;
    }
}
