// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A {@link Register} with a long history: a tree of {@link Entries}. What shows is found by counts in the nodes, so that no cost depends
 * on how much was overwritten but by a logarithm. Operations know what they succeed; how many succeed them is a number, and only who reads
 * all of them is told which.
 */
public final class ManyOps implements Register {
    /** How many leaves stay open that could be packed, at least, and one for how many entries more. */
    private static final int LOOSE = 8;
    private static final int LOOSE_PER = 256;
    /** The most operations and deletions for which an array is the better form again. */
    private static final int FEW = FewOps.MOST / 4;

    private final Entries root;
    private final int size;

    ManyOps(Entries root, int size) {
        this.root = root;
        this.size = size;
    }

    /** @param ops ascending, each with all its successors */
    static ManyOps of(Op[] ops, Authors authors) {
        return new Packing(ops, authors).toRegister();
    }

    @Override
    public Op winner() {
        return root.shown == 0 ? null : root.lastShown().shown();
    }

    @Override
    public Op[] visible() {
        Op[] visible = new Op[root.shown];
        root.forEachShown(new Consumer<>() {
            private int next;

            @Override
            public void accept(Entry entry) {
                visible[next++] = entry.shown();
            }
        });
        return visible;
    }

    @Override
    public int shown() {
        return root.shown;
    }

    @Override
    public Op markEdge() {
        Entry first = root.firstEntry();
        return first.op().action() == Action.MARK && first.successors() == 0 ? first.op() : null;
    }

    @Override
    public Op find(long id, Authors authors) {
        Entry entry = root.find(id, authors);
        return entry == null || entry.isDeletion() ? null : entry.op();
    }

    @Override
    public long[] predecessors(long id, Authors authors) {
        Entry entry = root.find(id, authors);
        return entry == null ? Op.NONE : entry.preds();
    }

    @Override
    public long[] overwriters(long id, Authors authors) {
        Entry overwritten = root.find(id, authors);
        if (overwritten == null || overwritten.successors() == 0) {
            return Op.NONE;
        }
        List<Long> later = new ArrayList<>();
        root.visitAfter(id, authors, new Predicate<>() {
            private int left = overwritten.successors();

            @Override
            public boolean test(Entry entry) {
                boolean counts = overwritten.op().isCounter() && entry.op().action() == Action.INCREMENT;
                if (!counts && Arrays.stream(entry.preds()).anyMatch(pred -> pred == id)) {
                    left--;
                    if (entry.op().action() != Action.INCREMENT) {
                        later.add(entry.id());
                    }
                }
                return left > 0;
            }
        });
        return later.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public long[] deletions(Authors authors) {
        long[] deletions = new long[root.deletions];
        root.forEachDeletion(new Consumer<>() {
            private int next;

            @Override
            public void accept(Entry entry) {
                deletions[next++] = entry.id();
            }
        });
        return deletions;
    }

    @Override
    public Register with(Op op, long[] preds, Authors authors) {
        long[] ascending = preds.length < 2 ? preds : authors.sorted(Arrays.stream(preds).distinct().toArray());
        Entries after = root;
        for (long pred : ascending) {
            Entry entry = after.find(pred, authors);
            if (entry == null || entry.isDeletion()) {
                return null;
            }
            after = after.with(entry.succeededBy(op), authors);
        }
        if (ascending.length == 0 && op.action() == Action.DELETE) {
            return this;
        }
        return new ManyOps(whole(after.with(new Entry(op, ascending), authors), size), size + 1);
    }

    /** As one node, with few leaves that could be packed. */
    private static Entries whole(Entries node, int size) {
        Entries[] parts = node.parts();
        Entries one = parts.length == 1 ? parts[0] : new EntryBranch(parts);
        return one.loose > LOOSE + size / LOOSE_PER ? one.packed() : one;
    }

    @Override
    public Register without(long first, int count, Authors authors) {
        Entries after = root;
        int left = size;
        for (int i = count - 1; i >= 0; i--) {
            Entry entry = after == null ? null : after.find(Ids.plus(first, i), authors);
            if (entry != null) {
                after = without(after, entry, authors);
                left--;
            }
        }
        if (after == root) {
            return this;
        }
        if (after == null) {
            return Register.empty();
        }
        ManyOps fewer = new ManyOps(whole(after instanceof EntryBranch branch ? branch.lowest() : after, left), left);
        return left <= FEW ? fewer.asFew(authors) : fewer;
    }

    private static Entries without(Entries from, Entry entry, Authors authors) {
        Entries after = from;
        for (long pred : entry.preds()) {
            Entry before = after.find(pred, authors);
            after = before == null ? after : after.with(before.notSucceededBy(entry.op()), authors);
        }
        return after.without(entry.id(), authors);
    }

    private Register asFew(Authors authors) {
        Op[] ops = new Op[size];
        int[] count = {0};
        forEach(authors, op -> ops[count[0]++] = op);
        return count[0] == 0 ? Register.empty() : Register.of(Arrays.copyOf(ops, count[0]), authors);
    }

    @Override
    public void forEach(Authors authors, Consumer<Op> action) {
        Successors successors = new Successors(root, size - root.deletions, authors);
        root.forEach(entry -> {
            if (!entry.isDeletion()) {
                action.accept(successors.next(entry));
            }
        });
    }
}
