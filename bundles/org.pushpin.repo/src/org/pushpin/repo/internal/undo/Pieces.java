// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * A piece table: where in the earlier and in the later state of a sequence the parts lie that successive splices kept, brought
 * and took. O(pieces) for a splice.
 */
final class Pieces {

    /** @param old the index in the earlier state, −1 for what is new */
    private record Piece(int old, int length) {

        Piece first(int count) {
            return new Piece(old, count);
        }

        Piece without(int count) {
            return new Piece(old < 0 ? old : old + count, length - count);
        }
    }

    /** Indexes from {@code from} (included) to {@code to} (excluded). */
    record Range(int from, int to) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Range> deleted = new ArrayList<>();

    /** @param length of the earlier state */
    Pieces(int length) {
        if (length > 0) {
            pieces.add(new Piece(0, length));
        }
    }

    void splice(int index, int delete, int insert) {
        int at = cut(index);
        int end = cut(index + delete);
        List<Piece> gone = pieces.subList(at, end);
        for (Piece piece : gone) {
            if (piece.old() >= 0) {
                deleted.add(new Range(piece.old(), piece.old() + piece.length()));
            }
        }
        gone.clear();
        if (insert > 0) {
            pieces.add(at, new Piece(-1, insert));
        }
    }

    /** Makes sure that a piece begins at an index, and says which. */
    private int cut(int index) {
        int start = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (index == start) {
                return i;
            }
            if (index < start + piece.length()) {
                pieces.set(i, piece.first(index - start));
                pieces.add(i + 1, piece.without(index - start));
                return i + 1;
            }
            start += piece.length();
        }
        return pieces.size();
    }

    /** Where in the earlier state the element was that is now at an index; empty if it is new. */
    OptionalInt origin(int index) {
        int start = 0;
        for (Piece piece : pieces) {
            if (index < start + piece.length()) {
                return piece.old() < 0 ? OptionalInt.empty() : OptionalInt.of(piece.old() + index - start);
            }
            start += piece.length();
        }
        return OptionalInt.empty();
    }

    /** Ranges of the earlier state that are gone, ascending, adjoining ones joined. */
    List<Range> deleted() {
        List<Range> joined = new ArrayList<>();
        deleted.stream().sorted(Comparator.comparingInt(Range::from)).forEach(range -> {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.to() == range.from()) {
                joined.set(joined.size() - 1, new Range(last.from(), range.to()));
            } else {
                joined.add(range);
            }
        });
        return joined;
    }

    /** Ranges of the later state that are new. */
    List<Range> inserted() {
        List<Range> ranges = new ArrayList<>();
        int start = 0;
        for (Piece piece : pieces) {
            if (piece.old() < 0) {
                ranges.add(new Range(start, start + piece.length()));
            }
            start += piece.length();
        }
        return ranges;
    }
}
