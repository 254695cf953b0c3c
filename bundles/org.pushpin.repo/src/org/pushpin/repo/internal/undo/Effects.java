// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.List;
import java.util.Optional;

import org.pushpin.crdt.Marking;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;

/** What one change did, by ids: all that is needed to take it back later. */
record Effects(List<Inserted> inserted, List<Deleted> deleted, List<Put> puts, List<Incremented> incremented, List<Marked> marked,
        List<Marked> unmarked) {

    /** Elements that came into a list or text. */
    record Inserted(ObjectId sequence, List<IdRun> elements) {}

    /**
     * Elements that went from a list or text, in their order there.
     *
     * @param left the element that stood before them; empty at the very beginning
     */
    record Deleted(ObjectId sequence, Optional<OpId> left, List<Tree.Piece> pieces) {}

    /**
     * A place that got another value, or lost it.
     *
     * @param ours the operation of the change whose value shows since; empty if none does
     * @param prior the operation that had won before, and what it had put; empty if there was none
     */
    record Put(Slot slot, Optional<OpId> ours, Optional<Prior> prior) {}

    /** A value that was overwritten. */
    record Prior(OpId winner, Tree value) {}

    /** A counter that was changed. */
    record Incremented(Slot slot, OpId counter, long by) {}

    /**
     * A mark that was made, or taken back.
     *
     * @param original as the person made it: undoing and redoing are about it, however often
     * @param live the marks that stand for it in the text, by their beginnings; none while it is taken back
     * @param around the first and the last element that it was on when it was taken back, for a text that is made anew meanwhile
     */
    record Marked(Marking original, List<OpId> live, List<OpId> around) {
        Marked {
            live = List.copyOf(live);
            around = List.copyOf(around);
        }

        static Marked of(Marking marking) {
            return new Marked(marking, List.of(marking.begin()), List.of());
        }
    }
}
