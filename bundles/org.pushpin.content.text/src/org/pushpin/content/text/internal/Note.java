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

    String title() {
        return Summary.oneLine(text.substring(titleStart(), titleEnd()));
    }

    /** What follows the title. */
    String rest() {
        return text.substring(titleEnd()).strip();
    }

    /** The text with another title. */
    String retitled(String title) {
        return text.substring(0, titleStart()) + Summary.oneLine(title) + text.substring(titleEnd());
    }
}
