// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.sticky.internal;

import java.util.Optional;

import org.pushpin.content.Fields;
import org.pushpin.content.StickyColor;
import org.pushpin.content.Summary;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Read;

/**
 * A sticky note's fields.
 *
 * @param object where the text can be edited; empty when the field holds something else
 */
record Sticky(Optional<ObjectId> object, String text, StickyColor color) {

    static final String TEXT = "text";
    static final String COLOR = "color";

    static Sticky of(Read document) {
        Fields root = Fields.root(document);
        return new Sticky(root.object(TEXT, ObjectType.TEXT), root.string(TEXT), StickyColor.of(root.string(COLOR)));
    }

    /** What it says, on one line. */
    String title() {
        return Summary.oneLine(text);
    }
}
