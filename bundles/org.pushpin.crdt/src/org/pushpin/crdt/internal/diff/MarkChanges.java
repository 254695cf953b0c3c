// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.rich.OpenMarks;
import org.pushpin.crdt.internal.sequence.Sequence;
import org.pushpin.crdt.internal.state.Utf8Order;
import org.pushpin.crdt.internal.tree.Edges;

/**
 * What of a text that two states have is marked otherwise in the later one: goes over both side by side, from the first edge of a mark that
 * differs to the last, and on while the marks there still differ. Cost: the edges on the way, and O(log n). One thread.
 */
final class MarkChanges {
    private final Side old;
    private final Side now;
    private final TreeSet<String> differing = new TreeSet<>(Utf8Order.INSTANCE);
    private final List<Mark> changes = new ArrayList<>();
    /** Where in the list the last change of a name is. */
    private final Map<String, Integer> last = new HashMap<>();

    /** An edge and how many units show before it. */
    private record Edge(int index, Op op) {
    }

    /** One of the states. */
    private static final class Side {
        private final Sequence sequence;
        private final OpenMarks open;
        private final List<Edge> edges = new ArrayList<>();
        private int next;
        /** Up to where the edges are known. */
        private int known;

        Side(Sequence sequence, int from, Authors authors) {
            this.sequence = sequence;
            this.open = new OpenMarks(authors);
            Edges before = sequence.edgesBefore(from);
            open.pass(before);
            known = from;
        }

        void know(int to) {
            if (to > known) {
                sequence.edges(known + 1, to, (index, op) -> edges.add(new Edge(index, op)));
                known = to;
            }
        }

        /** Past all edges up to an index. */
        void pass(int index) {
            while (next < edges.size() && edges.get(next).index <= index) {
                open.pass(edges.get(next++).op);
            }
        }

        int nextIndex() {
            return next < edges.size() ? edges.get(next).index : Integer.MAX_VALUE;
        }
    }

    /** @param oldFrom where in the old text the first edge is that differs @param from where in the new one */
    public MarkChanges(Sequence old, int oldFrom, Sequence now, int from, Authors authors) {
        this.old = new Side(old, oldFrom, authors);
        this.now = new Side(now, from, authors);
        compare();
    }

    /** Up to where the edges differ. */
    public void to(int oldTo, int to) {
        old.know(oldTo);
        now.know(to);
    }

    /** Goes over a stretch that both have; those come in order. */
    public void stretch(int oldFrom, int from, int length) {
        for (int done = 0; done < length;) {
            old.pass(oldFrom + done);
            now.pass(from + done);
            compare();
            int next = Math.min(old.nextIndex() - oldFrom, now.nextIndex() - from);
            int end = Math.min(length, Math.max(next, done + 1));
            for (String name : differing) {
                note(name, from + done, from + end);
            }
            done = end;
        }
    }

    /** Past all edges that are known. @return whether the marks differ behind them */
    public boolean differs() {
        old.pass(old.known);
        now.pass(now.known);
        compare();
        return !differing.isEmpty();
    }

    private void compare() {
        old.open.takeTouched().forEach(this::compare);
        now.open.takeTouched().forEach(this::compare);
    }

    private void compare(String name) {
        Scalar was = old.open.value(name);
        Scalar is = now.open.value(name);
        if (was == null ? is == null : was.equals(is)) {
            differing.remove(name);
        } else {
            differing.add(name);
        }
    }

    private void note(String name, int from, int to) {
        Scalar value = now.open.value(name);
        Mark change = new Mark(from, to, name, value == null ? Scalar.NULL : value);
        Mark before = last.containsKey(name) ? changes.get(last.get(name)) : null;
        if (before != null && before.end() == from && before.value().equals(change.value())) {
            changes.set(last.get(name), new Mark(before.start(), to, name, change.value()));
        } else {
            last.put(name, changes.size());
            changes.add(change);
        }
    }

    public List<Mark> changes() {
        return changes;
    }
}
