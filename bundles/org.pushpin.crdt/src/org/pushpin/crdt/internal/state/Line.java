// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeHasher;
import org.pushpin.crdt.internal.op.Authors;

/**
 * Where a change belongs in the line of its actor: an actor's changes form a line, by sequence number, and each builds on the one before.
 * A second change in one place forks the line.
 */
record Line(Authors authors, ChangeGraph graph, ChangeHasher hasher) {
    /** The place is taken by another change. */
    static final int FORKS = -2;
    /** The actor's first change. */
    static final int NEW = -1;

    /** The actor's last change; where it forked, the one of the greatest number, and of the lowest hash among those; −1 if there is none. */
    int last(ActorId actor) {
        int last = -1;
        for (int number : authors.numbers(actor)) {
            int node = graph.lastNode(number);
            if (node >= 0 && (last < 0 || graph.seq(node) > graph.seq(last) || graph.seq(node) == graph.seq(last) && isLower(node, last))) {
                last = node;
            }
        }
        return last;
    }

    private boolean isLower(int node, int than) {
        return graph.hash(node, hasher).compareTo(graph.hash(than, hasher)) < 0;
    }

    /**
     * The author that a change belongs to, {@link #NEW} or {@link #FORKS}.
     *
     * @param deps what it builds on
     * @throws MalformedException if it does not build on its actor's change before
     */
    int author(ChangeChunk change, int[] deps) throws MalformedException {
        int[] numbers = authors.numbers(change.actor());
        if (change.seq() == 1) {
            return hasChanges(numbers) ? FORKS : numbers.length == 0 ? NEW : numbers[0];
        }
        int predecessor = predecessor(numbers, change.seq(), deps);
        if (predecessor < 0) {
            throw new MalformedException("a change that does not build on its author's last");
        }
        for (int number : numbers) {
            int taken = graph.node(number, change.seq());
            if (taken >= 0 && predecessor(numbers, change.seq(), graph.deps(taken)) == predecessor) {
                return FORKS;
            }
        }
        return graph.author(predecessor);
    }

    private boolean hasChanges(int[] numbers) {
        for (int number : numbers) {
            if (graph.lastNode(number) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The actor's change before sequence number {@code seq}, in the past of {@code deps}, the one of the lowest hash; −1 if there is none. */
    private int predecessor(int[] numbers, long seq, int[] deps) {
        int found = -1;
        for (int number : numbers) {
            int node = graph.node(number, seq - 1);
            if (node >= 0 && graph.isAncestor(node, deps) && (found < 0 || isLower(node, found))) {
                found = node;
            }
        }
        return found;
    }
}
