// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import org.pushpin.crdt.internal.append.AuthorTable;
import org.pushpin.crdt.internal.op.Ids;

/**
 * Where every operation is: per author, runs of counters, each with what its operations do to what. With it a change can be written again
 * from the state of the document, or taken back. An immutable value; any thread. 32 bytes a run, and a reference for a key.
 */
public final class OpLog {
    private static final OpLog EMPTY = new OpLog(AuthorTable.NONE);

    /** By author, its runs. */
    final Object[][] authors;

    OpLog(Object[][] authors) {
        this.authors = authors;
    }

    public static OpLog empty() {
        return EMPTY;
    }

    /** To add to it; this one stays as it is. */
    public OpLogEditor edit() {
        return new OpLogEditor(this);
    }

    /** One more than the greatest number of an author that may have operations. */
    public int authorLimit() {
        return AuthorTable.limit(authors);
    }

    /** The last counter of an author; 0 if it has none. */
    public long lastCounter(int author) {
        AuthorRuns runs = AuthorTable.get(authors, author);
        return runs == null ? 0 : Integer.toUnsignedLong(runs.end);
    }

    /** How many runs an author has. */
    public int runCount(int author) {
        AuthorRuns runs = AuthorTable.get(authors, author);
        return runs == null ? 0 : runs.count;
    }

    /** The whole run that an operation is in, or null if it is unknown. Cost: O(log runs). */
    public OpRun find(long id) {
        AuthorRuns runs = AuthorTable.get(authors, Ids.author(id));
        int run = runs == null ? -1 : runs.atMost((int) Ids.counter(id));
        return run < 0 || Ids.counter(id) > Integer.toUnsignedLong(runs.get(run, AuthorRuns.FIRST)) + runs.length(run) - 1
                ? null : runs.run(Ids.author(id), run);
    }

    /** The operation alone, as a run of one, or null if it is unknown. */
    public OpRun operation(long id) {
        OpRun run = find(id);
        return run == null ? null : run.part((int) (Ids.counter(id) - Ids.counter(run.first())), 1);
    }

    /** An author's operations from one counter to another, both included, such as those of a change. Cost: O(log runs). */
    public OpRuns runs(int author, long from, long to) {
        return new OpRuns(author, AuthorTable.get(authors, author), from, to);
    }

    /** Whether all these operations are known. Cost: the runs among them. */
    public boolean covers(int author, long from, long to) {
        OpRuns runs = runs(author, from, to);
        long next = from;
        while (runs.next()) {
            if (Ids.counter(runs.first()) != next) {
                return false;
            }
            next += runs.length();
        }
        return next > to;
    }
}
