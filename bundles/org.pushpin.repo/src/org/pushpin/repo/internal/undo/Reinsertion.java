// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.repo.internal.undo.Effects.Deleted;

/**
 * Brings deleted elements of one sequence back, each behind its own tombstone. Where the sequence was itself made anew it has no
 * tombstones: then behind the element that stood before. One thread.
 */
final class Reinsertion {

    private final Edit edit;
    private final ObjectId sequence;
    private final boolean anew;
    private final Aliases aliases;
    private final Restoring restoring;
    private final Predicate<List<OpId>> byUs;
    private final Predicate<List<OpId>> ours;
    private OpId left;

    /** What can be done about an element. */
    private enum State { STAYS, TOMBSTONE, UNKNOWN }

    /**
     * @param byUs whether nobody else made any of some operations
     * @param ours whether all of some operations are to be taken back
     */
    Reinsertion(Edit edit, ObjectId sequence, boolean anew, Aliases aliases, Restoring restoring, Predicate<List<OpId>> byUs,
            Predicate<List<OpId>> ours) {
        this.edit = edit;
        this.sequence = sequence;
        this.anew = anew;
        this.aliases = aliases;
        this.restoring = restoring;
        this.byUs = byUs;
        this.ours = ours;
    }

    void run(Deleted deleted) {
        left = deleted.left().map(aliases.elements()::resolve).orElse(null);
        for (Tree.Piece piece : deleted.pieces()) {
            switch (piece) {
                case Tree.Run run -> run(run);
                case Tree.Single single -> single(single);
            }
        }
    }

    private State state(OpId element, List<OpId> deleters) {
        if (edit.indexOf(sequence, element).isPresent()) {
            return State.STAYS;
        }
        if (deleters.isEmpty()) {
            return anew && edit.deleters(sequence, element).isEmpty() ? State.UNKNOWN : State.STAYS;
        }
        return ours.test(deleters) ? State.TOMBSTONE : State.STAYS;
    }

    private int position() {
        return left == null ? 0 : edit.positionAfter(sequence, left);
    }

    private void single(Tree.Single single) {
        OpId known = aliases.elements().resolve(single.id());
        OpId winner = aliases.puts().resolve(single.winner());
        boolean alone = byUs.test(edit.deleters(sequence, single.id(), single.winner()));
        switch (alone ? state(known, edit.deleters(sequence, known, winner)) : State.STAYS) {
            case STAYS -> { }
            case TOMBSTONE -> restoring.insertAfter(sequence, known, single);
            case UNKNOWN -> restoring.insert(sequence, position(), single);
        }
        left = aliases.elements().resolve(single.id());
    }

    /** Characters in a row to which the same applies go together. */
    private void run(Tree.Run run) {
        List<OpId> together = new ArrayList<>();
        State state = State.STAYS;
        int from = 0;
        int to = 0;
        for (int i = 0; i < run.ids().count(); i++) {
            OpId known = aliases.elements().resolve(run.ids().at(i));
            boolean alone = byUs.test(edit.deleters(sequence, run.ids().at(i)));
            State next = alone ? state(known, edit.deleters(sequence, known)) : State.STAYS;
            boolean follows = !together.isEmpty() && IdRun.plus(together.get(0), together.size()).equals(known);
            if (next != state || !follows) {
                bring(state, together, run.characters().substring(from, to));
                from = to;
            }
            state = next;
            together.add(known);
            to = run.characters().offsetByCodePoints(to, 1);
        }
        bring(state, together, run.characters().substring(from, to));
    }

    private void bring(State state, List<OpId> elements, String characters) {
        if (elements.isEmpty()) {
            return;
        }
        IdRun known = new IdRun(elements.get(0), elements.size());
        switch (state) {
            case STAYS -> { }
            case TOMBSTONE -> aliases.elements().add(known, edit.revive(sequence, known.first(), characters));
            case UNKNOWN -> {
                int at = position();
                edit.splice(sequence, at, 0, characters);
                aliases.elements().addAll(known, edit.elementAt(sequence, at));
            }
        }
        left = aliases.elements().resolve(elements.get(elements.size() - 1));
        elements.clear();
    }
}
