// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Path;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.CodePoints;

/** Deletes elements of a {@link Tree}, and takes deletions back. */
final class Deletion {
    private final Tree tree;
    private final Path path;
    private final Replacement replacement;

    Deletion(Tree tree, Replacement replacement) {
        this.tree = tree;
        this.path = tree.path;
        this.replacement = replacement;
    }

    /** See {@link SequenceEditor#delete}. */
    void delete(long element, int count, int stride, long firstDeleter) {
        long id = element;
        long deleter = firstDeleter;
        for (int left = count; left > 0;) {
            toSpan(id);
            int at = path.span * Span.SIZE;
            int n = 1;
            if (!Span.isRegular(path.leaf.spans, at) || path.leaf.spans[at + Span.DEL_AUTHOR] >= 0) {
                replacement.put(id, succeeded(path.leaf.ops(path.span, path.offset), id, deleter));
            } else {
                n = inSpan(left, stride);
                hide(path.offset, n, stride > 0 ? deleter : plus(deleter, n - 1), stride);
            }
            left -= n;
            id = plus(id, stride * n);
            deleter = plus(deleter, n);
        }
    }

    private static long plus(long id, int by) {
        return id + ((long) by << 32);
    }

    private void toSpan(long id) {
        if (!tree.locate(id)) {
            throw new IllegalArgumentException("unknown element");
        }
        tree.roomAt(0);
    }

    /** How many elements of a run are in the span, from the path's on; the path goes to the first of them in order. */
    private int inSpan(int left, int stride) {
        if (stride > 0) {
            return Math.min(left, path.leaf.spans[path.span * Span.SIZE + Span.LENGTH] - path.offset);
        }
        int n = Math.min(left, path.offset + 1);
        path.offset -= n - 1;
        return n;
    }

    private Register succeeded(Register ops, long id, long deleter) {
        Register after = ops.with(deletion(deleter), new long[] {id}, tree.authors);
        if (after == null) {
            throw new IllegalArgumentException("unknown operation");
        }
        return after;
    }

    /** Marks elements of the span as deleted. @param deleter of the first, in order of position */
    private void hide(int from, int n, long deleter, int stride) {
        Leaf leaf = tree.own();
        if (from + n == leaf.spans[path.span * Span.SIZE + Span.LENGTH] ? from > 0 && giveNext(leaf, n, deleter, stride)
                : from == 0 && givePrevious(leaf, n, deleter, stride)) {
            return;
        }
        isolate(leaf, from, n);
        int at = path.span * Span.SIZE;
        tree.addShown(path.span, -1, 0);
        leaf.spans[at + Span.DEL_AUTHOR] = (int) deleter;
        leaf.spans[at + Span.DEL_COUNTER] = (int) (deleter >>> 32);
        leaf.spans[at + Span.INFO] |= n > 1 && stride < 0 ? Span.FALLING : 0;
        joinAround(leaf);
    }

    /** The last elements join the deleted ones behind, if these go on. The path goes to the first of them. */
    private boolean giveNext(Leaf leaf, int n, long deleter, int stride) {
        int at = path.span * Span.SIZE;
        int kept = leaf.spans[at + Span.LENGTH] - n;
        int units = leaf.unitsOf(path.span, kept, n);
        int bytes = leaf.bytesOf(path.span, kept, n);
        if (path.span + 1 == leaf.count || !Span.giveNext(leaf.spans, at, n, bytes, units, deleter, stride)) {
            return false;
        }
        tree.totals.add(-units, -n, -bytes, 0, 0);
        path.to(path.span + 1, 0);
        return true;
    }

    /** The first elements join the deleted ones before, if they continue these. The path goes to what is left. */
    private boolean givePrevious(Leaf leaf, int n, long deleter, int stride) {
        int at = path.span * Span.SIZE;
        int units = leaf.unitsOf(path.span, 0, n);
        int bytes = leaf.bytesOf(path.span, 0, n);
        if (path.span == 0 || !Span.givePrevious(leaf.spans, at, n, bytes, units, deleter, stride)) {
            return false;
        }
        tree.totals.add(-units, -n, -bytes, 0, 0);
        path.offset = 0;
        path.to(path.span, 0);
        return true;
    }

    private void isolate(Leaf leaf, int from, int n) {
        if (from + n < leaf.spans[path.span * Span.SIZE + Span.LENGTH]) {
            leaf.cut(path.span, from + n);
        }
        if (from > 0) {
            leaf.cut(path.span, from);
            path.span++;
        }
        path.offset = 0;
    }

    private void joinAround(Leaf leaf) {
        leaf.join(path.span);
        int before = path.span == 0 ? 0 : leaf.spans[(path.span - 1) * Span.SIZE + Span.LENGTH];
        if (leaf.join(path.span - 1)) {
            path.span--;
            path.offset += before;
        }
    }

    /** See {@link SequenceEditor#undelete}. */
    void undelete(long element, int count, int stride, long firstDeleter) {
        long id = element;
        long deleter = firstDeleter;
        for (int left = count; left > 0;) {
            toSpan(id);
            int at = path.span * Span.SIZE;
            int n = 1;
            if (!Span.isRegular(path.leaf.spans, at)) {
                replacement.put(id, notSucceeded(path.leaf.ops(path.span, path.offset), deleter));
            } else {
                checkDeleter(path.leaf.spans, at, deleter);
                n = inSpan(left, stride);
                n = steps(path.leaf.spans, at, n, stride);
                show(n);
            }
            left -= n;
            id = plus(id, stride * n);
            deleter = plus(deleter, n);
        }
    }

    private void checkDeleter(int[] s, int at, long deleter) {
        if (Span.deleter(s, at, path.offset) != deleter) {
            throw new IllegalArgumentException("not deleted by that");
        }
    }

    /** 1 if the deleters of a span step otherwise than the run. The path goes to the first element in order. */
    private int steps(int[] s, int at, int n, int stride) {
        if (n == 1 || Span.stride(s, at) == stride) {
            return n;
        }
        path.offset += stride > 0 ? 0 : n - 1;
        return 1;
    }

    private Register notSucceeded(Register ops, long deleter) {
        Register before = ops.without(deleter, 1, tree.authors);
        if (before == ops) {
            throw new IllegalArgumentException("not deleted by that");
        }
        return before;
    }

    private static Op deletion(long id) {
        return new Op(id, Action.DELETE, Scalar.NULL);
    }

    private void show(int n) {
        Leaf leaf = tree.own();
        isolate(leaf, path.offset, n);
        int at = path.span * Span.SIZE;
        leaf.spans[at + Span.DEL_AUTHOR] = Span.VISIBLE;
        leaf.spans[at + Span.DEL_COUNTER] = 0;
        leaf.spans[at + Span.INFO] &= ~Span.FALLING;
        tree.addShown(path.span, 1, 0);
        joinAround(leaf);
    }

    /** See {@link SequenceEditor#deleteRange}. */
    int deleteRange(int index, int units, long firstDeleter, RunSink sink) {
        long deleter = firstDeleter;
        int count = 0;
        int start = tree.toUnit(index);
        for (int left = index + units - start; left > 0;) {
            if (count > 0) {
                tree.toUnit(start);
            }
            tree.roomAt(0);
            int at = path.span * Span.SIZE;
            long id = Span.id(path.leaf.spans, at, path.offset);
            int width = Span.units(path.leaf.spans, at);
            int n = 1;
            if (Span.isRegular(path.leaf.spans, at)) {
                n = covering(left);
                int shown = tree.totals.units;
                hide(path.offset, n, deleter, 1);
                width = shown - tree.totals.units;
            } else {
                Register ops = path.leaf.register(path.span);
                replacement.put(id, ops.with(deletion(deleter), ops.visibleIds(), tree.authors));
            }
            sink.run(id, n, 1);
            left -= width;
            deleter = plus(deleter, n);
            count += n;
        }
        return count;
    }

    /** How many elements of the span, from the path's on, cover some units. */
    private int covering(int units) {
        int[] s = path.leaf.spans;
        int at = path.span * Span.SIZE;
        int most = s[at + Span.LENGTH] - path.offset;
        if (Span.storedUnits(s, at) == s[at + Span.LENGTH]) {
            return Math.min(units, most);
        }
        int chars = path.chars();
        chars += CodePoints.bytes(path.leaf.chars, chars, path.offset);
        int n = 0;
        for (int left = units; left > 0 && n < most; n++) {
            int size = CodePoints.size(path.leaf.chars[chars]);
            left -= size == 4 ? 2 : 1;
            chars += size;
        }
        return n;
    }
}
