// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.pushpin.content.Fields;
import org.pushpin.content.Rect;
import org.pushpin.content.Summary;

import org.pushpin.export.internal.cards.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** One board as the JSON of a canvas. One use, one thread. */
final class CanvasWriter {

    static final String OWN = "pushpin";

    /** A node that is made; its own part is added when it is not empty. */
    private record Node(BoardFields.Entry entry, JsonObject json, JsonObject own) {}

    private final BoardFields board;
    private final Map<String, Rect> places;
    private final CardFiles cards;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<JsonObject> helpers = new ArrayList<>();

    /** @param places where cards really are, by key */
    CanvasWriter(BoardFields board, Map<String, Rect> places, CardFiles cards) {
        this.board = board;
        this.places = places;
        this.cards = cards;
    }

    /** @param name of the file without its ending; {@code told} hears of every card that is done */
    JsonObject write(String name, Runnable told) throws IOException {
        for (BoardFields.Entry entry : board.entries()) {
            nodes.put(entry.key(), node(entry));
            told.run();
        }
        List<Groups.Area> groups = nodes.values().stream().filter(node -> node.entry.isFrame())
                .map(node -> Groups.area(node.entry.key(), node.json)).toList();
        nodes.values().forEach(node -> frame(node, groups));
        List<JsonObject> edges = edges();
        BoardKept kept = BoardKept.of(board.root());
        JsonObject canvas = kept.members();
        List<JsonObject> all = new ArrayList<>(nodes.values().stream().map(CanvasWriter::whole).toList());
        all.addAll(helpers);
        canvas.add("nodes", array(all, kept.nodes()));
        canvas.add("edges", array(edges, kept.edges()));
        JsonObject own = new JsonObject();
        String title = board.root().string("title");
        String background = board.root().string("background");
        if (!title.equals(name)) own.addProperty("title", title);
        if (!background.isEmpty() && !background.equals("default")) own.addProperty("background", background);
        if (!own.isEmpty()) canvas.add(OWN, own);
        return canvas;
    }

    private static JsonArray array(List<JsonObject> made, List<Kept> kept) {
        List<JsonObject> all = new ArrayList<>(made);
        kept.forEach(other -> all.add(Math.clamp(other.at(), 0, all.size()), other.is()));
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }

    // nodes

    private static JsonObject whole(Node node) {
        if (!node.own.isEmpty()) node.json.add(OWN, node.own);
        return node.json;
    }

    private Node node(BoardFields.Entry entry) throws IOException {
        JsonObject json = Kept.of(entry.fields()).is();
        JsonObject own = new JsonObject();
        if (!json.has("id")) json.addProperty("id", entry.key());
        if (entry.isFrame()) {
            json.addProperty("type", "group");
            String label = Json.string(json, "label");
            Kept.string(json, "label", Summary.oneLine(label), entry.fields().string("title"), entry.fields().string("title"));
        } else {
            if (!json.has("type")) json.addProperty("type", "text");
            cards.card(entry, json, own);
        }
        place(entry, json, own);
        if (entry.isFrame() || !entry.fields().string("color").isEmpty()) color(json, entry.fields());
        if (entry.fields().isTrue("locked")) own.addProperty("locked", true);
        return new Node(entry, json, own);
    }

    private static void color(JsonObject json, Fields fields) {
        String should = fields.string("color").equals("default") ? "" : fields.string("color");
        Kept.string(json, "color", CanvasColors.board(Json.string(json, "color")), should, CanvasColors.canvas(should));
    }

    private void place(BoardFields.Entry entry, JsonObject json, JsonObject own) {
        Rect at = entry.at();
        double height = entry.auto() ? Math.ceil(places.getOrDefault(entry.key(), new Rect(0, 0, 1, 100)).height()) : at.height();
        exact(json, own, "x", BoardFields.coordinate(Json.number(json, "x")), at.x());
        exact(json, own, "y", BoardFields.coordinate(Json.number(json, "y")), at.y());
        exact(json, own, "width", BoardFields.length(Json.number(json, "width")), at.width());
        exact(json, own, "height", BoardFields.length(Json.number(json, "height")), height);
        if (entry.auto()) own.addProperty("auto", height);
    }

    private static void exact(JsonObject json, JsonObject own, String name, double means, double should) {
        Kept.number(json, name, means, should);
        if (means != should && Json.number(json, name) != should) own.addProperty(name, should);
    }

    /** Says which frame a node is in where that is not what one sees. */
    private void frame(Node node, List<Groups.Area> groups) {
        String frame = node.entry.fields().string("frame");
        String shown = nodes.containsKey(frame) && nodes.get(frame).entry.isFrame() ? frame : "";
        String seen = Groups.around(Groups.area(node.entry.key(), node.json), groups);
        if (!seen.equals(shown)) node.own.addProperty("frame", shown.isEmpty() ? "" : Json.string(nodes.get(shown).json, "id"));
    }

    // edges

    private List<JsonObject> edges() {
        record Numbered(int at, JsonObject edge) {}
        List<Numbered> edges = new ArrayList<>();
        for (BoardFields.Wire wire : board.wires()) {
            Kept kept = Kept.of(wire.fields());
            String from = end(wire, "from");
            String to = end(wire, "to");
            if (!from.isEmpty() && !to.isEmpty()) edges.add(new Numbered(kept.at() < 0 ? Integer.MAX_VALUE : kept.at(), edge(wire, kept.is(), from, to)));
        }
        edges.sort(Comparator.comparingInt(Numbered::at));
        return edges.stream().map(Numbered::edge).toList();
    }

    private static JsonObject edge(BoardFields.Wire wire, JsonObject json, String from, String to) {
        if (!json.has("id")) json.addProperty("id", wire.key());
        attach(json, "from", from);
        attach(json, "to", to);
        Fields fields = wire.fields();
        if (Json.string(json, "fromEnd").equals("arrow") != fields.isTrue("fromArrow")) json.addProperty("fromEnd", fields.isTrue("fromArrow") ? "arrow" : "none");
        if (!Json.string(json, "toEnd").equals("none") != fields.isTrue("toArrow")) json.addProperty("toEnd", fields.isTrue("toArrow") ? "arrow" : "none");
        Kept.string(json, "label", Summary.oneLine(Json.string(json, "label")), fields.string("label"), fields.string("label"));
        color(json, fields);
        return json;
    }

    /** A side belongs to the node that it is a side of. */
    private static void attach(JsonObject json, String side, String node) {
        if (Json.string(json, side + "Node").equals(node)) return;
        json.addProperty(side + "Node", node);
        json.remove(side + "Side");
    }

    /** The id of the node at an end; a helper's where there is no card; empty where the card is not shown. */
    private String end(BoardFields.Wire wire, String side) {
        String key = wire.fields().string(side);
        if (nodes.containsKey(key)) return Json.string(nodes.get(key).json, "id");
        if (!key.isEmpty()) return "";
        JsonObject helper = new JsonObject();
        helper.addProperty("id", wire.key() + "-" + side);
        helper.addProperty("type", "text");
        helper.addProperty("text", "");
        JsonObject own = new JsonObject();
        own.addProperty("type", CanvasReader.PLACE);
        for (String axis : List.of("x", "y")) {
            double at = BoardFields.coordinate(wire.fields().number(side + axis.toUpperCase(Locale.ROOT)).orElse(0));
            helper.addProperty(axis, Math.round(at));
            own.addProperty(axis, at);
        }
        helper.addProperty("width", 1);
        helper.addProperty("height", 1);
        helper.add(OWN, own);
        helpers.add(helper);
        return wire.key() + "-" + side;
    }
}
