// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks down a {@link ChangeGraph}, the latest node first, so that all that is above a node was seen before it. A run of nodes is one step.
 * A walk ends early at a node that has everything older in its past, as the last one has wherever people take turns. Where many changes
 * were concurrent for long, {@link #isAncestor} and {@link #clock} use clocks that are cached at intervals, and take a bounded number of
 * steps an author; {@link #notBelow} takes about as many steps as there are runs among what is on one side only.
 */
final class Ancestry {
    /** Steps after which it is worth while to have cached clocks. */
    private static final int PATIENCE = 512;
    private static final int WANTED = 1;
    private static final int KNOWN = 2;
    private static final int STALE = 4;

    private Ancestry() {
    }

    static boolean isAncestor(ChangeGraph graph, int node, int[] of) {
        int author = graph.author(node);
        boolean below = false;
        for (int one : of) {
            if (one == node || one > node && (graph.author(one) == author || isSole(graph, graph.run(one)))) {
                return true;
            }
            below |= one > node;
        }
        return below && reaches(graph, new NodeQueue(of, WANTED), node, author);
    }

    private static boolean reaches(ChangeGraph graph, NodeQueue queue, int node, int author) {
        Checkpoints checkpoints = graph.lineage.checkpoints();
        for (int steps = 0; queue.top() >= node; steps++) {
            int next = queue.pop();
            int run = graph.run(next);
            if (Runs.get(graph.runs, run, Runs.AUTHOR) == author || isSole(graph, run)) {
                return true;
            }
            if (steps == PATIENCE) {
                checkpoints = graph.lineage.checkpoints(graph);
            }
            int[] clock = checkpoints.at(graph, run);
            if (clock == null) {
                queue.pushDeps(graph, graph.firstOfRun(run), WANTED);
            } else if (author < clock.length && clock[author] >= node) {
                return true;
            }
        }
        return false;
    }

    /** Whether the nodes of a run have everything older in their past. */
    private static boolean isSole(ChangeGraph graph, int run) {
        return Runs.get(graph.runs, run, Runs.ORDINAL) < 0;
    }

    /** By author, the last node that is {@code of} or in their past; −1 where there is none. */
    static int[] clock(ChangeGraph graph, int[] of) {
        return clock(graph, of, graph.lineage.checkpoints(), true);
    }

    static int[] clock(ChangeGraph graph, int[] of, Checkpoints known, boolean mayExtend) {
        Checkpoints checkpoints = known;
        int[] clock = new int[graph.authorLimit()];
        Arrays.fill(clock, -1);
        NodeQueue queue = new NodeQueue(of, WANTED);
        for (int steps = 0; !queue.isEmpty(); steps++) {
            int node = queue.pop();
            int run = graph.run(node);
            int author = Runs.get(graph.runs, run, Runs.AUTHOR);
            if (isSole(graph, run)) {
                mergeAll(graph, node, clock);
                return clock;
            }
            clock[author] = Math.max(clock[author], node);
            if (mayExtend && steps == PATIENCE) {
                checkpoints = graph.lineage.checkpoints(graph);
            }
            int[] cached = checkpoints.at(graph, run);
            if (cached == null) {
                queue.pushDeps(graph, graph.firstOfRun(run), WANTED);
            } else {
                merge(cached, clock);
            }
        }
        return clock;
    }

    private static void mergeAll(ChangeGraph graph, int limit, int[] into) {
        for (int author = 0; author < into.length; author++) {
            into[author] = Math.max(into[author], graph.lastNode(author, limit));
        }
    }

    private static void merge(int[] cached, int[] into) {
        for (int author = 0; author < cached.length; author++) {
            into[author] = Math.max(into[author], cached[author]);
        }
    }

    static int[] notBelow(ChangeGraph graph, int[] from, int[] known) {
        NodeQueue queue = new NodeQueue(from, WANTED);
        for (int node : known) {
            queue.push(node, KNOWN);
        }
        Found found = new Found();
        while (queue.count(WANTED) > 0) {
            int node = queue.pop();
            boolean wanted = queue.flags() == WANTED;
            int run = graph.run(node);
            if (!wanted && isSole(graph, run)) {
                break;
            }
            int low = Math.max(graph.firstOfRun(run), queue.top() + 1);
            if (wanted) {
                found.add(node, low);
            }
            queue.pushDeps(graph, low, wanted ? WANTED : KNOWN);
        }
        return found.descending();
    }

    static BitSet ancestors(ChangeGraph graph, int[] of) {
        BitSet found = new BitSet(graph.size());
        NodeQueue queue = new NodeQueue(of, WANTED);
        while (!queue.isEmpty()) {
            int node = queue.pop();
            int run = graph.run(node);
            if (isSole(graph, run)) {
                found.set(0, node + 1);
                break;
            }
            int low = Math.max(graph.firstOfRun(run), queue.top() + 1);
            found.set(low, node + 1);
            queue.pushDeps(graph, low, WANTED);
        }
        return found;
    }

    static int[] common(ChangeGraph graph, int[] one, int[] other) {
        NodeQueue queue = new NodeQueue(one, WANTED);
        for (int node : other) {
            queue.push(node, KNOWN);
        }
        Found found = new Found();
        while (queue.count(WANTED) > 0 && queue.count(KNOWN) > 0) {
            int node = queue.pop();
            int flags = queue.flags();
            int run = graph.run(node);
            if (flags == (WANTED | KNOWN)) {
                found.add(node, node);
                flags |= STALE;
            }
            if ((flags & STALE) != 0 && isSole(graph, run)) {
                break;
            }
            queue.pushDeps(graph, Math.max(graph.firstOfRun(run), queue.top() + 1), flags);
        }
        return found.ascending();
    }

    static int[] maximal(ChangeGraph graph, int[] of) {
        if (of.length < 2) {
            return of.clone();
        }
        NodeQueue queue = new NodeQueue(of, WANTED);
        Found found = new Found();
        while (queue.count(WANTED) > 0) {
            int node = queue.pop();
            int run = graph.run(node);
            if (queue.flags() == WANTED) {
                found.add(node, node);
            }
            if (isSole(graph, run)) {
                break;
            }
            queue.pushDeps(graph, Math.max(graph.firstOfRun(run), queue.top() + 1), STALE);
        }
        return found.ascending();
    }

    /** As {@link #notBelow} of the heads, but ascending. */
    static int[] since(ChangeGraph graph, int[] known) {
        return Found.reversed(notBelow(graph, graph.heads, known));
    }

    /** Nodes that a walk found, the latest first. One thread. */
    private static final class Found {
        private int[] nodes = new int[8];
        private int count;

        /** Adds those from {@code high} down to {@code low}. */
        void add(int high, int low) {
            int more = count + high - low + 1;
            if (more > nodes.length) {
                nodes = Arrays.copyOf(nodes, Math.max(more, count * 2));
            }
            for (int node = high; node >= low; node--) {
                nodes[count++] = node;
            }
        }

        int[] descending() {
            return Arrays.copyOf(nodes, count);
        }

        int[] ascending() {
            return reversed(descending());
        }

        /** The same array, turned round. */
        static int[] reversed(int[] nodes) {
            for (int i = 0, j = nodes.length - 1; i < j; i++, j--) {
                int other = nodes[i];
                nodes[i] = nodes[j];
                nodes[j] = other;
            }
            return nodes;
        }
    }
}
