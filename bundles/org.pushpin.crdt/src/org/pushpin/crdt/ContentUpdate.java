// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pushpin.crdt.internal.state.Utf8Order;

/**
 * Makes an object hold what it shall hold: what is right stays, nested objects of the right kind are kept and updated in turn (Automerge,
 * {@code update_object}). One thread.
 */
final class ContentUpdate {
    private final Edit edit;

    ContentUpdate(Edit edit) {
        this.edit = edit;
    }

    /** @throws IllegalArgumentException if the object is of another kind */
    void object(ObjectId object, Content content) {
        ObjectType type = edit.type(object).orElseThrow(() -> new IllegalArgumentException("not an object of this document: " + object));
        if (type != type(content) && !(type == ObjectType.TABLE && content instanceof Content.Entries)) {
            throw new IllegalArgumentException(object + " is a " + type);
        }
        switch (content) {
            case Content.Entries c -> map(object, c.entries());
            case Content.Elements c -> list(object, c.elements());
            case Content.Characters c -> edit.updateText(object, c.text());
            case Scalar c -> throw new IllegalArgumentException("a scalar is no object");
        }
    }

    void map(ObjectId map, Map<String, Content> entries) {
        List<String> present = edit.keys(map);
        for (String key : present) {
            if (entries.containsKey(key)) {
                put(map, key, entries.get(key));
            }
        }
        TreeMap<String, Content> others = new TreeMap<>(Utf8Order.INSTANCE);
        others.putAll(entries);
        present.forEach(others::remove);
        others.forEach((key, content) -> put(map, key, content));
        present.stream().filter(key -> !entries.containsKey(key)).forEach(key -> edit.delete(map, key));
    }

    private void put(ObjectId map, String key, Content content) {
        if (content instanceof Scalar scalar) {
            edit.put(map, key, scalar);
        } else {
            object(kept(edit.get(map, key), content).orElseGet(() -> edit.putObject(map, key, type(content))), content);
        }
    }

    private void list(ObjectId list, List<Content> elements) {
        int length = edit.length(list);
        for (int i = 0; i < Math.min(length, elements.size()); i++) {
            put(list, i, elements.get(i));
        }
        for (int i = length; i < elements.size(); i++) {
            insert(list, i, elements.get(i));
        }
        for (int i = length - 1; i >= elements.size(); i--) {
            edit.delete(list, i);
        }
    }

    private void put(ObjectId list, int index, Content content) {
        if (content instanceof Scalar scalar) {
            edit.put(list, index, scalar);
        } else {
            object(kept(edit.get(list, index), content).orElseGet(() -> edit.putObject(list, index, type(content))), content);
        }
    }

    private void insert(ObjectId list, int index, Content content) {
        if (content instanceof Scalar scalar) {
            edit.insert(list, index, scalar);
        } else {
            object(edit.insertObject(list, index, type(content)), content);
        }
    }

    /** The object that is there, if it is of the right kind. */
    private static Optional<ObjectId> kept(Optional<Value> present, Content content) {
        return present.map(value -> value instanceof ObjectValue o && o.type() == type(content) ? o.id() : null);
    }

    /** Null for a scalar. */
    private static ObjectType type(Content content) {
        return switch (content) {
            case Content.Entries c -> ObjectType.MAP;
            case Content.Elements c -> ObjectType.LIST;
            case Content.Characters c -> ObjectType.TEXT;
            case Scalar c -> null;
        };
    }
}
