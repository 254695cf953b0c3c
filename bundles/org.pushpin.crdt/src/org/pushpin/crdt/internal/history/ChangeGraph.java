// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.internal.append.AuthorTable;
import org.pushpin.crdt.internal.append.IntChunks;
import org.pushpin.crdt.internal.op.Ids;

/**
 * The graph of changes: who made which, on top of which. An immutable value; any thread. Changes are nodes, numbered in the order in which
 * they were added, which is topological: what a node builds on has a smaller number.
 *
 * <p>An author's changes form a line: each has the next sequence number and has the one before in its past. (The branches of an actor that
 * forked are authors of their own.) So the past of a node is known by the last node of each author in it: see {@link Clock}.
 *
 * <p>A handle costs about 70 bytes; what it shows is shared with those before and after it. Eight bytes a node, 32 for each run of nodes,
 * 4 for a time that differs from its neighbours', 48 for a hash. See the package's description for how this is safe.
 */
public final class ChangeGraph {
    static final int[] NO_NODES = {};

    final Lineage lineage;
    final int size;
    /** Two integers a node: its run, and its greatest operation. */
    final int[][] nodes;
    final int[][] runs;
    /** Lists of nodes, each after its length. */
    final int[][] deps;
    final int depsLength;
    final Block[] blocks;
    /** By author, its last run. */
    final Object[][] lines;
    final int[] heads;
    final boolean irregular;

    ChangeGraph(Lineage lineage, int size, int[][] nodes, int[][] runs, int[][] deps, int depsLength, Block[] blocks, Object[][] lines,
            int[] heads, boolean irregular) {
        this.lineage = lineage;
        this.size = size;
        this.nodes = nodes;
        this.runs = runs;
        this.deps = deps;
        this.depsLength = depsLength;
        this.blocks = blocks;
        this.lines = lines;
        this.heads = heads;
        this.irregular = irregular;
    }

    public static ChangeGraph empty() {
        int[][] none = {};
        return new ChangeGraph(new Lineage(), 0, none, none, none, 0, new Block[0], AuthorTable.NONE, NO_NODES, false);
    }

    /** To add to it. This one stays as it is. */
    public ChangeGraphEditor edit() {
        return new ChangeGraphEditor(this);
    }

    public int size() {
        return size;
    }

    /** What it was when it had so many nodes. Cost: the nodes since. */
    public ChangeGraph upTo(int earlier) {
        return earlier == size ? this : earlier == 0 ? empty() : Beginning.of(this, earlier);
    }

    /** The nodes that nothing builds on, ascending. */
    public int[] heads() {
        return heads.clone();
    }

    public int headCount() {
        return heads.length;
    }

    public int head(int index) {
        return heads[index];
    }

    /** The greatest operation of all. */
    public long maxOp() {
        long max = 0;
        for (int head : heads) {
            max = Math.max(max, maxOp(head));
        }
        return max;
    }

    public int author(int node) {
        return Runs.get(runs, run(node), Runs.AUTHOR);
    }

    public long seq(int node) {
        int run = run(node);
        return Integer.toUnsignedLong(Runs.get(runs, run, Runs.SEQ)) + node - Runs.get(runs, run, Runs.FIRST);
    }

    public long startOp(int node) {
        int run = run(node);
        return Runs.get(runs, run, Runs.FIRST) == node ? Integer.toUnsignedLong(Runs.get(runs, run, Runs.START_OP)) : maxOp(node - 1) + 1;
    }

    /** {@link #startOp} − 1 if the change is empty. */
    public long maxOp(int node) {
        return Integer.toUnsignedLong(IntChunks.at(nodes, node * 2 + 1));
    }

    public long time(int node) {
        return blocks[node >>> Block.BITS].time(node);
    }

    /** Null if it has none. */
    public String message(int node) {
        return note(node).message();
    }

    /** What follows the known parts of its chunk; null if nothing does. Not to be modified. */
    public byte[] extra(int node) {
        return note(node).extra();
    }

    /** Whether any change has a {@link #raw} chunk. */
    public boolean isIrregular() {
        return irregular;
    }

    /** Its chunk, if that could not be encoded again; else null. Not to be modified. */
    public byte[] raw(int node) {
        return note(node).raw();
    }

    private Block.Note note(int node) {
        Block.Note note = blocks[node >>> Block.BITS].note(node);
        return note == null ? Block.Note.NONE : note;
    }

    /** All of it by runs, which is how it is best written. */
    public ChangeRuns runs() {
        return new ChangeRuns(this);
    }

    /** How many nodes it builds on. */
    public int depCount(int node) {
        int first = firstDeps(node);
        return first >= 0 ? 1 : first == Runs.NOTHING ? 0 : IntChunks.at(deps, -2 - first);
    }

    /** One of the nodes it builds on; they ascend. */
    public int dep(int node, int index) {
        int first = firstDeps(node);
        return first >= 0 ? first : IntChunks.at(deps, -1 - first + index);
    }

    public int[] deps(int node) {
        return IntStream.range(0, depCount(node)).map(i -> dep(node, i)).toArray();
    }

    /** Whether a change is its author's next after the node before, builds on nothing else, and goes on with its operations. */
    public boolean goesOn(int node) {
        return firstOfRun(run(node)) != node;
    }

    /** Whether a node is known without its hash to be another graph's node of that number: the graphs have it in common. */
    public boolean shares(int node, ChangeGraph other) {
        return node < other.size && blocks[node >>> Block.BITS] == other.blocks[node >>> Block.BITS];
    }

    private int firstDeps(int node) {
        int run = run(node);
        return Runs.get(runs, run, Runs.FIRST) == node ? Runs.get(runs, run, Runs.DEPS) : node - 1;
    }

    int run(int node) {
        return IntChunks.at(nodes, node * 2);
    }

    int runCount() {
        return size == 0 ? 0 : run(size - 1) + 1;
    }

    int firstOfRun(int run) {
        return Runs.get(runs, run, Runs.FIRST);
    }

    int lastOfRun(int run) {
        return run + 1 < runCount() ? firstOfRun(run + 1) - 1 : size - 1;
    }

    private int lastRun(int author) {
        Integer run = AuthorTable.get(lines, author);
        return run == null ? -1 : run;
    }

    /** An author's last node; −1 if it has none. */
    public int lastNode(int author) {
        int run = lastRun(author);
        return run < 0 ? -1 : lastOfRun(run);
    }

    /** An author's last node that is at most {@code limit}; −1 if there is none. */
    int lastNode(int author, int limit) {
        int run = Runs.atMost(runs, lastRun(author), Runs.FIRST, limit);
        return run < 0 ? -1 : Math.min(limit, lastOfRun(run));
    }

    /** One more than the greatest number of an author that has changes. */
    public int authorLimit() {
        return AuthorTable.limit(lines);
    }

    /** Whether an author may go on on top of some nodes: its last change must be in their past. The first may be anywhere. */
    public boolean continues(int author, int... dependencies) {
        int last = lastNode(author);
        return last < 0 || Ancestry.isAncestor(this, last, dependencies);
    }

    /** The greatest sequence number of an author; 0 if it has made nothing. */
    public long lastSeq(int author) {
        int node = lastNode(author);
        return node < 0 ? 0 : seq(node);
    }

    /** The node of an author's change; −1 if there is none. Cost: O(log n). */
    public int node(int author, long seq) {
        return Runs.node(this, lastRun(author), seq);
    }

    /** The node of the change that has an operation; −1 if none has. Cost: O(log n). */
    public int nodeOf(long id) {
        return Runs.nodeOf(this, lastRun(Ids.author(id)), Ids.counter(id));
    }

    /** Whether the hash of a node is known without encoding anything. */
    public boolean isHashed(int node) {
        return blocks[node >>> Block.BITS].isHashed(node);
    }

    /** The hash of a node. Forces those before it that are not known; that makes the first call cost as much as there are such. */
    public ChangeHash hash(int node, ChangeHasher hasher) {
        byte[] bytes = new byte[Block.HASH];
        hash(node, hasher, bytes, 0);
        return ChangeHash.of(bytes);
    }

    /** Writes the 32 bytes of a node's hash; else like {@link #hash(int, ChangeHasher)}. */
    public void hash(int node, ChangeHasher hasher, byte[] into, int offset) {
        if (!isHashed(node)) {
            Hashes.force(this, node, hasher);
        }
        System.arraycopy(blocks[node >>> Block.BITS].hashes(), Block.hashAt(node), into, offset, Block.HASH);
    }

    /** The node of a hash, or −1 if it is not the hash of any. Tries what is known first, then forces all hashes. */
    public int find(ChangeHash hash, ChangeHasher hasher) {
        return Hashes.find(this, hash.toByteArray(), hasher);
    }

    /** The node of a hash among those that were told or asked for one by one, or −1. Never forces anything. */
    public int findKnown(byte[] hash, int offset) {
        return lineage.index.find(this, hash, offset);
    }

    /** Makes all hashes known. */
    public void forceHashes(ChangeHasher hasher) {
        Hashes.forceAll(this, hasher);
    }

    /**
     * Computes all hashes, and compares those that were known before.
     *
     * @return the first node whose hash is not what was claimed, or −1 if all are right
     */
    public int verifyHashes(ChangeHasher hasher) {
        return Hashes.verify(this, hasher);
    }

    /** The hashes of the heads, ascending. */
    public List<ChangeHash> headHashes(ChangeHasher hasher) {
        return Arrays.stream(heads).mapToObj(h -> hash(h, hasher)).sorted().toList();
    }

    /** Whether a node is one of {@code of} or in their past. Cost: see {@link Ancestry}. */
    public boolean isAncestor(int node, int... of) {
        return Ancestry.isAncestor(this, node, of);
    }

    /** Whether an operation is in one of {@code of} or in their past. */
    public boolean includes(int[] of, long id) {
        int node = nodeOf(id);
        return node >= 0 && Ancestry.isAncestor(this, node, of);
    }

    /** Who did how much in the past of some nodes, themselves included. Cost: see {@link Ancestry}, and O(authors). */
    public Clock clock(int... of) {
        return new Clock(this, Ancestry.clock(this, of));
    }

    /** The nodes that are {@code from} or in their past, but neither {@code known} nor in theirs; the latest first. Cost: about what is returned. */
    public int[] notBelow(int[] from, int[] known) {
        return Ancestry.notBelow(this, from, known);
    }

    /** The nodes that are neither {@code known} nor in their past, each after those that it builds on. */
    public int[] since(int... known) {
        return Ancestry.since(this, known);
    }

    /** The nodes {@code of} and their past, as a set. Cost: O(runs), and a bit a node. */
    public BitSet ancestors(int... of) {
        return Ancestry.ancestors(this, of);
    }

    /** The latest nodes that are in the past of some of {@code one} and of some of {@code other}, or among them; ascending. */
    public int[] common(int[] one, int[] other) {
        return Ancestry.common(this, one, other);
    }

    /** Those of some nodes that are not in the past of others of them; ascending, without duplicates. */
    public int[] maximal(int... of) {
        return Ancestry.maximal(this, of);
    }
}
