// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;

/** The successors of the operations of a document, row by row or by runs, like {@link DocumentOps}. One thread. */
final class Successors {
    private final Authors authors;
    private final Steps steps;
    private final RleReader counts = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader actors = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader counters = new RleReader(RleReader.Kind.DELTA);
    private long[] ids = new long[8];
    private int count;

    /** @param first the first of the three columns */
    Successors(Columns columns, int first, Authors authors, Steps steps) {
        this.authors = authors;
        this.steps = steps;
        columns.open(first, counts, Limits.OPS);
        columns.open(first + 1, actors, Limits.OPS);
        columns.open(first + 2, counters, Limits.OPS);
    }

    /** Reads those of the next row, of which each is a step: they must ascend. */
    void read() throws MalformedException {
        long wanted = counts.next() ? counts.value() : 0;
        require(wanted >= 0 && wanted <= Limits.OPS, "too many successors");
        steps.spend(wanted);
        for (count = 0; count < wanted; count++) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
            }
            ids[count] = DocumentOps.readId(actors, counters, authors.size());
            require(ids[count] != Ids.NONE, "a successor without an id");
            require(count == 0 || authors.compare(ids[count - 1], ids[count]) < 0, "successors out of order");
        }
    }

    int count() {
        return count;
    }

    /** The only one; {@link Ids#NONE} if there is none. */
    long only() {
        return count == 0 ? Ids.NONE : ids[0];
    }

    long[] toArray() {
        return count == 0 ? Op.NONE : Arrays.copyOf(ids, count);
    }

    boolean isDone() {
        return counts.isDone() && actors.isDone() && counters.isDone();
    }

    /** How many of the rows to come go on with the present one: none has any, or each has one, whose counters go on by one, up or down. */
    long following() throws MalformedException {
        long alike = counts.following(count);
        if (alike == 0 || count == 0) {
            return alike;
        }
        alike = Math.min(alike, actors.following(Ids.author(ids[0])));
        return alike == 0 || counters.followingNulls() > 0 ? 0 : Math.min(alike, counters.following(isFalling() ? -1 : 1));
    }

    /** Whether the counters of the rows that {@link #following} told of fall. */
    boolean isFalling() throws MalformedException {
        return count == 1 && counters.ahead() == -1;
    }

    /** Moves on by so many of the rows that {@link #following} told of. */
    void skip(int rows) throws MalformedException {
        counts.skip(rows);
        if (count == 1) {
            actors.skip(rows);
            counters.skip(rows);
            require(counters.value() > 0 && counters.value() <= Limits.MAX_COUNTER, "an operation counter beyond 32 bits");
            ids[0] = Ids.of(counters.value(), Ids.author(ids[0]));
        }
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
