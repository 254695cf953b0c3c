// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Patch;
import org.pushpin.repo.internal.undo.Effects.Deleted;
import org.pushpin.repo.internal.undo.Effects.Incremented;
import org.pushpin.repo.internal.undo.Effects.Inserted;
import org.pushpin.repo.internal.undo.Effects.Put;
import org.pushpin.repo.internal.undo.Effects.Replaced;

/**
 * Finds what a change did from the snapshots around it. Costs what differs. Content of objects that the change itself made is
 * left out: whoever takes the object away takes that with it.
 */
final class EffectReader {

    private final Doc before;
    private final Doc after;
    private final Map<ObjectId, Pieces> pieces = new LinkedHashMap<>();
    private final Map<ObjectId, Set<String>> keys = new LinkedHashMap<>();
    private final List<Replaced> replaced = new ArrayList<>();
    private final List<Incremented> incremented = new ArrayList<>();

    private EffectReader(Doc before, Doc after) {
        this.before = before;
        this.after = after;
    }

    static Effects read(Doc before, Doc after) {
        EffectReader reader = new EffectReader(before, after);
        for (Patch patch : before.diff(after)) {
            if (before.type(patch.object()).isPresent()) {
                reader.take(patch);
            }
        }
        return reader.effects();
    }

    private void take(Patch patch) {
        switch (patch) {
            case Patch.PutMap put -> key(put.object(), put.key());
            case Patch.DeleteMap delete -> key(delete.object(), delete.key());
            case Patch.Insert insert -> pieces(insert.object()).splice(insert.index(), 0, 1);
            case Patch.DeleteSeq delete -> pieces(delete.object()).splice(delete.index(), delete.length(), 0);
            case Patch.SpliceText splice -> pieces(splice.object()).splice(splice.index(), splice.delete(), splice.text().length());
            case Patch.PutSeq put -> put(put);
            case Patch.Increment increment -> increment(increment);
            case Patch.Conflict conflict -> {
            }
            case Patch.Mark marks -> { // nothing that can be undone writes marks
            }
        }
    }

    private Pieces pieces(ObjectId sequence) {
        return pieces.computeIfAbsent(sequence, id -> new Pieces(before.length(id)));
    }

    private void key(ObjectId map, String key) {
        keys.computeIfAbsent(map, id -> new LinkedHashSet<>()).add(key);
    }

    private void put(Patch.PutSeq put) {
        pieces(put.object()).origin(put.index()).ifPresent(index -> replaced.add(new Replaced(put.object(),
                before.elementAt(put.object(), index), put.value(), Tree.of(before, before.get(put.object(), index).orElseThrow()))));
    }

    private void increment(Patch.Increment increment) {
        if (increment.key() != null) {
            incremented.add(new Incremented(increment.object(), Optional.of(increment.key()), Optional.empty(), increment.by()));
        } else {
            pieces(increment.object()).origin(increment.index()).ifPresent(index -> incremented.add(new Incremented(
                    increment.object(), Optional.empty(), Optional.of(before.elementAt(increment.object(), index)), increment.by())));
        }
    }

    private Effects effects() {
        List<Inserted> inserted = new ArrayList<>();
        List<Deleted> deleted = new ArrayList<>();
        pieces.forEach((sequence, table) -> {
            List<OpId> elements = elements(sequence, table.inserted());
            if (!elements.isEmpty()) {
                inserted.add(new Inserted(sequence, elements));
            }
            table.deleted().forEach(range -> deleted.add(deleted(sequence, range)));
        });
        List<Put> puts = new ArrayList<>();
        keys.forEach((map, names) -> names.forEach(key -> puts.add(put(map, key))));
        return new Effects(inserted, deleted, puts, List.copyOf(replaced), List.copyOf(incremented));
    }

    private List<OpId> elements(ObjectId sequence, List<Pieces.Range> ranges) {
        Set<OpId> elements = new LinkedHashSet<>();
        for (Pieces.Range range : ranges) {
            for (int i = range.from(); i < range.to(); i++) {
                elements.add(after.elementAt(sequence, i));
            }
        }
        return List.copyOf(elements);
    }

    private Deleted deleted(ObjectId sequence, Pieces.Range range) {
        Optional<OpId> left = range.from() == 0 ? Optional.empty() : Optional.of(before.elementAt(sequence, range.from() - 1));
        return new Deleted(sequence, left, Tree.range(before, sequence, range.from(), range.to()));
    }

    private Put put(ObjectId map, String key) {
        Optional<Tree.Entry> prior = before.winner(map, key)
                .map(winner -> new Tree.Entry(key, winner, Tree.of(before, before.get(map, key).orElseThrow())));
        return new Put(map, key, after.winner(map, key), prior);
    }
}
