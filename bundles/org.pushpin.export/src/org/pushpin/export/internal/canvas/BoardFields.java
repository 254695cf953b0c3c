// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.CardSize;
import org.pushpin.content.Fields;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/** A board as its document says it: the fields that the package of the board's card type lists. */
record BoardFields(Fields root) {

    static final String REMOVED = "removed";

    /** An entry of {@code cards}. */
    record Entry(String key, Fields fields) {

        boolean isFrame() {
            return fields.string("kind").equals("frame");
        }

        Optional<DocumentUrl> url() {
            try {
                return Optional.of(DocumentUrl.parse(fields.string("url")));
            } catch (FormatException unreadable) {
                return Optional.empty();
            }
        }

        /** The height is 0 where it is automatic. */
        Rect at() {
            return new Rect(coordinate(fields.number("x").orElse(0)), coordinate(fields.number("y").orElse(0)),
                    length(fields.number("width").orElse(300)), auto() ? 0 : length(fields.number("height").orElse(0)));
        }

        boolean auto() {
            return !isFrame() && fields.number("height").isEmpty();
        }
    }

    /** An entry of {@code edges}. */
    record Wire(String key, Fields fields) {}

    static BoardFields of(Doc board) {
        return new BoardFields(Fields.root(board));
    }

    /** Those that are shown, from the lowest to the highest. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        root.map("cards").ifPresent(cards -> cards.doc().keys(cards.map()).forEach(key -> cards.map(key)
                .filter(fields -> !fields.isTrue(REMOVED)).ifPresent(fields -> entries.add(new Entry(key, fields)))));
        entries.sort(Comparator.comparingDouble((Entry entry) -> entry.fields.number("z").orElse(0)).thenComparing(Entry::key));
        return entries;
    }

    /** Those that are not removed, by key. */
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        root.map("edges").ifPresent(edges -> edges.doc().keys(edges.map()).forEach(key -> edges.map(key)
                .filter(fields -> !fields.isTrue(REMOVED)).ifPresent(fields -> wires.add(new Wire(key, fields)))));
        return wires;
    }

    // what numbers come to on a board

    static double coordinate(double wanted) {
        return Math.clamp(wanted, -1e6, 1e6);
    }

    static double length(double wanted) {
        return Math.clamp(wanted, 2 * CardSize.CELL, 250 * CardSize.CELL);
    }
}
