// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.rich.MarkReader;
import org.pushpin.crdt.internal.sequence.Sequence;

/**
 * Notes where a text changes, and where edges of marks do, and makes of it the patch for what stays but is marked otherwise. One thread.
 */
final class MarkPatches {
    private final Sequence old;
    private final Sequence later;
    private final Authors authors;
    private final List<Replaced> replaced = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    /** By how much an index is greater now than it was. */
    private int shift;
    /** Where the first and last edges are that differ, in the old text and in the new one. */
    private int oldFrom = -1;
    private int from;
    private int oldTo;
    private int to;

    /** @param index in the new text */
    private record Replaced(int index, int deleted, int inserted) {
    }

    MarkPatches(Sequence old, Sequence later, Authors authors) {
        this.old = old;
        this.later = later;
        this.authors = authors;
    }

    void replaced(int index, int deleted, int inserted) {
        replaced.add(new Replaced(index, deleted, inserted));
        shift += inserted - deleted;
    }

    /** An object came in: what it is marked with stands in no other patch. */
    void inserted(int index) {
        replaced(index, 0, 1);
        MarkReader.marksAt(later, index, authors).forEach((name, value) -> marks.add(new Mark(index, index + 1, name, value)));
    }

    /** An edge came or went. */
    void changed(int index) {
        if (oldFrom < 0) {
            oldFrom = index - shift;
            from = index;
        }
        oldTo = index - shift;
        to = index;
    }

    Optional<Patch> patch(ObjectId object) {
        if (oldFrom >= 0 && old.length() > 0) {
            MarkChanges changes = new MarkChanges(old, oldFrom, later, from, authors);
            changes.to(oldTo, to);
            stretches(changes, from, to);
            if (changes.differs()) {
                changes.to(old.length(), later.length());
                stretches(changes, to, later.length());
            }
            marks.addAll(changes.changes());
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(new Patch.Mark(object, marks));
    }

    /** What both texts have between two indexes of the new one. */
    private void stretches(MarkChanges changes, int start, int end) {
        int at = 0;
        int before = 0;
        for (Replaced r : replaced) {
            stretch(changes, Math.max(at, start), Math.min(r.index, end), before);
            at = r.index + r.inserted;
            before += r.inserted - r.deleted;
        }
        stretch(changes, Math.max(at, start), end, before);
    }

    private static void stretch(MarkChanges changes, int start, int end, int shifted) {
        if (start < end) {
            changes.stretch(start - shifted, start, end - start);
        }
    }
}
