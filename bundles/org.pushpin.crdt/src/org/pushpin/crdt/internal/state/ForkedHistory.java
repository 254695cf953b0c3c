// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeChunk;

/**
 * Builds a document of changes of which some fork their actor: two different changes with one sequence number, on top of the same change
 * of theirs. Each branch is an author of its own, known by its first change. The outcome depends on the set of changes, not their order.
 */
public final class ForkedHistory {
    /** A place in an actor's line of changes. */
    private record Turn(ActorId actor, long seq) {
    }

    private final List<ChangeChunk> changes;
    private final Map<ChangeHash, Integer> numbers = new HashMap<>();
    private final Map<Turn, List<Integer>> turns = new HashMap<>();
    private final int[][] deps;
    private final int[] predecessors;
    private int reached;

    /** @param changes each after those that it builds on */
    public ForkedHistory(List<ChangeChunk> changes) {
        this.changes = changes;
        this.deps = new int[changes.size()][];
        this.predecessors = new int[changes.size()];
    }

    public DocState build() throws MalformedException {
        for (reached = 0; reached < changes.size(); reached++) {
            place(reached);
        }
        Working working = new Working(DocState.EMPTY);
        ChangeHash[] branches = new ChangeHash[changes.size()];
        for (int i = 0; i < changes.size(); i++) {
            ChangeChunk change = changes.get(i);
            branches[i] = isShared(i) ? change.hash() : predecessors[i] < 0 ? null : branches[predecessors[i]];
            reached = i;
            working.apply(change, branches[i]);
        }
        return working.freeze();
    }

    /** The change at which {@link #build} is, or was when it failed. */
    public int reached() {
        return reached;
    }

    private void place(int i) throws MalformedException {
        ChangeChunk change = changes.get(i);
        deps[i] = new int[change.depCount()];
        for (int d = 0; d < deps[i].length; d++) {
            deps[i][d] = numbers.get(change.dep(d));
        }
        predecessors[i] = -1;
        for (int before : turns.getOrDefault(new Turn(change.actor(), change.seq() - 1), List.of())) {
            boolean lower = predecessors[i] < 0 || changes.get(before).hash().compareTo(changes.get(predecessors[i]).hash()) < 0;
            if (lower && reaches(deps[i], before)) {
                predecessors[i] = before;
            }
        }
        if (predecessors[i] < 0 && change.seq() != 1) {
            throw new MalformedException("a change that does not build on its author's last");
        }
        numbers.put(change.hash(), i);
        turns.computeIfAbsent(new Turn(change.actor(), change.seq()), t -> new ArrayList<>(1)).add(i);
    }

    private boolean isShared(int i) {
        ChangeChunk change = changes.get(i);
        return turns.get(new Turn(change.actor(), change.seq())).stream().anyMatch(n -> n != i && predecessors[n] == predecessors[i]);
    }

    /** Whether {@code ancestor} is one of {@code from} or of their ancestors. */
    private boolean reaches(int[] from, int ancestor) {
        BitSet seen = new BitSet();
        Deque<int[]> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (int node : open.pop()) {
                if (node == ancestor) {
                    return true;
                }
                if (node > ancestor && !seen.get(node)) {
                    seen.set(node);
                    open.push(deps[node]);
                }
            }
        }
        return false;
    }
}
