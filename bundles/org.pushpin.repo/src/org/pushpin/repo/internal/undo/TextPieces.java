// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Text;

/** Copies a stretch of a text, by runs. One thread; costs O(log n) for an element, whatever the text is long. */
final class TextPieces {

    private static final char OBJECT = '\uFFFC';

    private final Read read;
    private final ObjectId text;
    private final List<Tree.Piece> pieces = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();
    private IdRun run;

    private TextPieces(Read read, ObjectId text) {
        this.read = read;
        this.text = text;
    }

    static List<Tree.Piece> of(Read read, ObjectId text, int from, int to) {
        TextPieces pieces = new TextPieces(read, text);
        Text all = read.textOf(text);
        for (int i = from; i < to;) {
            OpId id = read.elementAt(text, i);
            int end = i + 1;
            while (end < to && end < all.length() && read.elementAt(text, end).equals(id)) {
                end++;
            }
            pieces.add(id, i, all.subSequence(i, end));
            i = end;
        }
        pieces.flush();
        return List.copyOf(pieces.pieces);
    }

    /** An element may be wider than one UTF-16 unit, and something else than a character. */
    private void add(OpId id, int index, String units) {
        if (units.charAt(0) == OBJECT || units.codePointCount(0, units.length()) > 1) {
            flush();
            pieces.add(Tree.Single.of(read, text, index));
            return;
        }
        if (run == null || !run.isFollowedBy(id)) {
            flush();
            run = new IdRun(id, 0);
        }
        run = new IdRun(run.first(), run.count() + 1);
        characters.append(units);
    }

    private void flush() {
        if (run != null) {
            pieces.add(new Tree.Run(run, characters.toString()));
            run = null;
            characters.setLength(0);
        }
    }
}
