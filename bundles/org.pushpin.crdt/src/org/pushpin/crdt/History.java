// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
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

    /** @param nodes all its changes, once it has forked; else null: they are found from {@code tip} */
    record Author(ActorId actor, long maxSeq, Node tip, List<Node> nodes) {
    }

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
        List<Node> all = author == null || author.nodes == null ? null : append(author.nodes, node);
        ActorId actor = author == null ? change.actor() : author.actor;
        long seq = author == null ? change.seq() : Math.max(author.maxSeq, change.seq());
        return new History(nodes.with(node.hash(), node), authors.with(actor, new Author(actor, seq, node, all)), headsAfter(node),
                Math.max(maxOp, change.maxOp()), irregular || !change.isCanonical(), waiting);
    }

    private static List<Node> append(List<Node> list, Node node) {
        List<Node> longer = new ArrayList<>(list);
        longer.add(node);
        return longer;
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
        List<Node> before = author == null ? List.of() : at(author, change.seq() - 1);
        Node predecessor = before.stream().filter(n -> Node.reaches(deps, n)).min(Comparator.comparing(Node::hash)).orElse(null);
        if (predecessor == null) {
            throw new MalformedException("a change that does not build on its author's last");
        }
        boolean taken = at(author, change.seq()).stream().anyMatch(n -> n.predecessor == predecessor);
        return new Placement(predecessor, predecessor.branch, taken);
    }

    /** An actor's changes of one sequence number: one, but for forks. */
    private static List<Node> at(Author author, long seq) {
        if (author.nodes != null) {
            return author.nodes.stream().filter(n -> n.change.seq() == seq).toList();
        }
        Node node = author.tip;
        while (node != null && node.change.seq() > seq) {
            node = node.predecessor;
        }
        return node == null || node.change.seq() < seq ? List.of() : List.of(node);
    }

    /**
     * The history of changes of which some fork their actor. It depends on the set of changes only, not on their order.
     *
     * @param changes each after those that it builds on
     */
    static History forked(List<Change> changes, Trie<ChangeHash, Change> waiting) throws MalformedException {
        Map<ChangeHash, Node> draft = new HashMap<>();
        Map<ActorId, List<Node>> byActor = new HashMap<>();
        for (Change change : changes) {
            Node[] deps = change.deps().stream().map(draft::get).toArray(Node[]::new);
            List<Node> own = byActor.computeIfAbsent(change.actor(), a -> new ArrayList<>());
            Node predecessor = own.stream().filter(n -> n.change.seq() == change.seq() - 1 && Node.reaches(deps, n))
                    .min(Comparator.comparing(Node::hash)).orElse(null);
            if (predecessor == null && change.seq() != 1) {
                throw new MalformedException("a change that does not build on its author's last");
            }
            Node node = new Node(change, draft.size(), deps, predecessor, null);
            draft.put(change.hash(), node);
            own.add(node);
        }
        return assembled(changes, draft, byActor, waiting);
    }

    private static History assembled(List<Change> changes, Map<ChangeHash, Node> draft, Map<ActorId, List<Node>> byActor,
            Trie<ChangeHash, Change> waiting) {
        History history = EMPTY.waitingFor(waiting);
        Set<ActorId> forkedActors = new HashSet<>();
        for (Change change : changes) {
            Node plain = draft.get(change.hash());
            List<Node> own = byActor.get(change.actor());
            boolean shared = own.stream().anyMatch(n -> n != plain && n.change.seq() == change.seq() && n.predecessor == plain.predecessor);
            if (shared) {
                forkedActors.add(change.actor());
            }
            Node[] deps = history.dependencies(change);
            Node predecessor = plain.predecessor == null ? null : history.nodes.get(plain.predecessor.hash());
            ChangeHash branch = shared ? change.hash() : predecessor == null ? null : predecessor.branch;
            history = history.with(new Node(change.slim(), history.nodes.size(), deps, predecessor, branch));
        }
        Trie<ActorId, Author> authors = history.authors;
        for (ActorId actor : forkedActors) {
            List<Node> all = new ArrayList<>();
            for (Node n : byActor.get(actor)) {
                all.add(history.nodes.get(n.hash()));
            }
            Author author = authors.get(actor);
            authors = authors.with(author.actor, new Author(author.actor, author.maxSeq, author.tip, all));
        }
        return new History(history.nodes, authors, history.heads, history.maxOp, true, waiting);
    }

    /** All changes, each after those that it builds on. */
    Node[] ordered() {
        Node[] all = new Node[nodes.size()];
        nodes.forEach((hash, node) -> all[node.index] = node);
        return all;
    }

    /** The changes that are not among {@code known} or their ancestors, in order. Cost: about what is returned. */
    List<Change> since(Collection<ChangeHash> known) {
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingInt((Node n) -> -n.index));
        Set<Node> have = new HashSet<>();
        Set<Node> queued = new HashSet<>();
        known.stream().map(nodes::get).filter(n -> n != null).forEach(n -> {
            have.add(n);
            enqueue(n, queued, open);
        });
        for (Node head : heads) {
            enqueue(head, queued, open);
        }
        int wanted = (int) queued.stream().filter(n -> !have.contains(n)).count();
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
        return found.reversed().stream().map(n -> n.change).toList();
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

    List<Fork> forks() {
        Map<ActorId, Map<Long, TreeSet<ChangeHash>>> found = new TreeMap<>();
        authors.forEach((actor, author) -> {
            for (Node n : author.nodes == null ? List.<Node>of() : author.nodes) {
                if (n.hash().equals(n.branch)) {
                    found.computeIfAbsent(actor, a -> new TreeMap<>()).computeIfAbsent(n.change.seq(), s -> new TreeSet<>()).add(n.hash());
                }
            }
        });
        List<Fork> forks = new ArrayList<>();
        found.forEach((actor, bySeq) -> bySeq.forEach((seq, branches) -> forks.add(new Fork(actor, seq, List.copyOf(branches)))));
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
        return authors.get(node.change.actor()).nodes.stream()
                .filter(n -> n.change.seq() == node.change.seq() && n.predecessor == node.predecessor)
                .allMatch(n -> n.hash().compareTo(node.hash()) >= 0);
    }

    /**
     * What an id in a change may stand for: the operation itself, or, where its actor forked, those of each branch that the change builds
     * on (and its own), in the order of their ids.
     */
    List<OpId> candidates(OpId wire, Node in) throws MalformedException {
        Author author = authors.get(wire.actor());
        if (author == null) {
            throw new MalformedException("an operation on something of an unknown actor");
        }
        if (author.nodes == null) {
            return List.of(author.actor == wire.actor() && wire.branch() == null ? wire : new OpId(wire.counter(), author.actor));
        }
        TreeSet<OpId> ids = new TreeSet<>();
        for (Node n : author.nodes) {
            boolean covers = n.change.startOp() <= wire.counter() && wire.counter() <= n.change.maxOp();
            if (covers && (in == null || n == in || Node.reaches(in.deps, n))) {
                ids.add(new OpId(wire.counter(), author.actor, n.branch));
            }
        }
        return List.copyOf(ids);
    }
}
