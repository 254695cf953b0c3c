// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.append.AuthorTable;
import org.pushpin.crdt.internal.op.Ids;

/**
 * Adds to an {@link OpLog}. One thread. Operations of an author come in the order of their counters. Costs O(1) amortised and makes no
 * garbage while one author goes on; where another editor has added to the same author already, one chunk of 8 KiB is copied.
 */
public final class OpLogEditor {
    private final AuthorTable<AuthorRuns> authors;
    private OpLog frozen;
    private RunAppender current;

    OpLogEditor(OpLog log) {
        authors = new AuthorTable<>(log.authors);
        frozen = log;
    }

    /** What was added so far, as a value; the editor may go on. Cost: as one author more in a table. */
    public OpLog freeze() {
        if (frozen == null) {
            keep();
            frozen = new OpLog(authors.freeze());
        }
        return frozen;
    }

    /** New elements of a sequence. @param first the id of the first of {@code length} */
    public void insert(long first, int length, long object) {
        append(OpRun.Kind.INSERT, first, length, object, first, null, 1);
    }

    /** Deletions of elements. @param stride 1 or −1 */
    public void delete(long first, int length, long object, long element, int stride) {
        append(OpRun.Kind.DELETE, first, length, object, element, null, stride);
    }

    /** Another value for an element of a sequence, or an increment of it. */
    public void update(long id, long object, long element) {
        append(OpRun.Kind.UPDATE, id, 1, object, element, null, 1);
    }

    /** Anything that is done to a key of a map. */
    public void map(long id, long object, String key) {
        append(OpRun.Kind.MAP, id, 1, object, Ids.NONE, key, 0);
    }

    /** The same for any kind. @throws IllegalArgumentException if the author has later operations already; nothing was added then */
    public void append(OpRun.Kind kind, long first, int length, long object, long target, String key, int stride) {
        int author = Ids.author(first);
        if (current == null || current.author != author) {
            keep();
            current = new RunAppender(author, authors.get(author));
        }
        if (!current.accepts(Ids.counter(first), length)) {
            throw new IllegalArgumentException("operation " + Ids.counter(first) + " of author " + author + " is not its next");
        }
        current.append(kind, Ids.counter(first), length, object, target, key, stride);
        frozen = null;
    }

    /** Forgets what an author did after a counter. */
    public void forgetAfter(int author, long counter) {
        keep();
        current = null;
        AuthorRuns runs = authors.get(author);
        if (runs != null) {
            authors.set(author, counter == 0 ? null : runs.upTo(counter));
            frozen = null;
        }
    }

    private void keep() {
        if (current != null && frozen == null) {
            authors.set(current.author, current.freeze());
        }
    }
}
