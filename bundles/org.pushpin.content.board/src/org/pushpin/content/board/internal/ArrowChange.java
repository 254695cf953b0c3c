// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.Optional;

import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Writes arrows. An arrow to something that is not there, or from a card to itself, is not made. */
record ArrowChange(Edit edit) {

    void connect(Intent.Connect connect) {
        boolean loop = connect.from().item().equals(connect.to().item());
        boolean known = Arrows.of(edit).arrow(connect.key()).isPresent();
        if (connect.key().isEmpty() || known || loop || !reaches(connect.from()) || !reaches(connect.to())) return;
        ObjectId edges = Fields.root(edit).object(Arrows.EDGES, ObjectType.MAP)
                .orElseGet(() -> edit.putObject(ObjectId.ROOT, Arrows.EDGES, ObjectType.MAP));
        ObjectId entry = edit.putObject(edges, connect.key(), ObjectType.MAP);
        end(entry, Arrow.Side.FROM, connect.from());
        end(entry, Arrow.Side.TO, connect.to());
        ObjectId label = edit.putObject(entry, Arrow.LABEL, ObjectType.TEXT);
        Captions.write(edit, entry, label, connect.caption());
    }

    private boolean reaches(Edge.End end) {
        return end.item().isEmpty() || Cards.of(edit).shown(end.item()).isPresent();
    }

    /**
     * All that says where an end is, as neighbouring operations in this order, so that of two people one decides all of it. A
     * value that is there already would not be written again, so that one is taken away first.
     */
    private void end(ObjectId entry, Arrow.Side side, Edge.End end) {
        Point at = Card.within(end.at());
        again(entry, side.card, Scalar.of(end.item()));
        again(entry, side.x, Scalar.of(at.x()));
        again(entry, side.y, Scalar.of(at.y()));
        again(entry, side.arrow, Scalar.of(end.arrow()));
        edit.put(entry, side.card, end.item());
        edit.put(entry, side.x, at.x());
        edit.put(entry, side.y, at.y());
        edit.put(entry, side.arrow, end.arrow());
    }

    private void again(ObjectId entry, String field, Scalar value) {
        if (edit.get(entry, field).equals(Optional.of(value))) edit.delete(entry, field);
    }

    void attach(Intent.Attach attach) {
        Arrow.Side side = attach.last() ? Arrow.Side.TO : Arrow.Side.FROM;
        Arrow.Side other = attach.last() ? Arrow.Side.FROM : Arrow.Side.TO;
        Arrows.of(edit).arrow(attach.edge()).filter(arrow -> !arrow.removed()).ifPresent(arrow -> {
            Edge.End end = attach.end();
            boolean loop = !end.item().isEmpty() && end.item().equals(arrow.end(other).item());
            boolean same = arrow.end(side).equals(end);
            if (loop || same || !reaches(end)) return;
            boolean headOnly = arrow.end(side).equals(new Edge.End(end.item(), end.at(), !end.arrow()));
            if (headOnly) edit.put(arrow.fields().map(), side.arrow, end.arrow());
            else end(arrow.fields().map(), side, end);
        });
    }

    void remove(String key) {
        Arrows.of(edit).arrow(key).filter(arrow -> !arrow.removed())
                .ifPresent(arrow -> edit.put(arrow.fields().map(), Arrow.REMOVED, true));
    }
}
