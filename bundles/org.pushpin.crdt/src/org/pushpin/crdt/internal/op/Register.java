// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What one key of a map, or one element of a sequence, holds: its operations in ascending order of id. A value shows unless it has a
 * successor; a counter also while all its successors are increments. The greatest id wins. Immutable, any thread.
 *
 * <p>Three forms, by what was done to it: an {@link Op} is the register that holds nothing else; {@link FewOps} is an array of them, with
 * their successors; {@link ManyOps} a tree in which what was overwritten is packed, so that nothing costs more than O(log n) and what shows.
 */
public sealed interface Register permits Op, FewOps, ManyOps {
    /** The register of a key that nobody put anything at. */
    static Register empty() {
        return FewOps.NONE;
    }

    /** @param ops ascending, each with all its successors; not to be modified afterwards */
    static Register of(Op[] ops, Authors authors) {
        if (FewOps.weight(ops) > FewOps.MOST) {
            return ManyOps.of(ops, authors);
        }
        return ops.length == 1 ? ops[0] : ops.length == 0 ? empty() : new FewOps(ops);
    }

    /** The value that shows and wins, as it shows: a counter has what its increments made of it. Null if nothing shows. */
    Op winner();

    /** All that show, as they show, the winner last. */
    Op[] visible();

    /** How many show: more than one are a conflict. */
    int shown();

    /** The edge of a mark that an element is, unless it was deleted; else null. */
    Op markEdge();

    /** An operation as it was made, whose successors are left open; null if there is none, as for a deletion. */
    Op find(long id, Authors authors);

    /** What an operation overwrote, deleted or incremented, ascending. The operation may be a deletion. */
    long[] predecessors(long id, Authors authors);

    /** What succeeds an operation, but for increments, ascending. Cost: up to as much as is later; what is overwritten soon is told soon. */
    long[] overwriters(long id, Authors authors);

    /** The ids of what deleted something here, ascending. Deletions are not among the operations. Cost: their number. */
    long[] deletions(Authors authors);

    /**
     * With one operation more.
     *
     * @param op without successors, and not there yet; a deletion leaves nothing but a successor of what it deleted
     * @param preds what it succeeds, in any order
     * @return null if one of these is not here
     */
    Register with(Op op, long[] preds, Authors authors);

    /** As it was before some operations, whose counters rise by one: without them, also as successors. What is not there is passed over. */
    Register without(long first, int count, Authors authors);

    /** Shows all operations, ascending, with all their successors. O(n) */
    void forEach(Authors authors, Consumer<Op> action);

    /** The ids of {@link #visible}: what an operation that overwrites the register names as predecessors. */
    default long[] visibleIds() {
        return Arrays.stream(visible()).mapToLong(Op::id).toArray();
    }

    /** Whether more than one value shows. */
    default boolean isConflict() {
        return shown() > 1;
    }

    /** Whether nothing was ever put here. */
    default boolean isEmpty() {
        return this == FewOps.NONE;
    }
}
