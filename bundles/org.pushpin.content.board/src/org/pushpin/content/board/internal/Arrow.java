// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.Optional;

import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Point;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;

/** An entry of a board's {@code edges}, whatever it says. */
record Arrow(String key, Fields fields) {

    static final String REMOVED = Card.REMOVED;
    /** A TEXT object. */
    static final String LABEL = "label";
    static final String COLOR = Card.COLOR;

    /** The fields of one end. */
    enum Side {
        FROM("from", "fromX", "fromY", "fromArrow"), TO("to", "toX", "toY", "toArrow");

        final String card;
        final String x;
        final String y;
        final String arrow;

        Side(String card, String x, String y, String arrow) {
            this.card = card;
            this.x = x;
            this.y = y;
            this.arrow = arrow;
        }
    }

    boolean removed() {
        return fields.isTrue(REMOVED);
    }

    Edge.End end(Side side) {
        Point at = Card.within(new Point(fields.number(side.x).orElse(0), fields.number(side.y).orElse(0)));
        String card = fields.string(side.card);
        return new Edge.End(card, card.isEmpty() ? at : Point.ORIGIN, fields.isTrue(side.arrow));
    }

    Optional<ObjectId> label() {
        return fields.object(LABEL, ObjectType.TEXT);
    }

    /** Whether it is there, and both its ends are. */
    boolean shown(Cards cards) {
        return leads() && attached(Side.FROM, cards) && attached(Side.TO, cards);
    }

    /** Whether it is there, and not from a card to itself. */
    boolean leads() {
        String from = end(Side.FROM).item();
        return !removed() && (from.isEmpty() || !from.equals(end(Side.TO).item()));
    }

    private boolean attached(Side side, Cards cards) {
        String card = end(side).item();
        return card.isEmpty() || cards.shown(card).isPresent();
    }
}
