// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * The graph of changes: who made which, on top of which. Immutable; a change is added in O(log n). Changes are numbered in the order in
 * which they were added, which is topological.
 *
 * <p>An actor's changes form a line, by sequence number. Where an actor made two different changes at one number, the history forks:
 * each branch is known by its first change, and the operations of a branch carry that hash in their ids ({@link OpId#branch()}).
 */
final class History {
    static final History EMPTY = new History(Trie.empty(), Trie.empty(), new Node[0], 0, false, Trie.empty());

    final Trie<ChangeHash, Node> nodes;
    final Trie<ActorId, Author> authors;
    /** Changes that nothing builds on, by hash. */
    final Node[] heads;
    final long maxOp;
    /** Whether some actor forked, or some change cannot be part of a document chunk. */
    final boolean irregular;
    /** Changes that wait for others. */
    final Trie<ChangeHash, Change> waiting;

    private History(Trie<ChangeHash, Node> nodes, Trie<ActorId, Author> authors, Node[] heads, long maxOp, boolean irregular,
            Trie<ChangeHash, Change> waiting) {
        this.nodes = nodes;
        this.authors = authors;
        this.heads = heads;
        this.maxOp = maxOp;
        this.irregular = irregular;
        this.waiting = waiting;
    }

    /** Where a change belongs in the line of its actor; {@code forks} if that place is taken. */
    private record Placement(Node predecessor, ChangeHash branch, boolean forks) {
    }

    History waitingFor(Trie<ChangeHash, Change> changes) {
        return new History(nodes, authors, heads, maxOp, irregular, changes);
    }

    /** The changes that a change builds on, or null if one is missing. */
    Node[] dependencies(Change change) {
        List<ChangeHash> hashes = change.deps();
        Node[] deps = new Node[hashes.size()];
        for (int i = 0; i < deps.length; i++) {
            deps[i] = nodes.get(hashes.get(i));
            if (deps[i] == null) {
                return null;
            }
        }
        return deps;
    }

    /**
     * Adds a change whose dependencies are here.
     *
     * @return the history with it, or null if it forks its actor: then {@link #forked} must rebuild everything
     * @throws MalformedException if it is out of line with its actor or its dependencies
     */
    History with(Change change) throws MalformedException {
        Node[] deps = dependencies(change);
        for (Node dep : deps) {
            if (dep.change.maxOp() >= change.startOp()) {
                throw new MalformedException("a change whose operations are older than what it builds on");
            }
        }
        Placement place = place(change, deps);
        if (place.forks) {
            return null;
        }
        return with(new Node(change.slim(), nodes.size(), deps, place.predecessor, place.branch));
    }

    private History with(Node node) {
        Change change = node.change;
        Author author = authors.get(change.actor());
        Author after = author == null ? Author.of(node) : author.with(node);
        return new History(nodes.with(node.hash(), node), authors.with(after.actor(), after), headsAfter(node),
                Math.max(maxOp, change.maxOp()), irregular || !change.isCanonical(), waiting);
    }

    private Node[] headsAfter(Node node) {
        List<Node> next = new ArrayList<>(heads.length + 1);
        for (Node head : heads) {
            if (!Arrays.asList(node.deps).contains(head)) {
                next.add(head);
            }
        }
        next.add(node);
        next.sort(Comparator.comparing(Node::hash));
        return next.toArray(new Node[0]);
    }

    private Placement place(Change change, Node[] deps) throws MalformedException {
        Author author = authors.get(change.actor());
        if (change.seq() == 1) {
            return new Placement(null, null, author != null);
        }
        List<Node> before = author == null ? List.of() : author.at(change.seq() - 1);
        Node predecessor = before.stream().filter(n -> Node.reaches(deps, n)).min(Comparator.comparing(Node::hash)).orElse(null);
        if (predecessor == null) {
            throw new MalformedException("a change that does not build on its author's last");
        }
        boolean taken = author.at(change.seq()).stream().anyMatch(n -> n.predecessor == predecessor);
        return new Placement(predecessor, predecessor.branch, taken);
    }

    /**
     * The history of changes of which some fork their actor. It depends on the set of changes only, not on their order.
     *
     * @param changes each after those that it builds on
     * @return the history after each change
     */
    static List<History> forked(List<Change> changes, Trie<ChangeHash, Change> waiting) throws MalformedException {
        Map<ChangeHash, Node> draft = new HashMap<>();
        Map<Turn, List<Node>> turns = new HashMap<>();
        for (Change change : changes) {
            Node[] deps = change.deps().stream().map(draft::get).toArray(Node[]::new);
            Node predecessor = turns.getOrDefault(new Turn(change.actor(), change.seq() - 1), List.of()).stream()
                    .filter(n -> Node.reaches(deps, n)).min(Comparator.comparing(Node::hash)).orElse(null);
            if (predecessor == null && change.seq() != 1) {
                throw new MalformedException("a change that does not build on its author's last");
            }
            Node node = new Node(change, draft.size(), deps, predecessor, null);
            draft.put(change.hash(), node);
            turns.computeIfAbsent(new Turn(change.actor(), change.seq()), t -> new ArrayList<>(1)).add(node);
        }
        return assembled(changes, draft, turns, waiting);
    }

    /** A place in an actor's line of changes. */
    private record Turn(ActorId actor, long seq) {
    }

    private static List<History> assembled(List<Change> changes, Map<ChangeHash, Node> draft, Map<Turn, List<Node>> turns,
            Trie<ChangeHash, Change> waiting) {
        History history = new History(EMPTY.nodes, EMPTY.authors, EMPTY.heads, 0, true, waiting);
        List<History> steps = new ArrayList<>(changes.size());
        for (Change change : changes) {
            Node plain = draft.get(change.hash());
            boolean shared = turns.get(new Turn(change.actor(), change.seq())).stream()
                    .anyMatch(n -> n != plain && n.predecessor == plain.predecessor);
            Node[] deps = history.dependencies(change);
            Node predecessor = plain.predecessor == null ? null : history.nodes.get(plain.predecessor.hash());
            ChangeHash branch = shared ? change.hash() : predecessor == null ? null : predecessor.branch;
            history = history.with(new Node(change.slim(), history.nodes.size(), deps, predecessor, branch));
            steps.add(history);
        }
        return steps;
    }

    /** All changes, each after those that it builds on. */
    Node[] ordered() {
        Node[] all = new Node[nodes.size()];
        nodes.forEach((hash, node) -> all[node.index] = node);
        return all;
    }

    /** The changes that are not among {@code known} or their ancestors, in order. Cost: about what is returned. */
    List<Change> since(Collection<ChangeHash> known) {
        List<Node> found = notBelow(known.stream().map(nodes::get).filter(Objects::nonNull).toList());
        return found.reversed().stream().map(n -> n.change).toList();
    }

    /** The changes that are neither among {@code known} nor below them, the latest first. */
    List<Node> notBelow(Collection<Node> known) {
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingInt((Node n) -> -n.index));
        Set<Node> have = new HashSet<>(known);
        Set<Node> queued = new HashSet<>();
        known.forEach(n -> enqueue(n, queued, open));
        int wanted = 0;
        for (Node head : heads) {
            wanted += enqueue(head, queued, open) ? 1 : 0;
        }
        List<Node> found = new ArrayList<>();
        while (wanted > 0) {
            Node node = open.poll();
            boolean had = have.contains(node);
            if (!had) {
                wanted--;
                found.add(node);
            }
            for (Node dep : node.deps) {
                boolean fresh = enqueue(dep, queued, open);
                if (had) {
                    wanted -= have.add(dep) && !fresh ? 1 : 0;
                } else if (fresh) {
                    wanted++;
                }
            }
        }
        return found;
    }

    private static boolean enqueue(Node node, Set<Node> queued, PriorityQueue<Node> open) {
        boolean fresh = queued.add(node);
        if (fresh) {
            open.add(node);
        }
        return fresh;
    }

    /** What waiting changes wait for. */
    List<ChangeHash> missing() {
        Set<ChangeHash> missing = new TreeSet<>();
        waiting.forEach((hash, change) -> change.deps().stream().filter(d -> nodes.get(d) == null && waiting.get(d) == null)
                .forEach(missing::add));
        return List.copyOf(missing);
    }

    /** The first changes on the ways down from {@code heads} that are neither here nor waiting. */
    List<ChangeHash> missing(Collection<ChangeHash> heads) {
        Set<ChangeHash> missing = new TreeSet<>();
        Set<ChangeHash> seen = new HashSet<>(heads);
        Deque<ChangeHash> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ChangeHash hash = open.pop();
            Change change = waiting.get(hash);
            if (change != null) {
                change.deps().stream().filter(seen::add).forEach(open::push);
            } else if (nodes.get(hash) == null) {
                missing.add(hash);
            }
        }
        return List.copyOf(missing);
    }

    List<Fork> forks() {
        List<Fork> forks = new ArrayList<>();
        authors.forEach((actor, author) -> forks.addAll(author.forks()));
        forks.sort(Comparator.comparing(Fork::actor).thenComparing(Fork::seq));
        return List.copyOf(forks);
    }

    /**
     * The changes that one document chunk can hold: those that are encoded as it would encode them, on the branch of the lowest hash where
     * an actor forked, and that build on nothing else.
     */
    Set<Node> regular() {
        Set<Node> regular = new HashSet<>();
        for (Node node : ordered()) {
            boolean whole = node.change.isCanonical() && regular.containsAll(Arrays.asList(node.deps));
            if (whole && (!node.hash().equals(node.branch) || isLowest(node))) {
                regular.add(node);
            }
        }
        return regular;
    }

    private boolean isLowest(Node node) {
        return authors.get(node.change.actor()).at(node.change.seq()).stream().filter(n -> n.predecessor == node.predecessor)
                .allMatch(n -> n.hash().compareTo(node.hash()) >= 0);
    }

    /**
     * What an id in a change may stand for: the operation itself, or, where its actor forked, those of each branch, in the order of their
     * ids. Only what is in the change's past counts: see {@link Ancestry}.
     */
    List<OpId> candidates(OpId wire) throws MalformedException {
        Author author = authors.get(wire.actor());
        if (author == null) {
            throw new MalformedException("an operation on something of an unknown actor");
        }
        if (!author.isForked()) {
            return List.of(author.actor() == wire.actor() && wire.branch() == null ? wire : new OpId(wire.counter(), author.actor()));
        }
        return author.makers(wire.counter()).stream().map(n -> new OpId(wire.counter(), author.actor(), n.branch)).sorted().toList();
    }
}
