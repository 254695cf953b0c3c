// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;

import java.util.Arrays;
import org.pushpin.crdt.internal.append.AuthorTable;
import org.pushpin.crdt.internal.append.IntChunks;

/**
 * Adds to a {@link ChangeGraph}. One thread. An addition costs O(1) amortised and makes no garbage while a history is linear; where another
 * editor has added to the same graph already, the first addition also copies about 20 KiB and the directories of the tables.
 */
public final class ChangeGraphEditor {
    private static final int[] NONE = {};

    private ChangeGraph frozen;
    private Lineage lineage;
    private IntChunks nodes;
    private IntChunks runs;
    private IntChunks deps;
    private Block[] blocks;
    private final AuthorTable<Integer> lines;
    private int size;
    private int[] heads;
    private int headCount;
    private boolean irregular;
    /** The run at the end: its number, author, and what its next change would have to have. */
    private int run;
    private int author;
    private int nextSeq;
    private int nextOp;

    ChangeGraphEditor(ChangeGraph graph) {
        frozen = graph;
        lineage = graph.lineage;
        size = graph.size;
        run = graph.runCount() - 1;
        nodes = new IntChunks(graph.nodes, size * 2);
        runs = new IntChunks(graph.runs, run + 1 << Runs.STRIDE_BITS);
        deps = new IntChunks(graph.deps, graph.depsLength);
        blocks = graph.blocks;
        lines = new AuthorTable<>(graph.lines);
        heads = graph.heads.clone();
        headCount = heads.length;
        irregular = graph.irregular;
        if (size > 0) {
            author = graph.author(size - 1);
            nextSeq = (int) graph.seq(size - 1) + 1;
            nextOp = (int) graph.maxOp(size - 1) + 1;
        }
    }

    public int size() {
        return size;
    }

    /** What was added so far, as a value. Cost: O(heads); the editor may go on. */
    public ChangeGraph freeze() {
        if (frozen == null) {
            frozen = new ChangeGraph(lineage, size, nodes.chunks, runs.chunks, deps.chunks, deps.length, blocks, lines.freeze(),
                    Arrays.copyOf(heads, headCount), irregular);
        }
        return frozen;
    }

    /**
     * Adds a change. That its author's last is in the past of what it builds on is for the caller to see to
     * ({@link ChangeGraph#continues}): what is said of the past is right only if it is.
     *
     * @param seq the author's next, unless this is its first (a branch begins where its actor forked)
     * @param startOp greater than the operations of {@code dependencies} and of the author; at most 2³² − 1
     * @param maxOp {@code startOp} − 1 if there are none
     * @param message may be null
     * @param dependencies nodes, ascending
     * @param extra null if there is none; kept
     * @param hash 32 bytes, or null if it is to be computed when it is wanted
     * @param raw the chunk, if it cannot be encoded again; else null; kept
     * @return the number of its node
     * @throws IllegalArgumentException if the numbers are out of line; nothing was added then
     */
    public int add(int author, long seq, long startOp, long maxOp, long time, String message, int[] dependencies, byte[] extra,
            byte[] hash, byte[] raw) {
        boolean next = dependencies.length == 1 && dependencies[0] == size - 1;
        if (!next || !continues(author, seq, startOp)) {
            check(author, seq, startOp, dependencies);
        }
        checkOps(startOp, maxOp);
        claim(1);
        if (next && continues(author, seq, startOp)) {
            heads[drop(size - 1)] = size;
            headCount++;
        } else {
            begin(author, (int) seq, (int) startOp, dependencies);
        }
        append((int) maxOp);
        int node = size - 1;
        Block block = blocks[node >>> Block.BITS];
        block.time(node, time);
        if (message != null || extra != null || raw != null) {
            block.note(node, new Block.Note(message, extra, raw));
            irregular |= raw != null;
        }
        if (hash != null) {
            hash(node, hash, 0);
        }
        return node;
    }

    /**
     * Adds consecutive changes of an author, each on the one before, with the same number of operations and nothing but a time.
     *
     * @param count 1 or more
     * @param dependencies of the first
     */
    public void addRun(int author, long seq, long startOp, int opsEach, int count, long time, int... dependencies) {
        checkOps(startOp, startOp + (long) opsEach * count - 1);
        add(author, seq, startOp, startOp + opsEach - 1, time, null, dependencies, null, null, null);
        claim(count - 1);
        appendAlike(opsEach, count - 1, time);
        heads[headCount - 1] = size - 1;
    }

    private void appendAlike(int opsEach, int count, long time) {
        nodes.appendPairs(run, nextOp + opsEach - 1, opsEach, count);
        int end = size + count;
        while (size < end) {
            Block block = block();
            int stop = Math.min(end, (size | Block.MASK) + 1);
            // what a fresh block is told first holds for all of it
            int told = (size & Block.MASK) == 0 ? size + 1 : stop;
            for (; size < told; size++) {
                block.time(size, time);
            }
            size = stop;
        }
        nextSeq += count;
        nextOp += opsEach * count;
    }

    /**
     * Adds consecutive changes of an author, each on the one before and with the operations after its, with nothing but times.
     *
     * @param maxOps the greatest operations, of the changes from {@code from} to {@code to} (exclusive, greater than {@code from})
     * @param times as {@code maxOps}, or null for zeros
     * @param dependencies of the first
     * @throws IllegalArgumentException if the numbers are out of line; nothing was added then
     */
    public void addRun(int author, long seq, long startOp, long[] maxOps, long[] times, int from, int to, int... dependencies) {
        for (int i = from + 1; i < to; i++) {
            checkOps(maxOps[i - 1] + 1, maxOps[i]);
        }
        add(author, seq, startOp, maxOps[from], times == null ? 0 : times[from], null, dependencies, null, null, null);
        claim(to - from - 1);
        for (int i = from + 1; i < to; i++) {
            append((int) maxOps[i]);
            blocks[size - 1 >>> Block.BITS].time(size - 1, times == null ? 0 : times[i]);
        }
        heads[headCount - 1] = size - 1;
    }

    /** Tells the hash of a node, as the file that it comes from claims it. */
    public void hash(int node, byte[] hash, int offset) {
        blocks[node >>> Block.BITS].hash(node, hash, offset);
        lineage.index.add(HashIndex.prefix(hash, offset), node);
    }

    private boolean continues(int by, long seq, long startOp) {
        return run >= 0 && by == author && seq == Integer.toUnsignedLong(nextSeq) && startOp == Integer.toUnsignedLong(nextOp);
    }

    private static void checkOps(long startOp, long maxOp) {
        if (startOp < 1 || maxOp < startOp - 1 || startOp > 0xffff_ffffL || maxOp > 0xffff_ffffL) {
            throw new IllegalArgumentException("operations from " + startOp + " to " + maxOp);
        }
    }

    private void check(int by, long seq, long startOp, int[] dependencies) {
        int before = -1;
        for (int dep : dependencies) {
            if (dep <= before || dep >= size || maxOp(dep) >= startOp) {
                throw new IllegalArgumentException("change " + size + " on " + dep);
            }
            before = dep;
        }
        Integer last = lines.get(by);
        if (last != null) {
            int node = (last == run ? size : Runs.get(runs.chunks, last + 1, Runs.FIRST)) - 1;
            int ahead = node - Runs.get(runs.chunks, last, Runs.FIRST) + 1;
            long wanted = Integer.toUnsignedLong(Runs.get(runs.chunks, last, Runs.SEQ)) + ahead;
            if (seq != wanted || maxOp(node) >= startOp) {
                throw new IllegalArgumentException("change " + size + " is not the next of author " + by);
            }
        } else if (by < 0 || seq < 1 || seq > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("change " + seq + " of author " + by);
        }
    }

    /** Of a change that is here. */
    public long maxOp(int node) {
        return Integer.toUnsignedLong(IntChunks.at(nodes.chunks, node * 2 + 1));
    }

    /** Makes sure that nobody else writes the next nodes. */
    private void claim(int count) {
        if (!lineage.claim(size, count)) {
            lineage = lineage.diverge(freeze(), size + count);
            nodes = nodes.copy(Integer.MAX_VALUE);
            runs = runs.copy(Integer.MAX_VALUE);
            deps = deps.copy(Integer.MAX_VALUE);
            int used = size + Block.MASK >>> Block.BITS;
            blocks = Arrays.copyOf(blocks, used);
            if ((size & Block.MASK) != 0) {
                blocks[used - 1] = blocks[used - 1].copy(size & Block.MASK);
            }
        }
        frozen = null;
    }

    private void append(int maxOp) {
        nodes.append(run);
        nodes.append(maxOp);
        block();
        size++;
        nextSeq++;
        nextOp = maxOp + 1;
    }

    /** The block of the node that comes next. */
    private Block block() {
        int block = size >>> Block.BITS;
        if ((size & Block.MASK) == 0) {
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, Math.max(1, block * 2));
            }
            blocks[block] = new Block();
        }
        return blocks[block];
    }

    /** Begins a run with the node that comes next. */
    private void begin(int by, int seq, int startOp, int[] dependencies) {
        for (int dep : dependencies) {
            drop(dep);
        }
        if (headCount == heads.length) {
            heads = Arrays.copyOf(heads, headCount * 2 + 1);
        }
        heads[headCount++] = size;
        Integer last = lines.get(by);
        int before = last == null ? -1 : last;
        int ordinal = before < 0 ? 0 : Runs.ordinal(runs.chunks, before) + 1;
        int jump = Runs.jump(runs.chunks, before);
        int firstDeps = deps(dependencies);
        run++;
        runs.append(size);
        runs.append(by);
        runs.append(seq);
        runs.append(startOp);
        runs.append(firstDeps);
        runs.append(before);
        runs.append(jump);
        runs.append(headCount == 1 ? ordinal | Runs.SOLE : ordinal);
        lines.set(by, run);
        author = by;
        nextSeq = seq;
    }

    private int deps(int[] dependencies) {
        if (dependencies.length < 2) {
            return dependencies.length == 0 ? Runs.NOTHING : dependencies[0];
        }
        int place = -2 - deps.length;
        deps.append(dependencies.length);
        for (int dep : dependencies) {
            deps.append(dep);
        }
        return place;
    }

    /** Takes a node from the heads if it is one; answers where it was or would be. */
    private int drop(int node) {
        int at = headCount > 0 && heads[headCount - 1] == node ? headCount - 1 : Arrays.binarySearch(heads, 0, headCount, node);
        if (at >= 0) {
            headCount--;
            System.arraycopy(heads, at + 1, heads, at, headCount - at);
        }
        return at;
    }
}
