// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An actor's changes. Immutable. As long as they are one line, the last change leads to all of them; once the line forked, they are
 * found by sequence number and branch.
 *
 * @param tip the change that was added last
 * @param bySeq null while there is one line
 * @param branches null while there is one line
 */
record Author(ActorId actor, long maxSeq, Node tip, Trie<Long, List<Node>> bySeq, List<Branch> branches) {
    /** Consecutive changes of one branch. */
    private record Branch(Node first, Node last) {
        boolean continuesWith(Node node) {
            return first.branch == node.branch || first.branch != null && first.branch.equals(node.branch);
        }
    }

    static Author of(Node first) {
        Author line = new Author(first.change.actor(), first.change.seq(), first, null, null);
        return first.branch == null ? line : line.withBranches();
    }

    boolean isForked() {
        return bySeq != null;
    }

    Author with(Node node) {
        long seq = Math.max(maxSeq, node.change.seq());
        if (!isForked()) {
            Author longer = new Author(actor, seq, node, null, null);
            return node.branch == null ? longer : withBranches().with(node);
        }
        List<Node> turn = new ArrayList<>(at(node.change.seq()));
        turn.add(node);
        List<Branch> next = new ArrayList<>(branches);
        boolean continued = false;
        for (int i = 0; i < next.size() && !continued; i++) {
            continued = next.get(i).continuesWith(node);
            if (continued) {
                next.set(i, new Branch(next.get(i).first, node));
            }
        }
        if (!continued) {
            next.add(new Branch(node, node));
        }
        return new Author(actor, seq, node, bySeq.with(node.change.seq(), turn), next);
    }

    /** The same with its line as a first branch. */
    private Author withBranches() {
        Trie<Long, List<Node>> all = Trie.empty();
        Node first = tip;
        for (Node node = tip; node != null; node = node.predecessor) {
            all = all.with(node.change.seq(), List.of(node));
            first = node;
        }
        return new Author(actor, maxSeq, tip, all, List.of(new Branch(first, tip)));
    }

    /** The changes of one sequence number: one, but for forks. */
    List<Node> at(long seq) {
        if (isForked()) {
            List<Node> found = bySeq.get(seq);
            return found == null ? List.of() : found;
        }
        Node node = tip;
        while (node != null && node.change.seq() > seq) {
            node = node.predecessor;
        }
        return node == null || node.change.seq() < seq ? List.of() : List.of(node);
    }

    /** Of a forked line: the changes that have an operation of this counter, at most one of each branch. */
    List<Node> makers(long counter) {
        List<Node> makers = new ArrayList<>(2);
        for (Branch branch : branches) {
            Node maker = maker(branch, counter);
            if (maker != null) {
                makers.add(maker);
            }
        }
        return makers;
    }

    private Node maker(Branch branch, long counter) {
        long low = branch.first.change.seq();
        long high = branch.last.change.seq();
        while (low <= high) {
            long middle = low + high >>> 1;
            Node node = at(middle).stream().filter(branch::continuesWith).findFirst().orElseThrow();
            if (counter < node.change.startOp()) {
                high = middle - 1;
            } else if (counter > node.change.maxOp()) {
                low = middle + 1;
            } else {
                return node;
            }
        }
        return null;
    }

    List<Fork> forks() {
        if (!isForked()) {
            return List.of();
        }
        Set<Long> seqs = new HashSet<>();
        bySeq.forEach((seq, turn) -> turn.stream().filter(n -> n.hash().equals(n.branch)).forEach(n -> seqs.add(seq)));
        return seqs.stream().map(seq -> {
            TreeSet<ChangeHash> hashes = new TreeSet<>();
            at(seq).stream().filter(n -> n.hash().equals(n.branch)).forEach(n -> hashes.add(n.hash()));
            return new Fork(actor, seq, List.copyOf(hashes));
        }).toList();
    }
}
