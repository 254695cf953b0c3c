// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import java.io.IOException;

import org.pushpin.content.Fields;

import org.pushpin.export.internal.cards.Json;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * What a canvas said of a node or an edge, as the board keeps it: {@code {"at": index, "is": {…}}}, without what the
 * board's own documents say as well.
 *
 * @param at its index among the others; -1: none
 * @param is its members; empty where nothing was kept
 */
record Kept(int at, JsonObject is) {

    static final String FIELD = "canvas";

    /** A board can say anything: what cannot be read is nothing. */
    static Kept of(Fields entry) {
        String said = entry.string(FIELD);
        if (said.isEmpty()) return nothing();
        try {
            if (!(Json.parse(said) instanceof JsonObject object)) return nothing();
            double at = Json.number(object, "at");
            return new Kept(at >= 0 && at < 1e9 ? (int) at : -1, Json.object(object, "is"));
        } catch (IOException unreadable) {
            return nothing();
        }
    }

    private static Kept nothing() {
        return new Kept(-1, new JsonObject());
    }

    String json() {
        JsonObject object = new JsonObject();
        object.addProperty("at", at);
        object.add("is", is);
        return Json.compact(object);
    }

    boolean isEmpty() {
        return is.isEmpty();
    }

    /** Whether a member of a node still means what it should; then it stays as it is. */
    static void number(JsonObject node, String name, double means, double should) {
        if (!node.has(name) || means != should) node.add(name, new JsonPrimitive(Math.round(should)));
    }

    /** @param means what is written there by the board's rules; {@code should}: the board's; {@code written} for that, empty: no member */
    static void string(JsonObject node, String name, String means, String should, String written) {
        if (means.equals(should)) return;
        if (written.isEmpty()) node.remove(name);
        else node.addProperty(name, written);
    }
}
