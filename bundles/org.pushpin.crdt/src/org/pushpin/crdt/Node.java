// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A change in the graph. Immutable but for what it refers to, which is older: {@code index} is greater than that of every ancestor.
 */
final class Node {
    final Change change;
    final int index;
    final Node[] deps;
    /** The actor's change before this one; null for its first. */
    final Node predecessor;
    /** The first change of the fork branch that this one is in; null outside a fork. */
    final ChangeHash branch;

    Node(Change change, int index, Node[] deps, Node predecessor, ChangeHash branch) {
        this.change = change;
        this.index = index;
        this.deps = deps;
        this.predecessor = predecessor;
        this.branch = branch;
    }

    ChangeHash hash() {
        return change.hash();
    }

    /** Whether {@code ancestor} is one of {@code from} or of their ancestors. Cost: the changes since {@code ancestor} at worst. */
    static boolean reaches(Node[] from, Node ancestor) {
        for (Node dep : from) {
            if (dep == ancestor) {
                return true;
            }
        }
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node == ancestor) {
                return true;
            }
            for (Node dep : node.deps) {
                if (dep.index >= ancestor.index && seen.add(dep)) {
                    open.push(dep);
                }
            }
        }
        return false;
    }
}
