// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pushpin.crdt.Scalar;

/** Makes a register with a long history of operations that know their successors, as a document has them. One thread. O(n log n) */
final class Packing {
    private static final int SIZE = Entries.MOST;

    private final Op[] ops;
    private final Authors authors;
    /** All successors, ascending as numbers; where the predecessors of each begin; and these. */
    private long[] later;
    private int[] from;
    private long[] preds;
    /** By operation, how many increments a counter has and what they add. */
    private final int[] increments;
    private final long[] sums;
    private final List<Entries> leaves = new ArrayList<>();
    private final Entry[] leaf = new Entry[SIZE];
    private int filled;

    Packing(Op[] ops, Authors authors) {
        this.ops = ops;
        this.authors = authors;
        this.increments = new int[ops.length];
        this.sums = new long[ops.length];
    }

    ManyOps toRegister() {
        turnAround();
        boolean[] known = countIncrements();
        long[] deletions = deletions(known);
        int next = 0;
        for (int i = 0; i < ops.length; i++) {
            while (next < deletions.length && authors.compare(deletions[next], ops[i].id()) < 0) {
                addDeletion(deletions[next++]);
            }
            Op op = ops[i].succ().length == 0 ? ops[i] : ops[i].withSucc(Op.NONE);
            add(new Entry(op, preds(op.id()), ops[i].succ().length - increments[i], increments[i], sums[i]));
        }
        while (next < deletions.length) {
            addDeletion(deletions[next++]);
        }
        finishLeaf();
        return new ManyOps(tree(), ops.length + deletions.length);
    }

    private void turnAround() {
        int count = FewOps.weight(ops) - ops.length;
        long[] links = new long[count];
        int at = 0;
        for (Op op : ops) {
            System.arraycopy(op.succ(), 0, links, at, op.succ().length);
            at += op.succ().length;
        }
        Arrays.sort(links);
        later = Arrays.stream(links).distinct().toArray();
        from = new int[later.length + 1];
        for (int i = 0, slot = -1; i < count; i++) {
            slot += i == 0 || links[i] != links[i - 1] ? 1 : 0;
            from[slot + 1] = i + 1;
        }
        preds = new long[count];
        int[] next = from.clone();
        for (Op op : ops) {
            for (long link : op.succ()) {
                preds[next[Arrays.binarySearch(later, link)]++] = op.id();
            }
        }
    }

    private long[] preds(long id) {
        int slot = Arrays.binarySearch(later, id);
        return slot < 0 ? Op.NONE : Arrays.copyOfRange(preds, from[slot], from[slot + 1]);
    }

    /** Answers, by successor, whether it is an operation here, and not a deletion. */
    private boolean[] countIncrements() {
        boolean[] known = new boolean[later.length];
        for (Op op : ops) {
            int slot = Arrays.binarySearch(later, op.id());
            if (slot < 0) {
                continue;
            }
            known[slot] = true;
            for (int i = from[slot]; op.action() == Action.INCREMENT && i < from[slot + 1]; i++) {
                int pred = Arrays.binarySearch(ops, new Op(preds[i], Action.SET, null), (a, b) -> authors.compare(a.id(), b.id()));
                if (ops[pred].isCounter()) {
                    increments[pred]++;
                    sums[pred] += op.amount();
                }
            }
        }
        return known;
    }

    private long[] deletions(boolean[] known) {
        long[] deletions = new long[later.length];
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) {
                deletions[count++] = later[i];
            }
        }
        return authors.sorted(Arrays.copyOf(deletions, count));
    }

    private void addDeletion(long id) {
        add(new Entry(new Op(id, Action.DELETE, Scalar.NULL), preds(id)));
    }

    private void add(Entry entry) {
        leaf[filled++] = entry;
        if (filled == SIZE) {
            finishLeaf();
        }
    }

    private void finishLeaf() {
        if (filled > 0) {
            leaves.add(new EntryList(Arrays.copyOf(leaf, filled)).packed());
            filled = 0;
        }
    }

    private Entries tree() {
        List<Entries> level = leaves;
        while (level.size() > 1) {
            List<Entries> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += SIZE) {
                above.add(new EntryBranch(level.subList(i, Math.min(i + SIZE, level.size())).toArray(Entries[]::new)));
            }
            level = above;
        }
        return level.getFirst();
    }
}
