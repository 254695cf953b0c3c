// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.Clock;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;

/**
 * What a change knows: only what is in its own past may it refer to, or replicas that got changes in another order would read it
 * differently. An author's operations are in order, so what a change does not know is, of each author, all from some counter on. Immutable.
 *
 * @param author whose change it is
 * @param unknown by author, the first counter that the change does not know; 0 if it knows all. Shorter if the rest is known; not to be
 *        modified
 */
record Past(int author, long[] unknown) {
    private static final long[] NOTHING = {};

    /** Everything that is applied. */
    static Past all(int author) {
        return new Past(author, NOTHING);
    }

    boolean isAll() {
        return unknown.length == 0;
    }

    boolean includes(long id) {
        int other = Ids.author(id);
        return other >= unknown.length || unknown[other] == 0 || other == author || Ids.counter(id) < unknown[other];
    }

    Past of(int other) {
        return new Past(other, unknown);
    }

    /** Without what another author did from a counter on. */
    Past without(int other, long fromCounter, Authors authors) {
        long[] less = Arrays.copyOf(unknown, Math.max(unknown.length, authors.size()));
        less[other] = less[other] == 0 ? fromCounter : Math.min(less[other], fromCounter);
        return new Past(author, less);
    }

    /** What a change knows that was just added. Cost: that of a clock, and O(authors). @param deps what it builds on */
    static Past of(ChangeGraph graph, int author, int[] deps, Authors authors) {
        Clock known = graph.clock(deps);
        long[] unknown = new long[authors.size()];
        boolean all = true;
        for (int other = 0; other < unknown.length; other++) {
            int last = other == author ? -1 : graph.lastNode(other);
            if (last >= 0 && graph.maxOp(last) > known.counter(other)) {
                unknown[other] = known.counter(other) + 1;
                all = false;
            }
        }
        return all ? all(author) : new Past(author, unknown);
    }

    /** Everything that this or another knows. */
    Past union(Past other) {
        long[] both = new long[Math.min(unknown.length, other.unknown.length)];
        boolean all = true;
        for (int i = 0; i < both.length; i++) {
            both[i] = unknown[i] == 0 || other.unknown[i] == 0 ? 0 : Math.max(unknown[i], other.unknown[i]);
            all &= both[i] == 0;
        }
        return new Past(author, all ? NOTHING : both);
    }
}
