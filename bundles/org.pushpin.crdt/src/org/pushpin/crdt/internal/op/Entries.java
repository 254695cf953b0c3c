// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A stretch of the history of a register: a node of a B+ tree of {@link Entry entries}, in order of id. Immutable; a change copies one path.
 * A leaf is an {@link EntryList} where something shows or something was changed lately, else {@link PackedEntries}.
 */
abstract sealed class Entries permits EntryBranch, EntryList, PackedEntries {
    /** The most entries of a leaf, and children of a branch. */
    static final int MOST = 32;

    /** The least id. */
    final long first;
    /** How many entries show a value. */
    final int shown;
    /** How many entries are deletions. */
    final int deletions;
    /** How many leaves could be packed. */
    final int loose;

    Entries(long first, int shown, int deletions, int loose) {
        this.first = first;
        this.shown = shown;
        this.deletions = deletions;
        this.loose = loose;
    }

    /** Null if there is none with that id. */
    abstract Entry find(long id, Authors authors);

    /** With an entry, instead of one with the same id if there is such. The result may have one part too many: see {@link #parts}. */
    abstract Entries with(Entry entry, Authors authors);

    /** Without an entry; null if nothing is left. */
    abstract Entries without(long id, Authors authors);

    /** The nodes that it must become: itself, or two if it has one part too many. */
    abstract Entries[] parts();

    /** With no leaf that could be packed. */
    abstract Entries packed();

    /** The last entry that shows a value; there must be one. */
    abstract Entry lastShown();

    abstract Entry firstEntry();

    abstract void forEach(Consumer<Entry> action);

    /** Shows entries from one on, until the visitor has seen enough. @return false if it has */
    abstract boolean visitAfter(long id, Authors authors, Predicate<Entry> visitor);

    /** Shows the entries that show a value. */
    abstract void forEachShown(Consumer<Entry> action);

    /** Shows the deletions. */
    abstract void forEachDeletion(Consumer<Entry> action);
}
