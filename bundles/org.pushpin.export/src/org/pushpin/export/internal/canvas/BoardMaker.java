// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import org.pushpin.content.Caption;
import org.pushpin.content.ContentType;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.internal.cards.Json;

import com.google.gson.JsonObject;

/**
 * Fills an empty board with what a canvas says, by the intents that a person's hands would have made.
 *
 * @param cards the documents of nodes that are no groups, by key
 */
record BoardMaker(CanvasReader canvas, Map<String, DocumentUrl> cards, ContentType board) {

    /** Whom it writes for may try more than once. */
    void write(Edit edit) {
        board(edit);
        entries(edit);
        frames(edit);
        canvas.edges.forEach(edge -> connect(edge, edit));
        Set<String> locked = new HashSet<>();
        canvas.nodes.stream().filter(node -> Json.isTrue(node.own(), "locked")).forEach(node -> locked.add(node.key()));
        if (!locked.isEmpty()) board.perform(new Intent.Lock(locked, true), edit);
    }

    private void board(Edit edit) {
        JsonObject own = canvas.own();
        if (own.has("title")) board.perform(new Intent.Rename(Json.string(own, "title")), edit);
        if (own.has("background")) board.perform(new Intent.Act("color", Map.of("color", Scalar.of(Json.string(own, "background")))), edit);
        BoardKept kept = canvas.kept();
        if (!kept.isEmpty()) board.perform(new Intent.Act("keep", Map.of("canvas", Scalar.of(kept.json()))), edit);
    }

    private void keep(String key, Kept kept, Edit edit) {
        if (kept.isEmpty()) return;
        board.perform(new Intent.Act("keep", Map.of("item", Scalar.of(key), "canvas", Scalar.of(kept.json()))), edit);
    }

    /** From the lowest to the highest; cards that follow each other together, because each intent looks at all cards. */
    private void entries(Edit edit) {
        List<Placement> row = new ArrayList<>();
        for (CanvasReader.Node node : canvas.nodes) {
            if (node.isGroup()) {
                insert(row, edit);
                board.perform(new Intent.Enclose(node.key(), at(node), Set.of(), "", caption(node.json(), "label")), edit);
            } else if (cards.containsKey(node.key())) {
                Rect at = at(node);
                double auto = Json.number(node.own(), "auto");
                OptionalDouble height = auto == Json.number(node.json(), "height") ? OptionalDouble.empty() : OptionalDouble.of(at.height());
                row.add(new Placement(node.key(), cards.get(node.key()), at.corner(), at.width(), height));
            }
        }
        insert(row, edit);
        canvas.nodes.forEach(node -> keep(node.key(), CanvasReader.kept(node), edit));
    }

    private void insert(List<Placement> row, Edit edit) {
        if (!row.isEmpty()) board.perform(new Intent.Insert(row), edit);
        row.clear();
    }

    private static Caption caption(JsonObject json, String name) {
        return new Caption(Summary.oneLine(Json.string(json, name)), CanvasColors.board(Json.string(json, "color")));
    }

    private static Rect at(CanvasReader.Node node) {
        return new Rect(BoardFields.coordinate(exact(node, "x")), BoardFields.coordinate(exact(node, "y")),
                BoardFields.length(exact(node, "width")), BoardFields.length(exact(node, "height")));
    }

    /** What our own file says more exactly, as long as nobody has moved the node. */
    private static double exact(CanvasReader.Node node, String name) {
        double whole = Json.number(node.json(), name);
        double exact = Json.number(node.own(), name);
        return Math.abs(exact - whole) <= 1 ? exact : whole;
    }

    private void frames(Edit edit) {
        List<Groups.Area> groups = canvas.nodes.stream().filter(CanvasReader.Node::isGroup).map(node -> Groups.area(node.key(), node.json())).toList();
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (CanvasReader.Node node : canvas.nodes) {
            String frame = node.own().has("frame") ? said(Json.string(node.own(), "frame")) : Groups.around(Groups.area(node.key(), node.json()), groups);
            if (!frame.isEmpty()) members.computeIfAbsent(frame, key -> new HashSet<>()).add(node.key());
        }
        members.forEach((frame, keys) -> board.perform(new Intent.Reparent(keys, frame), edit));
    }

    private String said(String id) {
        CanvasReader.Node frame = canvas.byId(id);
        return frame == null ? "" : frame.key();
    }

    private void connect(CanvasReader.Edge edge, Edit edit) {
        Edge.End from = end(edge.from(), Json.string(edge.json(), "fromEnd").equals("arrow"));
        Edge.End to = end(edge.to(), !Json.string(edge.json(), "toEnd").equals("none"));
        board.perform(new Intent.Connect(edge.key(), from, to, caption(edge.json(), "label")), edit);
        keep(edge.key(), CanvasReader.kept(edge), edit);
    }

    private static Edge.End end(CanvasReader.Node node, boolean arrow) {
        if (!node.key().isEmpty()) return Edge.End.of(node.key(), arrow);
        return Edge.End.at(new Point(BoardFields.coordinate(exact(node, "x")), BoardFields.coordinate(exact(node, "y"))), arrow);
    }
}
