// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Fields;

import org.pushpin.export.internal.cards.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What a canvas said that is on no board, as the board keeps it: {@code {"is": {…}, "nodes": [{"at", "is"} …], "edges": […]}}.
 *
 * @param members of the canvas that we do not know
 * @param nodes that no card can stand for, {@code edges} that no arrow can: with their indexes, in order
 */
record BoardKept(JsonObject members, List<Kept> nodes, List<Kept> edges) {

    static BoardKept of(Fields board) {
        JsonObject said = new JsonObject();
        try {
            if (!board.string(Kept.FIELD).isEmpty() && Json.parse(board.string(Kept.FIELD)) instanceof JsonObject object) said = object;
        } catch (IOException unreadable) {
            said = new JsonObject();
        }
        return new BoardKept(Json.object(said, "is"), list(said, "nodes"), list(said, "edges"));
    }

    private static List<Kept> list(JsonObject said, String name) {
        List<Kept> list = new ArrayList<>();
        if (!(said.get(name) instanceof JsonArray array)) return list;
        for (JsonElement element : array) {
            if (element instanceof JsonObject one && Json.number(one, "at") >= 0) list.add(new Kept((int) Json.number(one, "at"), Json.object(one, "is")));
        }
        return list;
    }

    boolean isEmpty() {
        return members.isEmpty() && nodes.isEmpty() && edges.isEmpty();
    }

    String json() {
        JsonObject said = new JsonObject();
        said.add("is", members);
        said.add("nodes", array(nodes));
        said.add("edges", array(edges));
        return Json.compact(said);
    }

    private static JsonArray array(List<Kept> list) {
        JsonArray array = new JsonArray();
        for (Kept kept : list) {
            JsonObject one = new JsonObject();
            one.addProperty("at", kept.at());
            one.add("is", kept.is());
            array.add(one);
        }
        return array;
    }
}
