// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;

/** Questions about what a change builds on. Costs what lies between; usually one step. */
public final class CausalPast {

    private CausalPast() {
    }

    /** Whether {@code ancestor} is in the causal past of a change with these dependencies, all of which are in the document. */
    public static boolean contains(Doc document, Collection<ChangeHash> dependencies, ChangeHash ancestor) {
        if (dependencies.contains(ancestor)) {
            return true;
        }
        Optional<Change> sought = document.change(ancestor);
        return sought.isPresent()
                && search(document, dependencies, sought.get().maxOp(), change -> change.hash().equals(ancestor)).isPresent();
    }

    /** The change (actor, seq) in the causal past of these dependencies. */
    public static Optional<Change> find(Doc document, Collection<ChangeHash> dependencies, ActorId actor, long seq) {
        return search(document, dependencies, 0, change -> change.seq() == seq && change.actor().equals(actor));
    }

    /** @param floor a change whose operations all come before this counter cannot have what is sought in its past */
    private static Optional<Change> search(Doc document, Collection<ChangeHash> from, long floor, Predicate<Change> sought) {
        Deque<ChangeHash> todo = new ArrayDeque<>(from);
        Set<ChangeHash> seen = new HashSet<>(List.copyOf(from));
        while (!todo.isEmpty()) {
            Optional<Change> change = document.change(todo.poll());
            if (change.isEmpty() || change.get().maxOp() < floor) {
                continue;
            }
            if (sought.test(change.get())) {
                return change;
            }
            change.get().deps().stream().filter(seen::add).forEach(todo::add);
        }
        return Optional.empty();
    }
}
