// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.pushpin.export.internal.cards.Json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The JSON of a canvas, sorted out: what can be on a board, what cannot. One use. */
final class CanvasReader {

    /** The type of a node that is nothing but a place for an edge's end. */
    static final String PLACE = "place";
    /** More than this is left out, and said. */
    static final int MOST_NODES = 20_000;
    static final int MOST_EDGES = 40_000;
    private static final Set<String> TYPES = Set.of("text", "file", "link", "group");
    /** What every board says by itself. */
    private static final Set<String> USUAL = Set.of("id", "type", "x", "y", "width", "height", "text", "label", CanvasWriter.OWN);

    /** A node that can be on a board. @param key on the board */
    record Node(String key, JsonObject json) {

        JsonObject own() {
            return Json.object(json, CanvasWriter.OWN);
        }

        boolean isGroup() {
            return Json.string(json, "type").equals("group");
        }
    }

    /** An edge that can be on a board. @param from key of a node, or a node that is a place; {@code to} likewise */
    record Edge(String key, int at, JsonObject json, Node from, Node to) {}

    private final Map<String, Node> byId = new LinkedHashMap<>();
    final List<Node> nodes = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    private final List<Kept> otherNodes = new ArrayList<>();
    private final List<Kept> otherEdges = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    final List<String> problems = new ArrayList<>();
    private final JsonObject canvas;

    CanvasReader(JsonObject canvas) {
        this.canvas = canvas;
        int index = 0;
        for (JsonElement element : array("nodes", MOST_NODES)) node(element, index++);
        index = 0;
        for (JsonElement element : array("edges", MOST_EDGES)) edge(element, index++);
    }

    private JsonArray array(String name, int most) {
        if (!(canvas.get(name) instanceof JsonArray all)) return new JsonArray();
        if (all.size() <= most) return all;
        problems.add("it has more than " + most + " " + name + "; the others were left out");
        JsonArray some = new JsonArray();
        for (int i = 0; i < most; i++) some.add(all.get(i));
        return some;
    }

    private void node(JsonElement element, int index) {
        if (!(element instanceof JsonObject json)) return;
        String id = Json.string(json, "id");
        boolean placed = List.of("x", "y", "width", "height").stream().noneMatch(name -> Double.isNaN(Json.number(json, name)));
        if (id.isEmpty() || byId.containsKey(id) || !placed || !TYPES.contains(Json.string(json, "type"))) {
            otherNodes.add(new Kept(index, json));
            return;
        }
        boolean place = Json.string(Json.object(json, CanvasWriter.OWN), "type").equals(PLACE);
        Node node = new Node(place ? "" : key(id), json);
        byId.put(id, node);
        if (!place) nodes.add(node);
    }

    private void edge(JsonElement element, int index) {
        if (!(element instanceof JsonObject json)) return;
        Node from = byId.get(Json.string(json, "fromNode"));
        Node to = byId.get(Json.string(json, "toNode"));
        if (from == null || to == null || from == to || Json.string(json, "id").isEmpty()) otherEdges.add(new Kept(index, json));
        else edges.add(new Edge(key(Json.string(json, "id")), index, json, from, to));
    }

    /** The id where a board can have it as a key. */
    private String key(String id) {
        boolean can = id.length() <= 64 && keys.add(id);
        return can ? id : UUID.randomUUID().toString().replace("-", "");
    }

    /** What the board is to keep of itself. */
    BoardKept kept() {
        JsonObject members = canvas.deepCopy();
        List.of("nodes", "edges", CanvasWriter.OWN).forEach(members::remove);
        return new BoardKept(members, otherNodes, otherEdges);
    }

    JsonObject own() {
        return Json.object(canvas, CanvasWriter.OWN);
    }

    /** The node that has an id; null for none. */
    Node byId(String id) {
        return byId.get(id);
    }

    /** What the board is to keep of a node: nothing where it says all of it anyway. */
    static Kept kept(Node node) {
        JsonObject is = node.json.deepCopy();
        is.remove(CanvasWriter.OWN);
        String text = Json.string(is, "text");
        if (CardFiles.lines(text).equals(text)) is.remove("text");
        boolean usual = USUAL.containsAll(is.keySet()) && !is.has("text") && !Json.string(is, "type").equals("link")
                && Json.string(is, "id").equals(node.key) && (is.has("label") == node.isGroup() || !is.has("label"));
        for (String name : List.of("x", "y")) usual &= whole(is, name, BoardFields.coordinate(Json.number(is, name)));
        for (String name : List.of("width", "height")) usual &= whole(is, name, BoardFields.length(Json.number(is, name)));
        return new Kept(-1, usual ? new JsonObject() : is);
    }

    private static boolean whole(JsonObject node, String name, double means) {
        return node.get(name).getAsString().equals(Long.toString(Math.round(means)));
    }

    static Kept kept(Edge edge) {
        JsonObject is = edge.json.deepCopy();
        is.remove(CanvasWriter.OWN);
        if (edge.from.key.isEmpty()) is.remove("fromNode");
        if (edge.to.key.isEmpty()) is.remove("toNode");
        return new Kept(edge.at, is);
    }
}
