// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Fields;
import org.pushpin.crdt.Read;

/** A board's arrows in a snapshot or an edit. */
record Arrows(Optional<Fields> map, Cards cards) {

    static final String EDGES = "edges";

    static Arrows of(Read board) {
        return new Arrows(Fields.root(board).map(EDGES), Cards.of(board));
    }

    /** The entry with this key, shown or not. */
    Optional<Arrow> arrow(String key) {
        return map.flatMap(edges -> edges.map(key).map(fields -> new Arrow(key, fields)));
    }

    /** Those that are shown, by key. */
    List<Arrow> shown() {
        return map.stream().flatMap(edges -> edges.doc().keys(edges.map()).stream())
                .flatMap(key -> arrow(key).stream()).filter(arrow -> arrow.shown(cards)).toList();
    }
}
