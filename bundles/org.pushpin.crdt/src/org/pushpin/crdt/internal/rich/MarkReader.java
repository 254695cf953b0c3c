// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.NewestMark;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.state.Utf8Order;

/** All marks of a text, by name and place: neighbouring stretches of one value are one. Cost: the edges of marks, not the text. */
public final class MarkReader {
    private final OpenMarks open;
    private final TreeMap<String, Stretches> byName = new TreeMap<>(Utf8Order.INSTANCE);
    private int index;

    /** Of one name: those that have ended, and from where on it has which value. */
    private static final class Stretches {
        private final List<Mark> ended = new ArrayList<>();
        private int start;
        private Scalar value;
    }

    private MarkReader(Authors authors) {
        open = new OpenMarks(authors);
    }

    public static List<Mark> marks(SequenceView view, Authors authors) {
        MarkReader reader = new MarkReader(authors);
        view.edges(0, view.length(), reader::edge);
        reader.close(view.length());
        List<Mark> all = new ArrayList<>();
        reader.byName.values().forEach(stretches -> all.addAll(stretches.ended));
        return List.copyOf(all);
    }

    /** What the element that covers an index is marked with. */
    public static Map<String, Scalar> marksAt(SequenceView view, int at, Authors authors) {
        if (!view.hasMarks()) {
            return Map.of();
        }
        OpenMarks marks = new OpenMarks(authors);
        marks.pass(view.edgesBefore(at));
        return marks.values();
    }

    /**
     * Which mark of a name counts where, from one index to another, also one that takes marks away. Cost: O(log n), and the edges on the way.
     */
    public static List<NewestMark> newest(SequenceView view, int from, int to, String name, Authors authors) {
        List<NewestMark> pieces = new ArrayList<>();
        if (from >= to || !view.hasMarks()) {
            return pieces;
        }
        OpenMarks open = new OpenMarks(authors);
        open.pass(view.edgesBefore(from));
        int[] start = {from};
        view.edges(from + 1, to - 1, (at, edge) -> {
            note(pieces, start[0], at, open.newest(name), authors);
            start[0] = at;
            open.pass(edge);
        });
        note(pieces, start[0], to, open.newest(name), authors);
        return pieces;
    }

    private static void note(List<NewestMark> pieces, int from, int to, Op mark, Authors authors) {
        if (mark == null || from == to) {
            return;
        }
        NewestMark last = pieces.isEmpty() ? null : pieces.getLast();
        OpId id = authors.opId(mark.id());
        if (last != null && last.end() == from && last.mark().equals(id)) {
            pieces.set(pieces.size() - 1, new NewestMark(last.start(), to, id));
        } else {
            pieces.add(new NewestMark(from, to, id));
        }
    }

    private void edge(int at, Op edge) {
        if (at > index) {
            settle(open.takeTouched());
            index = at;
        }
        open.pass(edge);
    }

    /** Notes what names are marked with from the index on. */
    private void settle(Set<String> names) {
        for (String name : names) {
            Stretches stretches = byName.computeIfAbsent(name, n -> new Stretches());
            Scalar value = open.value(name);
            if (stretches.value == null || !stretches.value.equals(value)) {
                end(stretches, name);
                stretches.start = index;
                stretches.value = value;
            }
        }
    }

    private void end(Stretches stretches, String name) {
        if (stretches.value != null && index > stretches.start) {
            stretches.ended.add(new Mark(stretches.start, index, name, stretches.value));
        }
    }

    private void close(int length) {
        if (length > index) {
            settle(open.takeTouched());
            index = length;
        }
        byName.forEach((name, stretches) -> end(stretches, name));
    }
}
