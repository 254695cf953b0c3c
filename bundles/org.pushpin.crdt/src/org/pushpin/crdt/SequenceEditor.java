// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence while it is being changed: its blocks as a linked list, copied when first touched. Remembers where it worked last, so that
 * typing costs O(1); after many searches by id it builds an index of ids. One thread.
 */
final class SequenceEditor {
    private final boolean text;
    private final EditedBlock head = EditedBlock.after(null, Sequence.NO_ELEMENTS);
    private int blocks;
    private boolean marked;
    private int width;
    private Sequence frozen;
    private EditedBlock cursor = head;
    private int cursorStart;
    private EditedBlock recent = head;
    private int searches;
    private Map<OpId, EditedBlock> index;
    private EditedBlock node;
    private int offset;

    SequenceEditor(Sequence sequence, boolean text) {
        this.text = text;
        this.frozen = sequence;
        EditedBlock last = head;
        for (Sequence.Block block : sequence.blocks) {
            last = EditedBlock.after(last, block);
            width += last.width;
            marked |= last.marked;
            blocks++;
        }
    }

    int width() {
        return width;
    }

    Sequence sequence() {
        if (frozen == null) {
            Sequence.Block[] all = new Sequence.Block[blocks];
            int i = 0;
            for (EditedBlock n = head.next; n != null; n = n.next) {
                all[i++] = n.block();
            }
            frozen = new Sequence(all);
        }
        return frozen;
    }

    /** Moves to the visible element that covers unit {@code at}, and returns where it starts; −1 if there is none. */
    int moveTo(int at) {
        if (at < 0 || at >= width) {
            return -1;
        }
        while (at < cursorStart) {
            cursor = cursor.previous;
            cursorStart -= cursor.width;
        }
        while (at >= cursorStart + cursor.width) {
            cursorStart += cursor.width;
            cursor = cursor.next;
        }
        node = cursor;
        offset = 0;
        int start = cursorStart;
        while (start + node.elements[offset].width <= at) {
            start += node.elements[offset++].width;
        }
        return start;
    }

    /** Moves to an element, visible or not; null is the place before all. @return false if it is unknown */
    boolean moveTo(OpId id) {
        if (id == null) {
            node = head;
            offset = -1;
            return true;
        }
        offset = recent.find(id);
        if (offset >= 0) {
            node = recent;
            return true;
        }
        node = index == null ? scan(id) : index.get(id);
        if (node == null) {
            return false;
        }
        recent = node;
        offset = node.find(id);
        return true;
    }

    private EditedBlock scan(OpId id) {
        if (++searches > 8 + blocks / 4) {
            buildIndex();
            return index.get(id);
        }
        EditedBlock n = head.next;
        while (n != null && n.find(id) < 0) {
            n = n.next;
        }
        return n;
    }

    private void buildIndex() {
        index = new HashMap<>(blocks * Sequence.BLOCK);
        for (EditedBlock n = head.next; n != null; n = n.next) {
            for (int i = 0; i < n.size; i++) {
                index.put(n.elements[i].id(), n);
            }
        }
    }

    /** The element moved to; null before all. */
    Element current() {
        return offset < 0 ? null : node.elements[offset];
    }

    /** Moves one element on, visible or not; false, without moving, at the end. */
    boolean advance() {
        if (offset + 1 < node.size) {
            offset++;
            return true;
        }
        EditedBlock n = node.next;
        while (n != null && n.size == 0) {
            n = n.next;
        }
        if (n == null) {
            return false;
        }
        node = n;
        offset = 0;
        return true;
    }

    /** Moves back to a place {@link #mark}ed before, if nothing changed meanwhile. */
    void moveTo(Mark mark) {
        node = mark.node;
        offset = mark.offset;
    }

    Mark mark() {
        return new Mark(node, offset);
    }

    /** A place to come back to. */
    static final class Mark {
        private final EditedBlock node;
        private final int offset;

        private Mark(EditedBlock node, int offset) {
            this.node = node;
            this.offset = offset;
        }
    }

    /** Inserts after the current element, as the rules of RGA place it: past elements of greater id. Moves to it. */
    void insert(Element element) {
        Mark place = mark();
        while (advance() && current().id().compareTo(element.id()) > 0) {
            place = mark();
        }
        moveTo(place);
        insertHere(element);
    }

    private void insertHere(Element element) {
        if (node == head) {
            if (head.next == null) {
                EditedBlock.after(head, Sequence.NO_ELEMENTS);
                blocks++;
            }
            node = head.next;
            offset = -1;
        }
        touch();
        if (node.size == Sequence.BLOCK) {
            split();
            node.own();
        }
        offset++;
        node.insert(offset, element);
        marked |= node.marked;
        if (index != null) {
            index.put(element.id(), node);
        }
        widen(element.width);
    }

    /** Replaces the current element by another state of itself. */
    void replace(Element element) {
        touch();
        int before = node.elements[offset].width;
        node.elements[offset] = element;
        widen(element.width - before);
    }

    private void touch() {
        frozen = null;
        node.own();
        recent = node;
        if (node != cursor) {
            cursor = head;
            cursorStart = 0;
        }
    }

    private void widen(int by) {
        node.width += by;
        width += by;
    }

    /** Moves the second half of the full current block to a new one, and stays on the current element. */
    private void split() {
        boolean typing = offset == Sequence.BLOCK - 1 && node.next == null;
        int half = typing ? Sequence.BLOCK - 16 : Sequence.BLOCK / 2;
        EditedBlock right = node.split(half);
        blocks++;
        for (int i = 0; i < right.size && index != null; i++) {
            index.put(right.elements[i].id(), right);
        }
        if (offset >= half) {
            node = right;
            offset -= half;
            recent = right;
            cursor = head;
            cursorStart = 0;
        }
    }

    /** Whether element {@code a} stands before element {@code b}; false if one is unknown. The current element is kept. */
    boolean precedes(OpId a, OpId b) {
        Mark place = mark();
        boolean known = moveTo(a);
        Mark first = mark();
        known = known && moveTo(b);
        Mark second = mark();
        moveTo(place);
        if (!known || first.node == second.node) {
            return known && first.offset < second.offset;
        }
        EditedBlock n = first.node;
        while (n != null && n != second.node) {
            n = n.next;
        }
        return n != null;
    }

    /**
     * From the element after which to insert, moves past marks that shall not take in, or shall take in, what is inserted: beginnings that
     * expand and ends that do not. Pairs with nothing between are passed over (Automerge, {@code op_set/insert.rs}).
     */
    void passMarks() {
        if (!marked) {
            return;
        }
        List<Mark> candidates = new ArrayList<>(List.of(mark()));
        List<OpId> passed = new ArrayList<>(Collections.singletonList(null));
        while (advance() && current().width == 0) {
            skipTombstones();
            Op op = current().op;
            if (op.action() != Action.MARK) {
                continue;
            }
            int pair = op.mark() == null ? passed.indexOf(new OpId(op.id().counter() - 1, op.id().actor(), op.id().branch())) : -1;
            if (pair >= 0) {
                candidates.subList(pair, candidates.size()).clear();
                passed.subList(pair, passed.size()).clear();
            } else if (op.expand() == (op.mark() != null)) {
                candidates.add(mark());
                passed.add(op.id());
            }
        }
        moveTo(candidates.getLast());
    }

    /** At the beginning of a block where nothing shows and no mark is: to its end. */
    private void skipTombstones() {
        if (offset == 0 && node.width == 0 && !node.marked) {
            offset = node.size - 1;
        }
    }

    boolean isText() {
        return text;
    }
}
