// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which operations are in a change's own past: only those may it refer to, or replicas that got changes in another order would read it
 * differently. As an actor's line is in order, what is not in the past is, in each branch, all from some counter on.
 */
final class Ancestry {
    /** A branch of an actor's line; the branch is null where nothing forked. */
    private record Line(ActorId actor, ChangeHash branch) {
    }

    private final Node node;
    /** The first operation of each line that the change does not know. */
    private final Map<Line, Long> unknown;

    private Ancestry(Node node, Map<Line, Long> unknown) {
        this.node = node;
        this.unknown = unknown;
    }

    /**
     * The past of a change that was added to {@code history} last.
     *
     * @param previous that of the change added before, or null: where one follows the other, nothing needs to be computed
     */
    static Ancestry of(Node node, History history, Ancestry previous) {
        boolean follows = previous != null && node.deps.length == 1 && node.deps[0] == previous.node && node.index == previous.node.index + 1;
        if (follows) {
            return new Ancestry(node, previous.unknown);
        }
        Map<Line, Long> unknown = new HashMap<>();
        for (Node other : history.heads.length == 1 ? List.<Node>of() : history.notBelow(List.of(node))) {
            unknown.merge(new Line(other.change.actor(), other.branch), other.change.startOp(), Math::min);
        }
        return new Ancestry(node, unknown);
    }

    boolean includes(OpId id) {
        if (id.actor().equals(node.change.actor()) && Objects.equals(id.branch(), node.branch)) {
            return id.counter() <= node.change.maxOp();
        }
        Long first = unknown.get(new Line(id.actor(), id.branch()));
        return first == null || id.counter() < first;
    }

    List<OpId> filter(List<OpId> ids) {
        if (unknown.isEmpty()) {
            return ids;
        }
        List<OpId> included = new ArrayList<>(ids.size());
        for (OpId id : ids) {
            if (includes(id)) {
                included.add(id);
            }
        }
        return included;
    }
}
