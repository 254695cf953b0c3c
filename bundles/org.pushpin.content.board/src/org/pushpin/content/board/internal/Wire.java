// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.function.Predicate;

import org.pushpin.content.Edge;

/** What an entry of a board's {@code edges} says, read once: a value without the document. @param edge null where it is gone or goes nowhere */
record Wire(String key, Edge edge) {

    static Wire of(Arrow arrow, Look look) {
        return new Wire(arrow.key(), arrow.leads() ? look.host().arrow(arrow) : null);
    }

    /** @param shown whether there is a card with a key */
    boolean isShown(Predicate<String> shown) {
        return edge != null && isAt(edge.from().item(), shown) && isAt(edge.to().item(), shown);
    }

    private static boolean isAt(String card, Predicate<String> shown) {
        return card.isEmpty() || shown.test(card);
    }
}
