// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

import com.google.gson.JsonElement;

/** A document as {@code node/values.mjs} describes one: types that JavaScript tells apart, as tagged strings. */
public final class Plain {
    private Plain() {
    }

    public static Object of(Doc doc) {
        return value(doc, new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
    }

    /** What {@code node/values.mjs} wrote. */
    public static Object of(JsonElement json) {
        if (json.isJsonObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            json.getAsJsonObject().asMap().forEach((key, value) -> map.put(key, of(value)));
            return map;
        }
        if (json.isJsonArray()) {
            List<Object> list = new ArrayList<>();
            json.getAsJsonArray().forEach(value -> list.add(of(value)));
            return list;
        }
        String text = json.getAsString();
        return text.startsWith("n ") ? (Object) Double.parseDouble(text.substring(2)) : text;
    }

    private static Object value(Doc doc, Value value) {
        return switch (value) {
            case ObjectValue o -> object(doc, o);
            case Scalar.Null n -> "null";
            case Scalar.Bool b -> Boolean.toString(b.value());
            case Scalar.Int i -> (double) i.value();
            case Scalar.Uint u -> Double.parseDouble(Long.toUnsignedString(u.bits()));
            case Scalar.F64 f -> f.value();
            case Scalar.Str s -> "s " + s.value();
            case Scalar.Bytes b -> "b " + Base64.getEncoder().encodeToString(b.toByteArray());
            case Scalar.Counter c -> "c " + c.value();
            case Scalar.Timestamp t -> "d " + t.millis();
            case Scalar.Unknown u -> "unknown";
        };
    }

    private static Object object(Doc doc, ObjectValue object) {
        ObjectId id = object.id();
        return switch (object.type()) {
            case MAP, TABLE -> {
                Map<String, Object> map = new LinkedHashMap<>();
                doc.keys(id).forEach(key -> map.put(key, value(doc, doc.get(id, key).orElseThrow())));
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < doc.length(id); i++) {
                    list.add(value(doc, doc.get(id, i).orElseThrow()));
                }
                yield list;
            }
            case TEXT -> "t " + doc.text(id);
        };
    }
}
