// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** Steps that are undone together, oldest first. */
    public record Group(List<UndoStep> steps) {
        public Group {
            steps = List.copyOf(steps);
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
            return new History(replaceLast(undo, new Group(steps)), List.of(), open, true);
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
        List<Group> redoable = step.map(s -> push(redo, new Group(List.of(s)))).orElse(redo);
        return new History(undo.subList(0, undo.size() - 1), redoable, open, false);
    }

    /** After the newest undone group was brought back by a step. */
    public History redone(Optional<UndoStep> step) {
        List<Group> undoable = step.map(s -> push(undo, new Group(List.of(s)))).orElse(undo);
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

    /** Without the steps whose change is not kept. */
    public History retain(Predicate<ChangeHash> kept) {
        return new History(retain(undo, kept), retain(redo, kept), open, false);
    }

    private static List<Group> retain(List<Group> groups, Predicate<ChangeHash> kept) {
        return groups.stream().map(group -> new Group(group.steps().stream().filter(step -> kept.test(step.hash())).toList()))
                .filter(group -> !group.steps().isEmpty()).toList();
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
