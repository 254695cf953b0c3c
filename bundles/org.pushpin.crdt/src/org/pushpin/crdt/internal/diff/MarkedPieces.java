// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.diff;

import java.util.Map;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.rich.OpenMarks;
import org.pushpin.crdt.internal.sequence.SequenceView;

/**
 * Cuts a stretch of a text where its marks change. Cost: O(log n), the edges of marks in the stretch, and those that are open before it. One
 * thread.
 */
final class MarkedPieces {
    private final Sink sink;
    private final OpenMarks open;
    private Map<String, Scalar> marks;
    private int start;
    private int index;

    /** Takes the pieces, in order. */
    public interface Sink {
        void piece(int from, int to, Map<String, Scalar> marks);
    }

    private MarkedPieces(OpenMarks open, int from, Sink sink) {
        this.open = open;
        this.sink = sink;
        this.start = from;
        this.index = from;
    }

    /** Not empty, and within the text. */
    public static void cut(SequenceView view, int from, int to, Authors authors, Sink sink) {
        if (!view.hasMarks()) {
            sink.piece(from, to, Map.of());
            return;
        }
        OpenMarks open = new OpenMarks(authors);
        open.pass(view.edgesBefore(from));
        MarkedPieces pieces = new MarkedPieces(open, from, sink);
        pieces.settle();
        view.edges(from + 1, to - 1, pieces::edge);
        pieces.settle();
        sink.piece(pieces.start, to, pieces.marks);
    }

    private void edge(int at, Op edge) {
        if (at > index) {
            settle();
            index = at;
        }
        open.pass(edge);
    }

    /** Begins another piece at the index if the marks are others there. */
    private void settle() {
        if (marks == null) {
            marks = open.values();
        } else if (open.isTouched()) {
            Map<String, Scalar> now = open.values();
            if (!now.equals(marks)) {
                sink.piece(start, index, marks);
                start = index;
                marks = now;
            }
        }
        open.takeTouched();
    }
}
