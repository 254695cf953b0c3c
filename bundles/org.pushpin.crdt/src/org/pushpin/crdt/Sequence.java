// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The elements of a list or text in document order, tombstones included: blocks of at most {@link #BLOCK} elements. Immutable; versions
 * share the blocks that did not change. Finding an index is a binary search over blocks, finding an id a scan of their counters.
 */
final class Sequence {
    static final int BLOCK = 256;

    /**
     * A block. The counters of its elements' ids stand beside them, so that a search touches no element.
     *
     * @param marked whether marks may begin or end here
     */
    record Block(Element[] elements, int[] counters, int width, boolean marked) {
        int size() {
            return elements.length;
        }

        int find(OpId id) {
            int counter = (int) id.counter();
            for (int i = 0; i < counters.length; i++) {
                if (counters[i] == counter && elements[i].id().equals(id)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** An element's place: block and offset in it. */
    record Place(int block, int offset) {
    }

    static final Block NO_ELEMENTS = block(new Element[0]);
    static final Sequence EMPTY = new Sequence(new Block[0]);

    final Block[] blocks;
    /** Width before each block, and in all at the end; computed when first asked for. */
    private int[] starts;
    private String text;

    Sequence(Block[] blocks) {
        this.blocks = blocks;
    }

    static Sequence of(List<Element> elements) {
        int per = BLOCK * 3 / 4;
        Block[] blocks = new Block[(elements.size() + per - 1) / per];
        for (int i = 0; i < blocks.length; i++) {
            List<Element> part = elements.subList(i * per, Math.min(elements.size(), (i + 1) * per));
            blocks[i] = block(part.toArray(new Element[0]));
        }
        return new Sequence(blocks);
    }

    static Block block(Element[] elements) {
        int[] counters = new int[elements.length];
        int width = 0;
        boolean marked = false;
        for (int i = 0; i < elements.length; i++) {
            marked |= elements[i].op.action() == Action.MARK;
            counters[i] = (int) elements[i].id().counter();
            width += elements[i].width;
        }
        return new Block(elements, counters, width, marked);
    }

    private int[] starts() {
        int[] known = starts;
        if (known == null) {
            known = new int[blocks.length + 1];
            for (int i = 0; i < blocks.length; i++) {
                known[i + 1] = known[i] + blocks[i].width;
            }
            starts = known;
        }
        return known;
    }

    int width() {
        return starts()[blocks.length];
    }

    /** The visible element that covers a unit, or null. */
    Element at(int index) {
        int[] from = starts();
        if (index < 0 || index >= from[blocks.length]) {
            return null;
        }
        int found = Arrays.binarySearch(from, index);
        int block = found < 0 ? -2 - found : found;
        while (blocks[block].width == 0) {
            block++;
        }
        int left = index - from[block];
        for (Element e : blocks[block].elements) {
            if (left < e.width) {
                return e;
            }
            left -= e.width;
        }
        throw new IllegalStateException("a block of wrong width");
    }

    Place find(OpId id) {
        for (int b = 0; b < blocks.length; b++) {
            int offset = blocks[b].find(id);
            if (offset >= 0) {
                return new Place(b, offset);
            }
        }
        return null;
    }

    Element get(Place place) {
        return blocks[place.block].elements[place.offset];
    }

    /** The visible index at which the element stands, or would stand. */
    int indexOf(Place place) {
        int index = starts()[place.block];
        for (int i = 0; i < place.offset; i++) {
            index += blocks[place.block].elements[i].width;
        }
        return index;
    }

    void forEach(Consumer<Element> action) {
        for (Block block : blocks) {
            for (Element e : block.elements) {
                action.accept(e);
            }
        }
    }

    String text() {
        String known = text;
        if (known == null) {
            StringBuilder out = new StringBuilder(width());
            forEach(e -> {
                if (e.width > 0) {
                    out.append(e.text());
                }
            });
            known = out.toString();
            text = known;
        }
        return known;
    }
}
