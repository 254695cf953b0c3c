// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.automerge.AmValue;
import org.automerge.Document;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/** Documents of both engines as plain, comparable Java values: maps, lists, strings; scalars as type and value. */
public final class Trees {
    private Trees() {
    }

    /** All values, with conflicts: each slot is the list of its values in no particular order, behind the winner. */
    public static Object of(Read doc) {
        return object(doc, new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
    }

    private static Object object(Read doc, ObjectValue object) {
        ObjectId id = object.id();
        return switch (object.type()) {
            case MAP, TABLE -> {
                Map<String, Object> map = new TreeMap<>();
                doc.keys(id).forEach(key -> map.put(key, slot(doc, doc.get(id, key).orElseThrow(), doc.getAll(id, key))));
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < doc.length(id); i++) {
                    list.add(slot(doc, doc.get(id, i).orElseThrow(), doc.getAll(id, i)));
                }
                yield list;
            }
            case TEXT -> "text " + doc.text(id);
        };
    }

    private static Object slot(Read doc, Value winner, List<Value> all) {
        return slot(value(doc, winner), all.stream().map(v -> value(doc, v)).toList());
    }

    private static Object slot(Object winner, List<Object> all) {
        List<Object> slot = new ArrayList<>(List.of(winner));
        all.stream().sorted(Comparator.comparing(Object::toString)).forEach(slot::add);
        return slot;
    }

    private static Object value(Read doc, Value value) {
        return switch (value) {
            case ObjectValue o -> object(doc, o);
            case Scalar.Null n -> "null";
            case Scalar.Bool b -> "bool " + b.value();
            case Scalar.Int i -> "int " + i.value();
            case Scalar.Uint u -> "uint " + u.bits();
            case Scalar.F64 f -> "f64 " + f.value();
            case Scalar.Str s -> "str " + s.value();
            case Scalar.Bytes b -> "bytes " + Arrays.toString(b.toByteArray());
            case Scalar.Counter c -> "counter " + c.value();
            case Scalar.Timestamp t -> "timestamp " + t.millis();
            case Scalar.Unknown u -> "unknown " + u.typeCode();
        };
    }

    public static Object of(Document doc) {
        return map(doc, org.automerge.ObjectId.ROOT);
    }

    private static Object map(Document doc, org.automerge.ObjectId id) {
        Map<String, Object> map = new TreeMap<>();
        for (String key : doc.keys(id).orElseThrow()) {
            List<Object> all = conflicts(doc.getAll(id, key).orElseThrow()).stream().map(v -> value(doc, v)).toList();
            map.put(key, slot(value(doc, doc.get(id, key).orElseThrow()), all));
        }
        return map;
    }

    private static Object list(Document doc, org.automerge.ObjectId id) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < doc.length(id); i++) {
            List<Object> all = conflicts(doc.getAll(id, i).orElseThrow()).stream().map(v -> value(doc, v)).toList();
            list.add(slot(value(doc, doc.get(id, i).orElseThrow()), all));
        }
        return list;
    }

    /** The engine hands out a class of its own package: its one method is reached by reflection. */
    private static List<AmValue> conflicts(Object conflicts) {
        try {
            Method values = conflicts.getClass().getMethod("values");
            values.setAccessible(true);
            return ((Collection<?>) values.invoke(conflicts)).stream().map(AmValue.class::cast).toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another version of the engine", e);
        }
    }

    private static Object value(Document doc, AmValue value) {
        return switch (value) {
            case AmValue.Map m -> map(doc, m.getId());
            case AmValue.List l -> list(doc, l.getId());
            case AmValue.Text t -> "text " + doc.text(t.getId()).orElseThrow();
            case AmValue.Null n -> "null";
            case AmValue.Bool b -> "bool " + b.getValue();
            case AmValue.Int i -> "int " + i.getValue();
            case AmValue.UInt u -> "uint " + u.getValue();
            case AmValue.F64 f -> "f64 " + f.getValue();
            case AmValue.Str s -> "str " + s.getValue();
            case AmValue.Bytes b -> "bytes " + Arrays.toString(b.getValue());
            case AmValue.Counter c -> "counter " + c.getValue();
            case AmValue.Timestamp t -> "timestamp " + t.getValue().getTime();
            default -> "unknown";
        };
    }

    public static List<String> heads(Doc doc) {
        return doc.heads().stream().map(ChangeHash::toString).toList();
    }

    public static List<String> heads(Document doc) {
        return Arrays.stream(doc.getHeads()).map(h -> HexFormat.of().formatHex(h.getBytes())).sorted().toList();
    }
}
