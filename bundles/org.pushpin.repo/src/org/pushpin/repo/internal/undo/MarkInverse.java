// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.Marking;
import org.pushpin.crdt.NewestMark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.repo.internal.undo.Effects.Marked;

/**
 * Takes marks back, and makes them again. Taking one back deletes its edges: what it hid shows again, whoever made that. Making one
 * again leaves out where a mark of the name counts that is younger than it. One thread.
 */
final class MarkInverse {

    private final Edit edit;
    private final Aliases aliases;
    private final List<Marked> marked = new ArrayList<>();
    private final List<Marked> unmarked = new ArrayList<>();

    MarkInverse(Edit edit, Aliases aliases) {
        this.edit = edit;
        this.aliases = aliases;
    }

    /** What was made again. */
    List<Marked> marked() {
        return marked;
    }

    /** What was taken back. */
    List<Marked> unmarked() {
        return unmarked;
    }

    void retract(Marked mark) {
        ObjectId text = aliases.object(mark.original().text());
        if (edit.type(text).isPresent()) {
            List<OpId> around = around(text, mark);
            mark.live().forEach(begin -> edit.retractMark(text, aliases.elements().resolve(begin)));
            unmarked.add(new Marked(mark.original(), List.of(), around));
        }
    }

    private List<OpId> around(ObjectId text, Marked mark) {
        Place place = place(text, mark);
        return place == null || place.from() >= place.to() ? mark.around()
                : List.of(edit.elementAt(text, place.from()), edit.elementAt(text, place.to() - 1));
    }

    /** From one index to another. */
    private record Place(int from, int to) {}

    /** Between the edges of the mark as it was made, which stay where they were when they are deleted. Null if it never was in the text. */
    private Place place(ObjectId text, Marked mark) {
        OpId begin = aliases.elements().resolve(mark.original().begin());
        int from = edit.positionAfter(text, begin);
        int to = edit.positionAfter(text, IdRun.plus(begin, 1));
        if (from < to || !edit.deleters(text, begin).isEmpty()) {
            return new Place(from, to);
        }
        if (mark.around().isEmpty()) {
            return null;
        }
        OpId first = aliases.elements().resolve(mark.around().get(0));
        int start = edit.indexOf(text, first).orElse(edit.positionAfter(text, first));
        return new Place(start, Math.max(start, edit.positionAfter(text, aliases.elements().resolve(mark.around().get(1)))));
    }

    void make(Marked mark) {
        Marking original = mark.original();
        ObjectId text = aliases.object(original.text());
        Place place = edit.type(text).isEmpty() ? null : place(text, mark);
        if (place == null) {
            return;
        }
        OpId begin = aliases.elements().resolve(original.begin());
        List<OpId> live = new ArrayList<>();
        int at = place.from();
        for (NewestMark other : edit.newestMarks(text, place.from(), place.to(), original.name())) {
            if (aliases.marks().resolve(other.mark()).compareTo(original.begin()) > 0) {
                live.addAll(make(original, text, at, other.start(), at == place.from(), false));
                at = other.end();
            }
        }
        if (live.isEmpty() && at == place.from() && !edit.deleters(text, begin).isEmpty()) {
            live.add(again(original, text, begin));
        } else {
            live.addAll(make(original, text, at, place.to(), at == place.from(), true));
        }
        marked.add(new Marked(original, live, mark.around()));
    }

    private OpId again(Marking original, ObjectId text, OpId begin) {
        OpId fresh = edit.markAgain(new Marking(text, begin, original.name(), original.value(), original.expand()));
        aliases.marks().add(fresh, original.begin());
        return fresh;
    }

    /** @param first whether this is the beginning of the mark, and {@code last} the end: only there it may take in what comes */
    private List<OpId> make(Marking original, ObjectId text, int from, int to, boolean first, boolean last) {
        ExpandMark expand = ExpandMark.of(first && original.expand().atBeginning(), last && original.expand().atEnd());
        int made = edit.markings().size();
        if (from < to || first && last) {
            edit.mark(text, from, to, expand, original.name(), original.value());
        }
        List<OpId> begins = edit.markings().stream().skip(made).map(Marking::begin).toList();
        begins.forEach(begin -> aliases.marks().add(begin, original.begin()));
        return begins;
    }
}
