// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can be asked of a document. Indexes are UTF-16 units in a text and elements in a list. An object, key or index that does not
 * exist, or is of another kind, reads as empty. Point reads cost O(log n) or a scan of a few hundred blocks; {@link #text} is O(n)
 * once per state of the text and free afterwards.
 */
public sealed interface Read permits Doc, Edit {

    /** The value that won at a key. */
    Optional<Value> get(ObjectId map, String key);

    /** The value that won at an index. */
    Optional<Value> get(ObjectId sequence, int index);

    /** All values that concurrent writers put at a key, the winner last. */
    List<Value> getAll(ObjectId map, String key);

    /** All values that concurrent writers put at an index, the winner last. */
    List<Value> getAll(ObjectId sequence, int index);

    /** The operations that put what {@link #getAll(ObjectId, String)} gives, in the same order. */
    List<OpId> puts(ObjectId map, String key);

    /** The operations that put what {@link #getAll(ObjectId, int)} gives, in the same order. */
    List<OpId> puts(ObjectId sequence, int index);

    /** Who deleted what a put had put at a key, ascending; whoever put something in its place did not. */
    List<OpId> deleters(ObjectId map, String key, OpId put);

    /** Who deleted what a put had put in an element, ascending; whoever put something in its place did not. */
    List<OpId> deleters(ObjectId sequence, OpId element, OpId put);

    /** The keys of a map that have a value, in the order of their UTF-8 bytes. */
    List<String> keys(ObjectId map);

    /** Entries of a map, elements of a list, UTF-16 units of a text; 0 for an unknown object. */
    int length(ObjectId object);

    /** The characters of a text, with U+FFFC for what is not a string; "" for anything else. */
    String text(ObjectId text);

    /** The marks of a text, by name and then by place. Cost: the marks. */
    List<Mark> marks(ObjectId text);

    /** A text as pieces that are marked alike, and blocks between them. Cost: O(n). */
    List<Span> spans(ObjectId text);

    /** An object with all that shows in it; empty if there is none such. Cost: all of it. */
    Optional<Content> content(ObjectId object);

    /** What is marked with what at an index of a text, by name in the order of UTF-8; empty past the end. Cost: the marks that are open there. */
    Map<String, Scalar> marksAt(ObjectId text, int index);

    /** Every mark that was made in a text and not taken away, oldest first; also where another hides it. Cost: the marks. */
    List<PlacedMark> placedMarks(ObjectId text);

    /**
     * Which mark of a name counts where, from one index of a text to another, in order; also one that takes marks away. Cost: O(log n), and
     * the marks on the way.
     */
    List<NewestMark> newestMarks(ObjectId text, int from, int to, String name);

    /** The characters of a text as they are now, to be read piece by piece; empty for anything else. Costs O(1). */
    Text textOf(ObjectId text);

    /** Empty if the document has no such object. A deleted object still has a type. */
    Optional<ObjectType> type(ObjectId object);

    /** The operation that won at a key. */
    Optional<OpId> winner(ObjectId map, String key);

    /** The identity of the visible element at an index, for cursors. @throws IndexOutOfBoundsException if there is none */
    OpId elementAt(ObjectId sequence, int index);

    /** Where an element is now; empty when it is deleted or unknown. */
    OptionalInt indexOf(ObjectId sequence, OpId element);

    /** The visible index right after an element, also when it is deleted; 0 when it is unknown. */
    int positionAfter(ObjectId sequence, OpId element);

    /**
     * A cursor for what is at an index now; {@link Cursor#END} for the index behind the last.
     *
     * @param move where it goes when that is deleted
     * @throws IndexOutOfBoundsException if there is no such index
     */
    Cursor cursor(ObjectId sequence, int index, Cursor.Move move);

    /** The index where a cursor is now; empty if what it stands at has never been in the sequence, or has not arrived yet. */
    OptionalInt position(ObjectId sequence, Cursor cursor);

    /** Who deleted an element: the operations that did, ascending; empty if it was never deleted, or is unknown. */
    List<OpId> deleters(ObjectId sequence, OpId element);
}
