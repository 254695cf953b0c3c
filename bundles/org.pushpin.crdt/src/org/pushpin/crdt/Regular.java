// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.state.ChangeEncoder;
import org.pushpin.crdt.internal.state.DocState;

/**
 * What of a document one document chunk can hold: the changes that are encoded as it would encode them, on the branch of the lowest hash
 * where an actor forked, and that build on nothing else.
 *
 * @param document those changes
 * @param others the rest, each after what it builds on
 */
record Regular(Doc document, List<Change> others) {

    static Regular of(Doc doc) {
        ChangeGraph graph = doc.state.graph();
        if (!doc.isForked() && !graph.isIrregular()) {
            return new Regular(doc, List.of());
        }
        ChangeEncoder encoder = new ChangeEncoder(doc.state);
        BitSet regular = new BitSet();
        List<Change> kept = new ArrayList<>();
        List<Change> others = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            boolean whole = graph.raw(i) == null && isOnLowestBranch(doc.state, i);
            for (int dep : graph.deps(i)) {
                whole &= regular.get(dep);
            }
            regular.set(i, whole);
            (whole ? kept : others).add(new Change(encoder, i));
        }
        try {
            return new Regular(Doc.empty().apply(kept), others);
        } catch (MalformedException e) {
            throw new IllegalStateException("changes that were applied before", e);
        }
    }

    /** Whether a change does not begin a branch, or begins that of the lowest hash. */
    private static boolean isOnLowestBranch(DocState state, int node) {
        ChangeHash branch = state.authors().branch(state.graph().author(node));
        if (branch == null || !branch.equals(state.graph().hash(node, new ChangeEncoder(state)))) {
            return true;
        }
        return forks(state).stream().noneMatch(f -> f.branches().contains(branch) && !f.branches().getFirst().equals(branch));
    }

    /** Where actors made two changes with one sequence number, in order of actor and number. */
    static List<Fork> forks(DocState state) {
        record Place(ActorId actor, long seq) {
        }
        ChangeGraph graph = state.graph();
        Map<Place, TreeSet<ChangeHash>> places = new HashMap<>();
        for (int author = 0; author < state.authors().size(); author++) {
            ChangeHash branch = state.authors().branch(author);
            int first = branch == null ? -1 : graph.find(branch, new ChangeEncoder(state));
            if (first >= 0) {
                places.computeIfAbsent(new Place(state.authors().actor(author), graph.seq(first)), p -> new TreeSet<>()).add(branch);
            }
        }
        return places.entrySet().stream().map(e -> new Fork(e.getKey().actor(), e.getKey().seq(), List.copyOf(e.getValue())))
                .sorted(Comparator.comparing(Fork::actor).thenComparing(Fork::seq)).toList();
    }
}
