// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.OptionalInt;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.Marking;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.PlacedMark;

/** Writes values that were there before, with all that was inside them, and notes by which ids they go now. One thread. */
final class Restoring {

    private final Edit edit;
    private final Aliases aliases;

    Restoring(Edit edit, Aliases aliases) {
        this.edit = edit;
        this.aliases = aliases;
    }

    /** A value that was overwritten, or deleted. */
    void put(Slot slot, Effects.Prior prior) {
        switch (slot) {
            case Slot.Key key -> put(key.object(), key.key(), prior.value());
            case Slot.Element element -> {
                OptionalInt index = edit.indexOf(element.object(), element.element());
                put(element.object(), index.orElseThrow(), prior.value());
            }
        }
        slot.winner(edit).ifPresent(fresh -> aliases.put(prior.winner(), fresh));
    }

    private void put(ObjectId map, String key, Tree value) {
        switch (value) {
            case Tree.Leaf leaf -> edit.put(map, key, leaf.value());
            case Tree.Entries inner -> fill(edit.putObject(map, key, inner.type()), inner);
            case Tree.Elements list -> fill(edit.putObject(map, key, ObjectType.LIST), list);
            case Tree.Characters text -> fill(edit.putObject(map, key, ObjectType.TEXT), text);
        }
    }

    private void put(ObjectId list, int index, Tree value) {
        switch (value) {
            case Tree.Leaf leaf -> edit.put(list, index, leaf.value());
            case Tree.Entries inner -> fill(edit.putObject(list, index, inner.type()), inner);
            case Tree.Elements inner -> fill(edit.putObject(list, index, ObjectType.LIST), inner);
            case Tree.Characters text -> fill(edit.putObject(list, index, ObjectType.TEXT), text);
        }
    }

    /** One of the values that show there. */
    void retract(Slot slot, OpId put) {
        switch (slot) {
            case Slot.Key key -> edit.retract(key.object(), key.key(), put);
            case Slot.Element element -> edit.retract(element.object(), element.element(), put);
        }
    }

    void increment(Slot slot, OpId counter, long by) {
        switch (slot) {
            case Slot.Key key -> edit.increment(key.object(), key.key(), counter, by);
            case Slot.Element element -> edit.increment(element.object(), element.element(), counter, by);
        }
    }

    /** An element that was deleted, behind its tombstone. */
    void insertAfter(ObjectId sequence, OpId tombstone, Tree.Single single) {
        switch (single.value()) {
            case Tree.Leaf leaf -> stands(single, edit.insertAfter(sequence, tombstone, leaf.value()));
            case Tree.Entries map -> {
                ObjectId fresh = made(single, edit.insertObjectAfter(sequence, tombstone, map.type()));
                fill(fresh, map);
            }
            case Tree.Elements list -> {
                ObjectId fresh = made(single, edit.insertObjectAfter(sequence, tombstone, ObjectType.LIST));
                fill(fresh, list);
            }
            case Tree.Characters text -> {
                ObjectId fresh = made(single, edit.insertObjectAfter(sequence, tombstone, ObjectType.TEXT));
                fill(fresh, text);
            }
        }
    }

    private ObjectId made(Tree.Single single, ObjectId fresh) {
        stands(single, fresh.op().orElseThrow());
        return fresh;
    }

    /** The inserting operation is both the element and what put its value. */
    private void stands(Tree.Single single, OpId fresh) {
        aliases.elements().add(single.id(), fresh);
        aliases.put(single.winner(), fresh);
    }

    private void fill(ObjectId fresh, Tree.Entries map) {
        aliases.object(map.id(), fresh);
        map.entries().forEach(entry -> {
            put(fresh, entry.key(), entry.value());
            aliases.put(entry.winner(), edit.winner(fresh, entry.key()).orElseThrow());
        });
    }

    private void fill(ObjectId fresh, Tree.Elements list) {
        aliases.object(list.id(), fresh);
        list.pieces().forEach(piece -> append(fresh, piece));
    }

    private void fill(ObjectId fresh, Tree.Characters text) {
        aliases.object(text.id(), fresh);
        text.pieces().forEach(piece -> append(fresh, piece));
        for (PlacedMark placed : text.marks()) {
            Marking old = placed.marking();
            int made = edit.markings().size();
            edit.mark(fresh, placed.start(), placed.end(), old.expand(), old.name(), old.value());
            edit.markings().stream().skip(made).forEach(mark -> {
                aliases.elements().add(old.begin(), mark.begin());
                aliases.marks().add(mark.begin(), aliases.marks().resolve(old.begin()));
            });
        }
    }

    private void append(ObjectId sequence, Tree.Piece piece) {
        int at = edit.length(sequence);
        switch (piece) {
            case Tree.Run run -> {
                edit.splice(sequence, at, 0, run.characters());
                aliases.elements().addAll(run.ids(), edit.elementAt(sequence, at));
            }
            case Tree.Single single -> insert(sequence, at, single);
        }
    }

    /** An element that is made anew, before an index. */
    void insert(ObjectId sequence, int at, Tree.Single single) {
        insert(sequence, at, single.value());
        stands(single, edit.elementAt(sequence, at));
    }

    private void insert(ObjectId sequence, int at, Tree value) {
        switch (value) {
            case Tree.Leaf leaf -> edit.insert(sequence, at, leaf.value());
            case Tree.Entries map -> fill(edit.insertObject(sequence, at, map.type()), map);
            case Tree.Elements list -> fill(edit.insertObject(sequence, at, ObjectType.LIST), list);
            case Tree.Characters text -> fill(edit.insertObject(sequence, at, ObjectType.TEXT), text);
        }
    }
}
