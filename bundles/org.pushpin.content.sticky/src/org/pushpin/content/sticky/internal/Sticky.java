// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.sticky.internal;

import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Fields;
import org.pushpin.content.OwnColor;
import org.pushpin.content.StickyColor;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Read;

/**
 * A sticky note's fields.
 *
 * @param object where the text can be edited; empty when the field holds something else
 * @param own a person's own colour, in place of the hue
 */
record Sticky(Optional<ObjectId> object, String text, StickyColor color, Optional<OwnColor> own) {

    static final String TEXT = "text";
    static final String COLOR = "color";

    static Sticky of(Read document) {
        Fields root = Fields.root(document);
        return new Sticky(root.object(TEXT, ObjectType.TEXT), root.string(TEXT), StickyColor.of(root.string(COLOR)),
                OwnColor.of(root.string(COLOR)));
    }

    Color ground(Theme theme) {
        return own.map(mine -> mine.ground(theme)).orElse(color.ground(theme));
    }

    Color ink(Theme theme) {
        return own.map(mine -> mine.ink(theme)).orElse(color.ink(theme));
    }

    /** What it says, on one line. */
    String title() {
        return Summary.oneLine(text);
    }
}
