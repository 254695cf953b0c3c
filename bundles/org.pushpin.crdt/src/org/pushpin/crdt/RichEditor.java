// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.sequence.SequenceView;

/** The part of {@link Edit} that writes rich text, and whole contents. */
abstract sealed class RichEditor extends IdEditor permits Edit {
    RichEditor() {
    }

    private SequenceView existingText(ObjectId id) {
        SequenceView view = existing(id);
        if (!view.isText()) {
            throw new IllegalArgumentException("not a text: " + id);
        }
        return view;
    }

    /**
     * Marks what a text shows from one index to another. Nothing happens where that is nothing, and the mark takes in nothing at its edges.
     *
     * @param value null as a {@link Scalar} takes marks of the name away
     */
    public Edit mark(ObjectId text, int from, int to, ExpandMark expand, String name, Scalar value) {
        int length = existingText(text).length();
        if (from < 0 || to < from || to > length) {
            throw new IndexOutOfBoundsException("mark from " + from + " to " + to + " of " + length);
        }
        if (from < to || expand != ExpandMark.NONE) {
            String label = WellFormed.text(name);
            Scalar put = WellFormed.scalar(value);
            marked(text, transaction().mark(known(text), from, to, expand.before, expand.after, label, put), label, put, expand);
        }
        return self();
    }

    /** Takes marks of a name away. */
    public Edit unmark(ObjectId text, int from, int to, ExpandMark expand, String name) {
        return mark(text, from, to, expand, name, Scalar.NULL);
    }

    /** Inserts a block, an empty map that is one unit wide, before an index of a text. */
    public ObjectId splitBlock(ObjectId text, int index) {
        existingText(text);
        return self().insertObject(text, index, ObjectType.MAP);
    }

    /** As {@link #splitBlock(ObjectId, int)}, and says what it holds. */
    public ObjectId splitBlock(ObjectId text, int index, Map<String, Content> value) {
        ObjectId block = splitBlock(text, index);
        new ContentUpdate(self()).map(block, value);
        return block;
    }

    /** Deletes the block at an index. @throws IllegalArgumentException if there is none */
    public Edit joinBlock(ObjectId text, int index) {
        SequenceView view = existingText(text);
        Op block = index < 0 || index >= view.length() ? null : view.opsAt(index).winner();
        if (block == null || block.action() != Action.MAKE_MAP) {
            throw new IllegalArgumentException("no block at " + index);
        }
        transaction().write(known(text), view.elementAt(index), Action.DELETE, Scalar.NULL, new long[] {block.id()});
        return self();
    }

    /** Puts a new block in the place of one. */
    public ObjectId replaceBlock(ObjectId text, int index) {
        joinBlock(text, index);
        return splitBlock(text, index);
    }

    /** Makes a text another by as few splices of whole graphemes as there can be, so that what others write meanwhile stays where it belongs. */
    public Edit updateText(ObjectId text, String target) {
        existingText(text);
        TextUpdate.run(self(), text, WellFormed.text(target));
        return self();
    }

    /** As {@link #updateSpans(ObjectId, List, Function)}, where marks take in what is inserted at their ends. */
    public Edit updateSpans(ObjectId text, List<Span> target) {
        return updateSpans(text, target, name -> ExpandMark.AFTER);
    }

    /**
     * Makes a rich text another by few operations. A block in the place of another goes on being it, and is updated.
     *
     * @param expand by the name of a mark that is made or taken away
     */
    public Edit updateSpans(ObjectId text, List<Span> target, Function<String, ExpandMark> expand) {
        existingText(text);
        SpansUpdate.run(self(), text, target, expand);
        return self();
    }

    /**
     * Makes an object hold a content by few operations: nested objects of the right kind stay and are updated.
     *
     * @throws IllegalArgumentException if the object is of another kind
     */
    public Edit update(ObjectId object, Content content) {
        new ContentUpdate(self()).object(object, content);
        return self();
    }
}
