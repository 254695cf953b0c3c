// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.Fork;
import org.pushpin.crdt.Patch;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;

/**
 * An open document: two immutable snapshots, <em>durable</em> (fsynced here) and <em>current</em> (what is shown).
 *
 * <p>Any thread may read and change. A change builds a successor of current and compare-and-sets it, so the caller
 * never waits for a lock, a merge, or the disk. Remote changes are merged aside.
 */
public interface DocHandle {

    DocumentId id();

    /** A link to this document that carries its secret. */
    DocumentUrl url(String contentType);

    Doc current();

    Doc durable();

    /** Whether everything in {@link #current()} is durable on this disk. */
    default boolean saved() {
        return current().heads().equals(durable().heads());
    }

    /**
     * Makes one change. {@code edit} may run more than once if other commits win the race meanwhile, and must
     * therefore have no effect but on the {@link Edit}.
     *
     * @param message may be null
     * @return the snapshot that contains the change; the present one if {@code edit} did nothing
     */
    Doc change(String message, Consumer<Edit> edit);

    /** The same, but kept out of this person's undo history (for what a program does by itself). */
    Doc changeSilently(String message, Consumer<Edit> edit);

    /** Undoes this person's newest change that is not undone, by a new change; never anybody else's. */
    boolean undo();

    /** Redoes what {@link #undo()} undid last. */
    boolean redo();

    boolean canUndo();

    boolean canRedo();

    /** Begins a group: until it is closed, changes are one step for undo. */
    UndoGroup group();

    /**
     * Writers that wrote two different things under one number: a profile that was copied while it lived, a backup of which nobody could
     * know that it was one, or a liar. Both branches are in the document, and shown.
     */
    default List<Fork> forks() {
        return durable().forks();
    }

    /** Whether this is the document as of earlier; then a change throws {@link UnsupportedOperationException}. */
    default boolean isReadOnly() {
        return false;
    }

    /** What happened to the document, up to {@link #current()}. */
    default DocumentHistory history() {
        return new DocumentHistory(current(), Map.of());
    }

    /**
     * The document as it was when these were its heads; unknown ones are ignored. It can be read like any other, is never changed, and tells
     * its listeners nothing. Cost: the operations since.
     */
    default DocHandle at(Collection<ChangeHash> heads) {
        return new PastDocument(this, current().at(heads));
    }

    /**
     * Makes the document show again what it showed when these were its heads, by one new change, which is one step for undo. What is still
     * there stays the same object, so that links and cursors hold; nothing is taken out of the history. Cost: what differs.
     *
     * @param message may be null
     * @return as {@link #change}
     */
    default Doc restore(Collection<ChangeHash> heads, String message) {
        return change(message, edit -> Restoration.write(edit, edit.base(), edit.base().at(heads)));
    }

    /** Writes what the document shows now into a new one: a copy with a history of its own. Cost: the document. */
    default void copyInto(Edit empty) {
        Restoration.write(empty, Doc.empty(), current());
    }

    /** Listeners are called one at a time on a worker thread of this document, in order. */
    Subscription subscribe(Consumer<Update> listener);

    /**
     * What happened to a document.
     *
     * @param before the snapshot that the listener knew; {@code after} the new one
     * @param patches what differs, for following a caret
     * @param origin where it came from
     */
    record Update(DocHandle handle, Doc before, Doc after, List<Patch> patches, Origin origin) {}

    /** Where an update came from. */
    enum Origin {
        LOCAL, REMOTE,
        /** Nothing changed but {@link #durable()}. */
        SAVED,
        /** The store refused a local change; it was taken back. The notice holds the person's text. */
        REFUSED
    }

    /** An open undo group. */
    interface UndoGroup extends AutoCloseable {
        @Override
        void close();
    }
}
