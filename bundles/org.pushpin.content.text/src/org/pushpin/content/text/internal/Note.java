// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.Optional;

import org.pushpin.content.Fields;
import org.pushpin.content.Summary;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Read;

/**
 * A text document read as a note: the first line that is not blank is the title.
 *
 * @param object where the text can be edited; empty when the field holds something else
 */
record Note(Optional<ObjectId> object, String text) {

    /** The field that holds the note. */
    static final String TEXT = "text";

    static Note of(Read document) {
        Fields root = Fields.root(document);
        return new Note(root.object(TEXT, ObjectType.TEXT), root.string(TEXT));
    }

    /** Where the title's line begins. */
    private int titleStart() {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at == text.length() ? 0 : Math.max(0, text.lastIndexOf('\n', at) + 1);
    }

    /** Where it ends, before the line's end. */
    int titleEnd() {
        int end = text.indexOf('\n', titleStart());
        return end < 0 ? text.length() : end;
    }

    /** A longer first line is a sentence, not a heading. In UTF-16 units. */
    private static final int HEADING = 80;

    /** Whether the first line stands as a heading above the rest. */
    boolean titled() {
        int end = titleEnd();
        if (end - titleStart() > HEADING) return false;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) end++;
        return end < text.length();
    }

    /** The title without its syntax. */
    String title() {
        String line = text.substring(titleStart(), titleEnd());
        int from = Block.of(line).text();
        if (line.length() > Inlines.LONGEST) return Summary.oneLine(line);
        Inlines inlines = new Inlines(line, from);
        StringBuilder title = new StringBuilder();
        for (int i = from; i < line.length(); i++) {
            if ((inlines.flags[i] & Inlines.SYNTAX) == 0) title.append(line.charAt(i));
        }
        return Summary.oneLine(title.toString());
    }

    /** What follows the title. */
    String rest() {
        return text.substring(titleEnd()).strip();
    }

    /** The text with another title; a heading stays one. */
    String retitled(String title) {
        int from = titleStart();
        int begins = from + Block.of(text.substring(from, titleEnd())).text();
        return text.substring(0, begins) + Summary.oneLine(title) + text.substring(titleEnd());
    }
}
