// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.pushpin.crdt.ChangeHash;

/**
 * What can be undone and redone; an immutable value that goes along with the snapshot it belongs to. Newest last.
 *
 * @param open how many groups are open
 * @param joining whether the next change joins the newest group
 */
public record History(List<Group> undo, List<Group> redo, int open, boolean joining) {

    /** Nothing has happened yet. */
    public static final History EMPTY = new History(List.of(), List.of(), 0, false);

    private static final int LIMIT = 500;

    /** So many toggles of one group can be refused by the store at once and be put right. */
    private static final int REVERTED = 8;

    /**
     * Steps that are undone together, oldest first.
     *
     * @param reverted what they took back; empty for what a person did
     */
    public record Group(List<UndoStep> steps, Optional<Group> reverted) {
        public Group {
            steps = List.copyOf(steps);
        }

        Group(List<UndoStep> steps) {
            this(steps, Optional.empty());
        }

        private Group shortened(int depth) {
            return new Group(steps, depth == 0 ? Optional.empty() : reverted.map(group -> group.shortened(depth - 1)));
        }
    }

    public History {
        undo = List.copyOf(undo);
        redo = List.copyOf(redo);
    }

    /** After an own change. What was undone can no longer be redone. */
    public History with(UndoStep step) {
        if (joining && !undo.isEmpty()) {
            List<UndoStep> steps = new ArrayList<>(undo.get(undo.size() - 1).steps());
            steps.add(step);
            return new History(replaceLast(undo, new Group(steps, newest().get().reverted())), List.of(), open, true);
        }
        return new History(push(undo, new Group(List.of(step))), List.of(), open, open > 0);
    }

    /** What {@code undo()} would take back. */
    public Optional<Group> newest() {
        return undo.isEmpty() ? Optional.empty() : Optional.of(undo.get(undo.size() - 1));
    }

    /** What {@code redo()} would bring back. */
    public Optional<Group> newestUndone() {
        return redo.isEmpty() ? Optional.empty() : Optional.of(redo.get(redo.size() - 1));
    }

    /** After the newest group was taken back by a step, if there was anything left of it. */
    public History undone(Optional<UndoStep> step) {
        List<Group> redoable = step.map(s -> push(redo, reverting(s, newest()))).orElse(redo);
        return new History(undo.subList(0, undo.size() - 1), redoable, open, false);
    }

    /** After the newest undone group was brought back by a step. */
    public History redone(Optional<UndoStep> step) {
        List<Group> undoable = step.map(s -> push(undo, reverting(s, newestUndone()))).orElse(undo);
        return new History(undoable, redo.subList(0, redo.size() - 1), open, false);
    }

    /** With one more group open. */
    public History opened() {
        return new History(undo, redo, open + 1, open > 0 && joining);
    }

    /** With one group less open. */
    public History closed() {
        return new History(undo, redo, open - 1, open > 1 && joining);
    }

    private static Group reverting(UndoStep step, Optional<Group> reverted) {
        return new Group(List.of(step), reverted.map(group -> group.shortened(REVERTED)));
    }

    /** Without the steps whose change is not kept; what they had undone or redone can be so again. */
    public History retain(Predicate<ChangeHash> kept) {
        Retained retained = new Retained(kept);
        return new History(retained.of(undo, redo), retained.of(redo, undo), open, false);
    }

    /** The steps whose change is not kept. */
    public List<UndoStep> lost(Predicate<ChangeHash> kept) {
        List<UndoStep> lost = new ArrayList<>();
        Stream.concat(undo.stream(), redo.stream()).forEach(group -> {
            for (Optional<Group> each = Optional.of(group); each.isPresent(); each = each.get().reverted()) {
                each.get().steps().stream().filter(step -> !kept.test(step.hash())).forEach(lost::add);
            }
        });
        return lost;
    }

    /** Decides what stays, and on which of the two stacks. */
    private record Retained(Predicate<ChangeHash> kept) {

        /** What stays of one stack, and then what comes back from the other, of which the newest was done last. */
        List<Group> of(List<Group> stack, List<Group> other) {
            List<Group> groups = new ArrayList<>();
            stack.forEach(group -> survivor(group, true).ifPresent(groups::add));
            for (int i = other.size() - 1; i >= 0; i--) {
                survivor(other.get(i), false).ifPresent(groups::add);
            }
            return groups;
        }

        /** The newest of a group and those that it reverts of which something is kept, if it belongs on this stack. */
        private Optional<Group> survivor(Group group, boolean here) {
            List<UndoStep> steps = group.steps().stream().filter(step -> kept.test(step.hash())).toList();
            if (!steps.isEmpty()) {
                return here ? Optional.of(new Group(steps, group.reverted())) : Optional.empty();
            }
            return group.reverted().flatMap(reverted -> survivor(reverted, !here));
        }
    }

    private static List<Group> push(List<Group> groups, Group group) {
        List<Group> more = new ArrayList<>(groups.size() >= LIMIT ? groups.subList(1, groups.size()) : groups);
        more.add(group);
        return more;
    }

    private static List<Group> replaceLast(List<Group> groups, Group group) {
        List<Group> changed = new ArrayList<>(groups);
        changed.set(changed.size() - 1, group);
        return changed;
    }
}
