// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.cards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.pushpin.content.Fields;
import org.pushpin.content.MarkedText;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * What a document says now, as JSON that tells every type.
 *
 * <table>
 * <caption>Values</caption>
 * <tr><td>string, boolean, null</td><td>the same</td></tr>
 * <tr><td>int</td><td>number without a fraction</td></tr>
 * <tr><td>float, uint, counter, timestamp (ms)</td><td>{@code {"f64": "1.5"}}, {@code {"uint": "1"}}, {@code {"counter": "1"}}, {@code {"time": "1"}}</td></tr>
 * <tr><td>bytes</td><td>{@code {"bytes": base64}}</td></tr>
 * <tr><td>text</td><td>{@code {"text": "…", "marks": [[from, to, name, value] …]}}; no marks where there are none</td></tr>
 * <tr><td>list, map</td><td>array, {@code {"map": {…}}}</td></tr>
 * </table>
 */
public final class Content {

    private static final int DEEPEST = 40;

    private Content() {
    }

    public static JsonObject of(Doc document) {
        return map(document, ObjectId.ROOT, 0);
    }

    private static JsonObject map(Doc document, ObjectId map, int depth) {
        JsonObject all = new JsonObject();
        for (String key : document.keys(map)) document.get(map, key).ifPresent(value -> all.add(key, value(document, value, depth)));
        return all;
    }

    private static JsonElement value(Doc document, Value value, int depth) {
        return switch (value) {
            case Scalar scalar -> scalar(scalar);
            case ObjectValue object when depth > DEEPEST -> JsonNull.INSTANCE;
            case ObjectValue object -> switch (object.type()) {
                case MAP, TABLE -> single("map", map(document, object.id(), depth + 1));
                case LIST -> list(document, object.id(), depth + 1);
                case TEXT -> text(document, object.id());
            };
        };
    }

    private static JsonArray list(Doc document, ObjectId list, int depth) {
        JsonArray all = new JsonArray();
        for (int i = 0; i < document.length(list); i++) all.add(value(document, document.get(list, i).orElse(Scalar.NULL), depth));
        return all;
    }

    /** The field {@code text} of a document in Markdown, as other programs get it; its marks become signs. */
    public static String markdown(Doc document) {
        return Fields.root(document).object("text", ObjectType.TEXT)
                .map(text -> MarkedText.markdown(document.text(text), document.marks(text))).orElseGet(() -> Fields.root(document).string("text"));
    }

    /** The same of what {@link #of} has made. @throws IOException if it is anything else */
    public static String markdown(JsonObject content) throws IOException {
        JsonObject text = Json.object(content, "text");
        List<Mark> marks = new ArrayList<>();
        try {
            for (JsonElement mark : text.has("marks") ? text.getAsJsonArray("marks") : new JsonArray()) {
                JsonArray one = mark.getAsJsonArray();
                marks.add(new Mark(one.get(0).getAsInt(), one.get(1).getAsInt(), one.get(2).getAsString(), scalar(one.get(3))));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException | ClassCastException | UnsupportedOperationException e) {
            throw new IOException("its document cannot be read", e);
        }
        return MarkedText.markdown(Json.string(text, "text"), marks);
    }

    private static JsonObject text(Doc document, ObjectId text) {
        JsonObject all = single("text", new JsonPrimitive(document.text(text)));
        JsonArray marks = new JsonArray();
        for (Mark mark : document.marks(text)) {
            if (mark.value().equals(Scalar.NULL)) continue;
            JsonArray one = new JsonArray();
            one.add(mark.start());
            one.add(mark.end());
            one.add(mark.name());
            one.add(scalar(mark.value()));
            marks.add(one);
        }
        if (!marks.isEmpty()) all.add("marks", marks);
        return all;
    }

    private static JsonElement scalar(Scalar value) {
        return switch (value) {
            case Scalar.Null none -> JsonNull.INSTANCE;
            case Scalar.Bool bool -> new JsonPrimitive(bool.value());
            case Scalar.Str str -> new JsonPrimitive(str.value());
            case Scalar.Int whole -> new JsonPrimitive(whole.value());
            case Scalar.Uint bits -> single("uint", new JsonPrimitive(Long.toUnsignedString(bits.bits())));
            case Scalar.F64 number -> single("f64", new JsonPrimitive(Double.toString(number.value())));
            case Scalar.Counter counter -> single("counter", new JsonPrimitive(Long.toString(counter.value())));
            case Scalar.Timestamp time -> single("time", new JsonPrimitive(Long.toString(time.millis())));
            case Scalar.Bytes bytes -> single("bytes", new JsonPrimitive(Base64.getEncoder().encodeToString(bytes.toByteArray())));
            case Scalar.Unknown unknown -> JsonNull.INSTANCE;
        };
    }

    private static JsonObject single(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    // back

    /** Writes it into a document that is empty. @throws IOException if it is not what {@link #of} makes */
    public static void write(JsonObject content, Edit edit) throws IOException {
        try {
            members(content, edit, ObjectId.ROOT, 0);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException | UnsupportedOperationException e) {
            throw new IOException("its document cannot be read", e);
        }
    }

    private static void members(JsonObject content, Edit edit, ObjectId map, int depth) {
        for (Map.Entry<String, JsonElement> member : content.entrySet()) {
            String key = member.getKey();
            ObjectType type = type(member.getValue(), depth);
            if (type == null) edit.put(map, key, scalar(member.getValue()));
            else fill(member.getValue(), edit, edit.putObject(map, key, type), depth + 1);
        }
    }

    private static void fill(JsonElement value, Edit edit, ObjectId object, int depth) {
        if (value instanceof JsonArray list) {
            for (JsonElement element : list) {
                int end = edit.length(object);
                ObjectType type = type(element, depth);
                if (type == null) edit.insert(object, end, scalar(element));
                else fill(element, edit, edit.insertObject(object, end, type), depth + 1);
            }
        } else if (value.getAsJsonObject().has("map")) {
            members(value.getAsJsonObject().getAsJsonObject("map"), edit, object, depth);
        } else {
            text(value.getAsJsonObject(), edit, object);
        }
    }

    private static void text(JsonObject value, Edit edit, ObjectId text) {
        edit.splice(text, 0, 0, value.get("text").getAsString());
        if (!value.has("marks")) return;
        for (JsonElement mark : value.getAsJsonArray("marks")) {
            JsonArray one = mark.getAsJsonArray();
            String name = one.get(2).getAsString();
            edit.mark(text, one.get(0).getAsInt(), one.get(1).getAsInt(), name.equals("link") ? ExpandMark.NONE : ExpandMark.AFTER, name,
                    scalar(one.get(3)));
        }
    }

    /** Null for a scalar. */
    private static ObjectType type(JsonElement value, int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("too deep");
        if (value instanceof JsonArray) return ObjectType.LIST;
        if (!(value instanceof JsonObject object)) return null;
        return object.has("map") ? ObjectType.MAP : object.has("text") ? ObjectType.TEXT : null;
    }

    private static Scalar scalar(JsonElement value) {
        if (value.isJsonNull()) return Scalar.NULL;
        if (value instanceof JsonPrimitive one) {
            if (one.isBoolean()) return new Scalar.Bool(one.getAsBoolean());
            return one.isNumber() ? new Scalar.Int(Long.parseLong(one.getAsString())) : new Scalar.Str(one.getAsString());
        }
        Map.Entry<String, JsonElement> only = value.getAsJsonObject().entrySet().stream().findFirst().orElseThrow(IllegalArgumentException::new);
        String said = only.getValue().getAsString();
        return switch (only.getKey()) {
            case "f64" -> new Scalar.F64(Double.parseDouble(said));
            case "uint" -> new Scalar.Uint(Long.parseUnsignedLong(said));
            case "counter" -> new Scalar.Counter(Long.parseLong(said));
            case "time" -> new Scalar.Timestamp(Long.parseLong(said));
            case "bytes" -> new Scalar.Bytes(Base64.getDecoder().decode(said));
            default -> throw new IllegalArgumentException("no such value: " + only.getKey());
        };
    }
}
