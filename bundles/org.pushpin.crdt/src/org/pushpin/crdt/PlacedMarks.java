// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.sequence.SequenceView;

/** Pairs the edges of marks. One thread. */
final class PlacedMarks {
    private final ObjectId text;
    private final Authors authors;
    private final Map<Long, Begin> open = new HashMap<>();
    private final List<PlacedMark> placed = new ArrayList<>();

    private record Begin(int index, Op edge) {
    }

    private PlacedMarks(ObjectId text, Authors authors) {
        this.text = text;
        this.authors = authors;
    }

    static List<PlacedMark> of(ObjectId text, SequenceView view, Authors authors) {
        PlacedMarks marks = new PlacedMarks(text, authors);
        view.edges(0, view.length(), marks::edge);
        marks.placed.sort(Comparator.comparing(mark -> mark.marking().begin()));
        return List.copyOf(marks.placed);
    }

    private void edge(int index, Op edge) {
        if (edge.mark() != null) {
            open.put(edge.id(), new Begin(index, edge));
            return;
        }
        Begin begin = open.remove(Ids.plus(edge.id(), -1));
        if (begin != null) {
            Op first = begin.edge;
            placed.add(new PlacedMark(begin.index, index, new Marking(text, authors.opId(first.id()), first.mark(), first.value(),
                    ExpandMark.of(first.expand(), edge.expand()))));
        }
    }
}
