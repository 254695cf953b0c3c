// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Read;
import org.pushpin.repo.internal.undo.Effects.Deleted;
import org.pushpin.repo.internal.undo.Effects.Incremented;
import org.pushpin.repo.internal.undo.Effects.Inserted;
import org.pushpin.repo.internal.undo.Effects.Marked;
import org.pushpin.repo.internal.undo.Effects.Prior;
import org.pushpin.repo.internal.undo.Effects.Put;

/**
 * Finds what a change did from the snapshots around it. Costs what differs, not what the document is large. Content of objects that
 * the change itself made is left out: whoever takes the object away takes that with it.
 */
final class EffectReader {

    private final Doc before;
    private final Doc after;
    private final Predicate<OpId> made;
    private final Map<ObjectId, Pieces> pieces = new LinkedHashMap<>();
    private final Set<Slot> slots = new LinkedHashSet<>();
    private final List<Incremented> incremented = new ArrayList<>();

    private EffectReader(Doc before, Doc after, Predicate<OpId> made) {
        this.before = before;
        this.after = after;
        this.made = made;
    }

    /** @param made whether an operation is one of the change */
    static Effects read(Doc before, Doc after, Predicate<OpId> made, List<Marked> marked, List<Marked> unmarked) {
        EffectReader reader = new EffectReader(before, after, made);
        for (Patch patch : before.diff(after)) {
            if (before.type(patch.object()).isPresent()) {
                reader.take(patch);
            }
        }
        return reader.effects(marked, unmarked);
    }

    private void take(Patch patch) {
        switch (patch) {
            case Patch.PutMap put -> slots.add(new Slot.Key(put.object(), put.key()));
            case Patch.DeleteMap delete -> slots.add(new Slot.Key(delete.object(), delete.key()));
            case Patch.Insert insert -> pieces(insert.object()).splice(insert.index(), 0, 1);
            case Patch.DeleteSeq delete -> pieces(delete.object()).splice(delete.index(), delete.length(), 0);
            case Patch.SpliceText splice -> pieces(splice.object()).splice(splice.index(), splice.delete(), splice.text().length());
            case Patch.PutSeq put -> element(put.object(), put.index()).ifPresent(slots::add);
            case Patch.Increment increment -> increment(increment);
            case Patch.Conflict conflict -> { // what shows is as it was; values that were hidden are nobody's step
            }
            case Patch.Mark marks -> { // known by the marks that the edit made, which may be hidden by others
            }
        }
    }

    private Pieces pieces(ObjectId sequence) {
        return pieces.computeIfAbsent(sequence, id -> new Pieces(before.length(id)));
    }

    /** The element that is now at an index; empty if it is new. */
    private Optional<Slot> element(ObjectId sequence, int index) {
        OptionalInt origin = pieces(sequence).origin(index);
        return origin.isPresent() ? Optional.of(new Slot.Element(sequence, before.elementAt(sequence, origin.getAsInt()))) : Optional.empty();
    }

    private void increment(Patch.Increment increment) {
        Optional<Slot> slot = increment.key() == null ? element(increment.object(), increment.index())
                : Optional.of(new Slot.Key(increment.object(), increment.key()));
        slot.ifPresent(place -> incremented.add(new Incremented(place, place.winner(after).orElseThrow(), increment.by())));
    }

    private Effects effects(List<Marked> marked, List<Marked> unmarked) {
        List<Inserted> inserted = new ArrayList<>();
        List<Deleted> deleted = new ArrayList<>();
        pieces.forEach((sequence, table) -> {
            Set<OpId> overwritten = overwritten(sequence, table);
            overwritten.forEach(element -> slots.add(new Slot.Element(sequence, element)));
            List<IdRun> elements = elements(sequence, table.inserted(), overwritten);
            if (!elements.isEmpty()) {
                inserted.add(new Inserted(sequence, elements));
            }
            without(sequence, table.deleted(), overwritten).forEach(range -> deleted.add(deleted(sequence, range)));
        });
        return new Effects(inserted, deleted, slots.stream().flatMap(slot -> put(slot).stream()).toList(), List.copyOf(incremented),
                known(marked), known(unmarked));
    }

    /** What a difference of texts shows as deleted and inserted though it is the same element with another character. */
    private Set<OpId> overwritten(ObjectId sequence, Pieces table) {
        Set<OpId> overwritten = new LinkedHashSet<>();
        for (Pieces.Range range : table.deleted().isEmpty() ? List.<Pieces.Range>of() : table.inserted()) {
            for (int i = range.from(); i < range.to(); i++) {
                OpId element = after.elementAt(sequence, i);
                if (before.indexOf(sequence, element).isPresent()) {
                    overwritten.add(element);
                }
            }
        }
        return overwritten;
    }

    private List<Pieces.Range> without(ObjectId sequence, List<Pieces.Range> ranges, Set<OpId> elements) {
        if (elements.isEmpty()) {
            return ranges;
        }
        List<Pieces.Range> left = new ArrayList<>();
        for (Pieces.Range range : ranges) {
            int from = range.from();
            for (int i = range.from(); i < range.to(); i++) {
                if (elements.contains(before.elementAt(sequence, i))) {
                    if (from < i) {
                        left.add(new Pieces.Range(from, i));
                    }
                    from = i + 1;
                }
            }
            if (from < range.to()) {
                left.add(new Pieces.Range(from, range.to()));
            }
        }
        return left;
    }

    private List<IdRun> elements(ObjectId sequence, List<Pieces.Range> ranges, Set<OpId> except) {
        List<IdRun> runs = new ArrayList<>();
        OpId last = null;
        for (Pieces.Range range : ranges) {
            for (int i = range.from(); i < range.to(); i++) {
                OpId element = after.elementAt(sequence, i);
                if (!element.equals(last) && !except.contains(element)) {
                    IdRun.add(runs, element);
                    last = element;
                }
            }
        }
        return List.copyOf(runs);
    }

    private Deleted deleted(ObjectId sequence, Pieces.Range range) {
        Optional<OpId> left = range.from() == 0 ? Optional.empty() : Optional.of(before.elementAt(sequence, range.from() - 1));
        return new Deleted(sequence, left, Tree.range(before, sequence, range.from(), range.to()));
    }

    /** A value that shows and is not of the change is somebody else's that the change uncovered: it stays, also when that is taken back. */
    private Optional<Put> put(Slot slot) {
        Optional<OpId> ours = slot.winner(after);
        return ours.isPresent() && !made.test(ours.get()) ? Optional.empty() : Optional.of(new Put(slot, ours, prior(slot, before)));
    }

    private static Optional<Prior> prior(Slot slot, Read read) {
        return slot.winner(read).map(winner -> new Prior(winner, Tree.of(read, slot.value(read).orElseThrow())));
    }

    /** Those in texts that were there before. */
    private List<Marked> known(List<Marked> marks) {
        return marks.stream().filter(mark -> before.type(mark.original().text()).isPresent()).toList();
    }
}
