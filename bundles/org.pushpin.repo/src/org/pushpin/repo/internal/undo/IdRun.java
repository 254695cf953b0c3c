// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.OpId;

/** Operations of one actor with counters that rise by one: what a person types in a row. */
record IdRun(OpId first, int count) {

    OpId at(int index) {
        return plus(first, index);
    }

    static OpId plus(OpId id, long by) {
        return by == 0 ? id : new OpId(id.counter() + by, id.actor(), id.branch());
    }

    /** Whether an id comes right after these. */
    boolean isFollowedBy(OpId id) {
        return id.counter() == first.counter() + count && id.equals(plus(first, count));
    }

    /** Adds an id at the end of a list of runs. */
    static void add(List<IdRun> runs, OpId id) {
        IdRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.isFollowedBy(id)) {
            runs.set(runs.size() - 1, new IdRun(last.first, last.count + 1));
        } else {
            runs.add(new IdRun(id, 1));
        }
    }

    /** The same ids, in the same order, in as few runs as there can be. */
    static List<IdRun> of(Iterable<OpId> ids) {
        List<IdRun> runs = new ArrayList<>();
        ids.forEach(id -> add(runs, id));
        return List.copyOf(runs);
    }
}
