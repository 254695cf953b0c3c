// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

/** What one engine's interface can do and another's cannot. */
public enum Feature {
    /** Integers beyond 32 bits, and keys with characters past U+FFFF. */
    WIDE,
    /** A change with a message and a time of our choice. */
    MESSAGES,
    /** Conflicting values come in the order of their operations. */
    ORDERED_CONFLICTS,
    /** One element of a text can hold several characters, and counts as many. */
    LONG_ELEMENTS,
    /** Marks, also as of earlier heads. */
    MARKS,
    /** Marks from a place to the same place, which grow. */
    EMPTY_MARKS,
    /** Marks by several actors in one text. */
    SHARED_MARKS,
    /** To put counters in the place of elements of a list, and to increment them. */
    LIST_COUNTERS,
    /** Content as of earlier heads, and forks there. */
    HEADS,
    /** A text as pieces with their marks, and blocks between them. */
    SPANS,
    /** Blocks as such, and texts that are made another by what has to change. */
    RICH_EDITS,
    /** Changes without operations. */
    EMPTY_CHANGES,
    /** Places in a text that move with it. */
    CURSORS,
    /** The same in a text where an element was replaced. */
    CURSORS_PAST_REPLACED,
    /** To roll back the first transaction of an actor. */
    FIRST_ROLLBACK,
    /** The bits of a NaN can be seen. */
    NAN_BITS
}
