// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import org.pushpin.content.Caption;
import org.pushpin.content.Fields;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;

/** What frames and arrows say and look like: read for copies, written into them. */
final class Captions {

    private static final int LONGEST = 2000;

    private Captions() {
    }

    /** @param text the field that holds what it says */
    static Caption of(Fields entry, String text) {
        String says = entry.string(text);
        Ground color = Ground.of(entry.string(Card.COLOR));
        return new Caption(says.length() > LONGEST ? "" : says, color.isDefault() ? "" : color.id());
    }

    /** Into a new entry. */
    static void write(Edit edit, ObjectId entry, ObjectId text, Caption caption) {
        String says = Summary.oneLine(caption.text());
        if (!says.isEmpty() && says.length() <= LONGEST) edit.splice(text, 0, 0, says);
        if (!caption.color().isEmpty()) edit.put(entry, Card.COLOR, Ground.of(caption.color()).id());
    }
}
