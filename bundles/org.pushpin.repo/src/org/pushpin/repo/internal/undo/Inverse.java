// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.OpId;
import org.pushpin.repo.internal.undo.Effects.Deleted;
import org.pushpin.repo.internal.undo.Effects.Incremented;
import org.pushpin.repo.internal.undo.Effects.Inserted;
import org.pushpin.repo.internal.undo.Effects.Prior;
import org.pushpin.repo.internal.undo.Effects.Put;

/**
 * Takes a group back in an edit at the current heads (formats §7). What somebody else has changed since is left as it is.
 *
 * <p>Of values that show at one place only ours are taken; a mark goes by deleting its own two edges; what was deleted comes back
 * right behind its own tombstone, so between the same neighbours and inside the same marks; unless somebody else deleted it too.
 */
public final class Inverse {

    private final Edit edit;
    private final History.Group group;
    private final Aliases aliases;
    private final Set<ActorId> own = new HashSet<>();
    private final Restoring restoring;
    private final MarkInverse marks;

    private Inverse(Edit edit, ActorId writer, History.Group group, Aliases aliases) {
        this.edit = edit;
        this.group = group;
        this.aliases = aliases;
        restoring = new Restoring(edit, aliases);
        marks = new MarkInverse(edit, aliases);
        own.add(writer);
        group.steps().forEach(step -> own.add(step.actor()));
    }

    /**
     * Writes the inverse of all steps, newest first, into the edit. New ids go into the aliases.
     *
     * @param writer as whom the edit is written
     */
    public static Inverse write(Edit edit, ActorId writer, History.Group group, Aliases aliases) {
        Inverse inverse = new Inverse(edit, writer, group, aliases);
        List<UndoStep> steps = group.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            inverse.takeBack(steps.get(i).effects());
        }
        return inverse;
    }

    /** The step that takes this one back. */
    public UndoStep step(Doc before, Commit commit) {
        return new UndoStep(before, commit, marks.marked(), marks.unmarked());
    }

    private void takeBack(Effects effects) {
        effects.marked().forEach(marks::retract);
        effects.incremented().forEach(this::decrement);
        effects.puts().forEach(this::restore);
        effects.inserted().forEach(this::remove);
        effects.deleted().forEach(this::reinsert);
        effects.unmarked().forEach(marks::make);
    }

    private void remove(Inserted inserted) {
        ObjectId sequence = aliases.object(inserted.sequence());
        boolean text = isText(sequence);
        for (IdRun run : inserted.elements()) {
            if (text) {
                removeText(sequence, run);
            } else {
                for (int i = 0; i < run.count(); i++) {
                    removeElement(sequence, aliases.elements().resolve(run.at(i)));
                }
            }
        }
    }

    /** What still shows of it, in as few splices as there can be. */
    private void removeText(ObjectId text, IdRun run) {
        int from = 0;
        int to = 0;
        for (int i = 0; i < run.count(); i++) {
            OpId element = aliases.elements().resolve(run.at(i));
            OptionalInt index = edit.indexOf(text, element);
            if (index.isPresent()) {
                if (index.getAsInt() != to) {
                    edit.splice(text, from, to - from, "");
                    index = edit.indexOf(text, element);
                    from = index.getAsInt();
                }
                to = edit.positionAfter(text, element);
            }
        }
        edit.splice(text, from, to - from, "");
    }

    /** An element to which somebody else gave another value stays with that. */
    private void removeElement(ObjectId list, OpId element) {
        OptionalInt index = edit.indexOf(list, element);
        if (index.isEmpty()) {
            return;
        }
        List<OpId> puts = edit.puts(list, index.getAsInt());
        if (puts.stream().allMatch(this::isOurValue)) {
            edit.delete(list, index.getAsInt());
        } else {
            puts.stream().filter(this::isOurValue).forEach(put -> edit.retract(list, element, put));
        }
    }

    /** Whether the value is our own, and not somebody else's that we only brought back; unless that is what is being taken back. */
    private boolean isOurValue(OpId put) {
        return areOurs(List.of(put)) || own.contains(aliases.origins().resolve(put).actor());
    }

    private void reinsert(Deleted deleted) {
        ObjectId sequence = aliases.object(deleted.sequence());
        if (edit.type(sequence).isPresent()) {
            new Reinsertion(edit, sequence, !sequence.equals(deleted.sequence()), aliases, restoring, this::byUs, this::areOurs).run(deleted);
        }
    }

    /** Somebody else's value that came meanwhile stays; and what somebody else deleted, too, does not come back. */
    private void restore(Put put) {
        Slot slot = resolve(put.slot());
        List<OpId> puts = slot.puts(edit);
        Optional<OpId> ours = put.ours().map(aliases.puts()::resolve);
        if (ours.isEmpty() ? !puts.isEmpty() : !puts.contains(ours.get())) {
            return;
        }
        Optional<Prior> prior = put.prior().filter(before -> byUs(put.slot().deleters(edit, before.winner()))
                && areOurs(slot.deleters(edit, aliases.puts().resolve(before.winner()))));
        if (ours.isPresent() && (puts.size() > 1 || prior.isEmpty())) {
            restoring.retract(slot, ours.get());
        } else {
            prior.ifPresent(before -> restoring.put(slot, before));
        }
    }

    /** Whether nobody else made any of them. */
    private boolean byUs(List<OpId> operations) {
        return operations.stream().allMatch(op -> own.contains(op.actor()));
    }

    /** Whether all of them are to be taken back. */
    private boolean areOurs(List<OpId> operations) {
        return operations.stream().allMatch(op -> group.steps().stream().anyMatch(step -> step.made(op)));
    }

    private void decrement(Incremented incremented) {
        Slot slot = resolve(incremented.slot());
        OpId counter = aliases.puts().resolve(incremented.counter());
        if (slot.puts(edit).contains(counter)) {
            restoring.increment(slot, counter, -incremented.by());
        }
    }

    private Slot resolve(Slot slot) {
        return switch (slot) {
            case Slot.Key key -> new Slot.Key(aliases.object(key.object()), key.key());
            case Slot.Element element -> new Slot.Element(aliases.object(element.object()), aliases.elements().resolve(element.element()));
        };
    }

    private boolean isText(ObjectId sequence) {
        return edit.type(sequence).filter(type -> type == ObjectType.TEXT).isPresent();
    }
}
