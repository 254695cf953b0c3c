// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.repo.internal.undo.Effects.Deleted;
import org.pushpin.repo.internal.undo.Effects.Incremented;
import org.pushpin.repo.internal.undo.Effects.Inserted;
import org.pushpin.repo.internal.undo.Effects.Put;
import org.pushpin.repo.internal.undo.Effects.Replaced;

/**
 * Takes a group back in an edit at the current heads (formats §7). What somebody else has changed since is left as it is.
 */
public final class Inverse {

    private final Edit edit;
    private final History.Group group;
    private final Aliases aliases;

    private Inverse(Edit edit, History.Group group, Aliases aliases) {
        this.edit = edit;
        this.group = group;
        this.aliases = aliases;
    }

    /** Writes the inverse of all steps, newest first, into the edit. New ids go into the aliases. */
    public static void write(Edit edit, History.Group group, Aliases aliases) {
        Inverse inverse = new Inverse(edit, group, aliases);
        List<UndoStep> steps = group.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            inverse.takeBack(steps.get(i).effects());
        }
    }

    private void takeBack(Effects effects) {
        effects.incremented().forEach(this::decrement);
        effects.replaced().forEach(this::restore);
        effects.puts().forEach(this::restore);
        effects.inserted().forEach(this::remove);
        effects.deleted().forEach(this::reinsert);
    }

    private void remove(Inserted inserted) {
        ObjectId sequence = aliases.resolve(inserted.sequence());
        boolean text = isText(sequence);
        for (OpId element : inserted.elements()) {
            OptionalInt index = edit.indexOf(sequence, aliases.resolve(element));
            if (index.isPresent()) {
                delete(sequence, index.getAsInt(), text);
            }
        }
    }

    private void delete(ObjectId sequence, int index, boolean text) {
        if (text) {
            OpId element = edit.elementAt(sequence, index);
            int end = index + 1;
            while (end < edit.length(sequence) && edit.elementAt(sequence, end).equals(element)) {
                end++;
            }
            edit.splice(sequence, index, end - index, "");
        } else {
            edit.delete(sequence, index);
        }
    }

    private void reinsert(Deleted deleted) {
        ObjectId sequence = aliases.resolve(deleted.sequence());
        if (edit.type(sequence).isEmpty()) {
            return;
        }
        int at = deleted.left().map(left -> edit.positionAfter(sequence, aliases.resolve(left))).orElse(0);
        for (Tree.Element element : deleted.elements()) {
            OpId known = aliases.resolve(element.id());
            OptionalInt visible = edit.indexOf(sequence, known);
            if (visible.isPresent()) {
                at = edit.positionAfter(sequence, known);
            } else if (deletedByUsOnly(sequence, known)) {
                insert(sequence, at, element);
                at = edit.positionAfter(sequence, aliases.resolve(element.id()));
            }
        }
    }

    private boolean deletedByUsOnly(ObjectId sequence, OpId element) {
        return edit.deleters(sequence, element).stream().allMatch(op -> group.steps().stream().anyMatch(step -> step.made(op)));
    }

    private void insert(ObjectId sequence, int at, Tree.Element element) {
        if (isText(sequence) && !element.text().isEmpty()) {
            edit.splice(sequence, at, 0, element.text());
        } else {
            insert(sequence, at, element.value());
        }
        aliases.add(element.id(), edit.elementAt(sequence, at));
    }

    private void insert(ObjectId sequence, int at, Tree value) {
        switch (value) {
            case Tree.Leaf leaf -> edit.insert(sequence, at, leaf.value());
            case Tree.Entries map -> fill(edit.insertObject(sequence, at, map.type()), map);
            case Tree.Elements list -> fill(edit.insertObject(sequence, at, ObjectType.LIST), list);
            case Tree.Characters text -> fill(edit.insertObject(sequence, at, ObjectType.TEXT), text);
        }
    }

    private void restore(Put put) {
        ObjectId map = aliases.resolve(put.map());
        if (edit.type(map).isEmpty() || !edit.winner(map, put.key()).equals(put.ours().map(aliases::resolve))) {
            return;
        }
        if (put.prior().isPresent()) {
            put(map, put.key(), put.prior().get());
        } else {
            edit.delete(map, put.key());
        }
    }

    private void put(ObjectId map, String key, Tree.Entry prior) {
        switch (prior.value()) {
            case Tree.Leaf leaf -> edit.put(map, key, leaf.value());
            case Tree.Entries inner -> fill(edit.putObject(map, key, inner.type()), inner);
            case Tree.Elements list -> fill(edit.putObject(map, key, ObjectType.LIST), list);
            case Tree.Characters text -> fill(edit.putObject(map, key, ObjectType.TEXT), text);
        }
        aliases.add(prior.winner(), edit.winner(map, key).orElseThrow());
    }

    private void restore(Replaced replaced) {
        ObjectId list = aliases.resolve(replaced.list());
        OptionalInt index = edit.indexOf(list, aliases.resolve(replaced.element()));
        if (index.isEmpty() || !edit.get(list, index.getAsInt()).equals(Optional.of(present(replaced.ours())))) {
            return;
        }
        switch (replaced.prior()) {
            case Tree.Leaf leaf -> edit.put(list, index.getAsInt(), leaf.value());
            case Tree.Entries map -> fill(edit.putObject(list, index.getAsInt(), map.type()), map);
            case Tree.Elements inner -> fill(edit.putObject(list, index.getAsInt(), ObjectType.LIST), inner);
            case Tree.Characters text -> fill(edit.putObject(list, index.getAsInt(), ObjectType.TEXT), text);
        }
    }

    private Value present(Value ours) {
        return ours instanceof ObjectValue object ? new ObjectValue(aliases.resolve(object.id()), object.type()) : ours;
    }

    private void decrement(Incremented incremented) {
        ObjectId object = aliases.resolve(incremented.object());
        if (incremented.key().isPresent()) {
            String key = incremented.key().get();
            if (isCounter(edit.get(object, key))) {
                edit.increment(object, key, -incremented.by());
            }
            return;
        }
        OptionalInt index = edit.indexOf(object, aliases.resolve(incremented.element().orElseThrow()));
        if (index.isPresent() && isCounter(edit.get(object, index.getAsInt()))) {
            edit.increment(object, index.getAsInt(), -incremented.by());
        }
    }

    private static boolean isCounter(Optional<Value> value) {
        return value.filter(Scalar.Counter.class::isInstance).isPresent();
    }

    private boolean isText(ObjectId sequence) {
        return edit.type(sequence).filter(type -> type == ObjectType.TEXT).isPresent();
    }

    private void fill(ObjectId fresh, Tree.Entries map) {
        aliases.add(map.id(), fresh);
        map.entries().forEach(entry -> put(fresh, entry.key(), entry));
    }

    private void fill(ObjectId fresh, Tree.Elements list) {
        aliases.add(list.id(), fresh);
        for (int i = 0; i < list.elements().size(); i++) {
            insert(fresh, i, list.elements().get(i));
        }
    }

    private void fill(ObjectId fresh, Tree.Characters text) {
        aliases.add(text.id(), fresh);
        int at = 0;
        for (Tree.Element element : text.elements()) {
            insert(fresh, at, element);
            at = edit.length(fresh);
        }
    }
}
